import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { paths, withQuery } from '@/lib/paths';

joinProduct();

const card = (page: Page, name: string) => page.locator('.board-card', { has: page.getByText(name, { exact: true }) });
const saved = (page: Page) => expect(page.getByText('已保存。')).toBeVisible();

/** Goes on with Tab, or back, until what has the focus fits; a keyboard user has no other way. */
async function tabTo(page: Page, selector: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await page.locator(selector).evaluateAll((all) => all.includes(document.activeElement as HTMLElement))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`no focus on ${selector}`);
}

/** Goes down the options of the menu that has the focus. */
async function arrowTo(page: Page, selector: string, value: string): Promise<void> {
  const menu = page.locator(selector);
  await expect(menu).toBeFocused();
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 400 && (await menu.inputValue()) !== value; presses += 1)
    await page.keyboard.press('ArrowDown');
  await expect(menu).toHaveValue(value);
}

test('a board is composed by keys alone, undone, saved and restored', async ({ page, context, product }) => {
  const leader = await newAccount('leader').then(cookiesOf);
  await enterAs(context, product, leader);
  await page.goto(paths.newBoard);
  await tabTo(page, '#field-title');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('键盘看板');
  await tabTo(page, '#composer-add button >> nth=0');
  await page.keyboard.press('Enter');
  // The settings are open, and its first field, the indicator, has the focus.
  await arrowTo(page, '#settings-c1 select >> nth=0', 'GDP');
  await page.keyboard.press('Tab');
  await arrowTo(page, '#settings-c1 select >> nth=1', '320600');
  await tabTo(page, '#handle-c1', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#handle-c1')).toBeFocused();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: '占 4 列' })).toBeVisible();
  await tabTo(page, '#composer-add button >> nth=8', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('#settings-c2 input')).toBeFocused();
  await page.keyboard.type('标题');
  await page.keyboard.press('Tab');
  await page.keyboard.type('说明的文字');
  await tabTo(page, '#handle-c2');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('[data-handle]').first()).toHaveAttribute('id', 'handle-c2');
  await expect(page.locator('#handle-c2')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(page.locator('[data-handle]')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.locator('[data-handle]')).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+s');
  await saved(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('键盘看板');
  await expect(page.locator('.board-card').first()).toContainText('说明的文字');
  await expect(page.locator('.board-card').nth(1)).toContainText('亿元');

  // The second edition loses a card; the first comes back as the third.
  await page.getByRole('link', { name: '编辑', exact: true }).click();
  await page.getByRole('button', { name: /^移除“标题/ }).click();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await saved(page);
  await expect(page.locator('.board-card')).toHaveCount(1);
  await page.getByRole('button', { name: '恢复第 1 版' }).click();
  await expect(page.getByText('已恢复为新的一版。')).toBeVisible();
  await expect(page.locator('.board-card')).toHaveCount(2);
  await expect(page.getByText('恢复自第 1 版')).toBeVisible();
});

test('a chart and a ranking go to a board by a press, with their figures', async ({ page, context, product, sql }) => {
  const leader = await newAccount('leader').then(cookiesOf);
  await enterAs(context, product, leader);
  await page.goto(`${paths.indicator('GDP')}?group=JS_CITIES&period=2022#charts`);
  const bars = page.locator('figure#bars');
  await bars.locator('summary').click();
  await bars.getByRole('link', { name: '放到看板' }).click();
  await expect(page.getByText(/已加上“比较条形图/)).toBeVisible();
  await page.getByLabel('看板名称').fill('放来的卡片');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await saved(page);
  const [first] =
    await sql`select o.value::float8 as value, u.name_zh from observation o join org_unit u on u.code = o.org_unit_code
    join peer_group_member m on m.org_unit_code = u.code and m.peer_group_code = 'JS_CITIES'
    where o.indicator_code = 'GDP' and o.period_code = '2022' order by o.value desc limit 1`;
  await page.goto(withQuery(new URL(page.url()).pathname, { period: '2022' }));
  await expect(card(page, '地区生产总值，2022年').locator('tbody tr, [data-mark=bar]').first()).toBeAttached();
  await expect(page.locator('.board-card table tbody tr').first()).toContainText(`${first?.name_zh}`);

  await page.goto(withQuery(paths.rankings, { scheme: 'DEMO-ZONES' }));
  await page.getByRole('link', { name: '放到看板' }).click();
  await expect(page.getByText(/已加上“考核排名/)).toBeVisible();
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await saved(page);
  const [leading] =
    await sql`select s.shown, u.name_zh from run r join run_score s on s.run_id = r.id join org_unit u on u.code = s.org_unit_code
    join period p on p.code = r.period_code where r.scheme_code = 'DEMO-ZONES' and r.state = 'published' and s.rank = 1
    order by p.sort_key desc, s.position limit 1`;
  const ranking = page.locator('.board-card[data-kind=ranking]');
  await expect(ranking.locator('tbody tr').first()).toContainText(`${leading?.name_zh}`);
  await expect(ranking.locator('tbody tr').first()).toContainText(`${leading?.shown}`);

  // The period acts on all cards; what has nothing in it says so.
  await page.getByLabel('报告期').selectOption('2022');
  await expect(page).toHaveURL(/period=2022/);
  await expect(ranking).toContainText('所选报告期或序列没有已发布的结果。');
  await page.getByRole('link', { name: '重置' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载 Excel' }).click();
  expect((await downloading).suggestedFilename()).toBe('放来的卡片.xlsx');
});

test('a board is shared with a role, published by the office, and then seen by everybody', async ({
  page,
  context,
  product,
  faults,
}) => {
  const [leader, office, reporter] = await Promise.all([
    newAccount('leader').then(cookiesOf),
    newAccount('assessmentOffice').then(cookiesOf),
    newAccount('reporter', 'DEMO-JIA').then(cookiesOf),
  ]);
  await enterAs(context, product, leader);
  await page.goto(withQuery(paths.putOnBoard, { kind: 'trend', indicator: 'GDP', unit: '320600' }));
  await page.getByLabel('看板名称').fill('共享的看板');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await saved(page);
  const address = new URL(page.url()).pathname;
  await enterAs(context, product, office);
  expect((await page.goto(address))?.status()).toBe(404);
  await enterAs(context, product, leader);
  await page.goto(address);
  await page
    .getByRole('group')
    .filter({ hasText: '共享给角色' })
    .first()
    .evaluate((one) => one.closest('details')?.setAttribute('open', ''));
  await page.getByRole('checkbox', { name: '考核办', exact: false }).first().check();
  await page.getByRole('button', { name: '保存共享' }).click();
  await expect(page.getByText('共享已保存。')).toBeVisible();

  await enterAs(context, product, reporter);
  expect((await page.goto(address))?.status()).toBe(404);
  await enterAs(context, product, office);
  await page.goto(paths.boards);
  await page.locator(`main a[href="${address}"]`).click();
  await expect(page.getByRole('link', { name: '编辑', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: '发布这一版' }).click();
  await page.getByRole('button', { name: '确定发布' }).click();
  await expect(page.getByText('已发布。')).toBeVisible();

  // A visitor sees what is published, and no way to change it.
  await context.clearCookies();
  await page.goto(address);
  await expect(page.locator('.board-card figure')).toBeVisible();
  await expect(page.getByRole('heading', { name: '共享', exact: true })).toHaveCount(0);
  await page.goto(paths.boards);
  await expect(page.locator(`main a[href="${address}"]`)).toBeVisible();
  faults.length = 0;
});
