import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { expectGoodLooks } from '@/e2e/looks';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import type { AccountRole } from '@/lib/access/words';

joinProduct();

/** A past month that no other test uses. */
const period = `2019-M${String((process.pid % 9) + 1).padStart(2, '0')}`;
const indicator = '重点监管企业数（演示）';
const [one, other] = ['辛区（演示）', '壬开发区（演示）'];
const titles: string[] = [];

const daysOn = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

test.afterAll(async ({ sql }) => {
  // The histories stay, as they must; the collection is closed, so that nobody is asked any more.
  await sql`update collection set state = 'closed', closed_reason = '试验结束' where title = any(${titles})`;
});

async function signIn(page: Page, role: AccountRole): Promise<void> {
  const user = await newAccount(role);
  await page.goto('/sign-in');
  await page.getByLabel('用户名').focus();
  await page.keyboard.type(user.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '登录' })).toHaveCount(0, { timeout: 30_000 });
}

/** Presses Enter on the control that the keyboard has reached. */
async function press(page: Page, role: 'link' | 'button', name: string | RegExp): Promise<void> {
  await page.getByRole('main').getByRole(role, { name }).focus();
  await page.keyboard.press('Enter');
}

async function tickByKey(page: Page, name: string): Promise<void> {
  const box = page.getByRole('checkbox', { name });
  await box.focus();
  await page.keyboard.press('Space');
  await expect(box).toBeChecked();
}

test('the office opens a collection, reminds a unit, extends a deadline and closes it', async ({ page, sql }) => {
  test.setTimeout(400_000);
  const title = `办公室月报 ${process.pid}`;
  titles.push(title);
  await signIn(page, 'assessmentOffice');
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '填报任务' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '填报任务' })).toBeVisible();
  await press(page, 'link', '开设任务');
  await expect(page.getByRole('heading', { level: 1, name: '开设填报任务' })).toBeVisible();
  await page.getByRole('combobox', { name: '年度' }).selectOption('2019');
  await expect(page).toHaveURL(/year=2019/);
  await page.getByRole('combobox', { name: '报告期' }).selectOption(period);
  await expect(page).toHaveURL(new RegExp(`period=${period}`));

  // The form is refused first: typed and checked values stay.
  await page.getByLabel('名称', { exact: true }).fill(title);
  await page.getByLabel('序列', { exact: true }).selectOption('');
  await tickByKey(page, one);
  await press(page, 'button', '开设任务');
  await expect(page.getByRole('alert').filter({ hasText: '请至少选择一项指标' })).toBeFocused();
  await expect(page.getByLabel('名称', { exact: true })).toHaveValue(title);
  await expect(page.getByRole('checkbox', { name: one })).toBeChecked();
  await expect(page.getByLabel('序列', { exact: true })).toHaveValue('');

  await page.getByLabel('表号', { exact: true }).fill('演示201表');
  await page.getByLabel('制定机关').fill('演示统计局');
  await page.getByLabel('查找指标').fill('重点监管');
  await tickByKey(page, `${indicator} 当期`);
  await tickByKey(page, other);
  await press(page, 'button', '开设任务');
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.getByRole('status').first()).toContainText('任务已开设');
  const id = page.url().match(/collections\/([\w-]+)/)?.[1] ?? '';
  const rows = page.getByRole('region', { name: '各单位的填报进度' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await expect(page.getByRole('main')).toContainText('未填 2');
  await expect(page.locator('#items').getByRole('row')).toHaveCount(2);
  await expect(page.locator('#facts')).toContainText('演示201表');
  await expect(page.locator('#facts')).toContainText('演示统计局');

  // The last column is in view on a common desktop without scrolling.
  await page.setViewportSize({ width: 1440, height: 900 });
  const region = page.getByRole('region', { name: '各单位的填报进度' });
  expect(await region.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);

  // One of the two units is reminded.
  await page.getByRole('checkbox', { name: `催报${other}` }).focus();
  await page.keyboard.press('Space');
  await page.getByLabel('催报内容').fill('请于本周五前报送。');
  await press(page, 'button', '催报勾选的单位');
  await expect(page.getByRole('status').first()).toContainText('已催报 1 家');
  await expect(page.getByRole('row').filter({ hasText: '请于本周五前报送。' })).toContainText('催报');
  const reminded = await sql`select org_unit_code from submission where collection_id = ${id} and reminders = 1`;
  expect(reminded).toHaveLength(1);

  // The other unit's deadline is extended; a day before the deadline is refused.
  await press(page, 'link', `延长时限：${other}`);
  await expect(page.getByRole('heading', { level: 2, name: '延长时限' })).toBeVisible();
  await page.getByLabel('延长至日期').fill(daysOn(2));
  await page.getByLabel('理由').fill('系统迁移，须延后');
  await press(page, 'button', '延长');
  await expect(page.getByRole('alert').filter({ hasText: '须晚于该单位现在的截止时间' })).toBeFocused();
  await expect(page.getByLabel('理由')).toHaveValue('系统迁移，须延后');
  await page.getByLabel('延长至日期').fill(daysOn(20));
  await press(page, 'button', '延长');
  await expect(page.getByRole('status').first()).toContainText('时限已延长');
  await expect(rows.filter({ hasText: other })).toContainText(`${daysOn(20)} 17:30`);

  const file = await page.request.get(`/api/downloads/collection/${id}?format=csv`);
  expect(await file.text()).toContain(`${other},未填`);

  await press(page, 'link', '结束任务');
  await page.getByLabel('理由').fill('试验结束');
  await press(page, 'button', '结束任务');
  await expect(page.getByRole('status').filter({ hasText: '任务已结束：试验结束' })).toBeVisible();
  await expect(page.getByRole('button', { name: '催报勾选的单位' })).toHaveCount(0);
  await expect(rows.filter({ hasText: one })).toContainText('已结束，未报');
});

test('indicators are ticked at once, 必报 only beside them, and the group is the one asked last', async ({
  page,
  sql,
}) => {
  await signIn(page, 'assessmentOffice');
  await page.goto('/reporting/collections/new?kind=month&year=2019');
  const [last] = await sql`select coalesce(peer_group_code, '') as code from collection
    order by created_at desc, id desc limit 1`;
  await expect(page.getByLabel('序列', { exact: true })).toHaveValue(last?.code ?? '');
  await page.getByLabel('查找指标').fill('重点监管');
  const required = page.locator(`[name="required-DEMO_KEY"]`);
  await expect(required).toBeHidden();
  await page.getByRole('button', { name: '全选当期' }).first().click();
  await expect(page.getByRole('checkbox', { name: `${indicator} 当期` })).toBeChecked();
  await expect(required).toBeVisible();
  await expect(required).toBeChecked();
  const found = await page.locator('[data-find]:not([hidden]) [name^="current-"]').count();
  expect(await page.locator('[name^="current-"]:checked').count()).toBe(found);
  await expect(page.getByRole('status').filter({ hasText: `已选 ${found} 项` })).toBeVisible();
  await page.getByRole('button', { name: '全不选' }).first().click();
  await expect(page.locator('[name^="current-"]:checked')).toHaveCount(0);
});

test('a form opens a collection without scripts', async ({ browser, product }) => {
  test.setTimeout(400_000);
  const title = `无脚本月报 ${process.pid}`;
  titles.push(title);
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: product, locale: 'zh-CN' });
  const page = await context.newPage();
  await signIn(page, 'assessmentOffice');
  await page.goto('/reporting/collections/new?kind=quarter');
  await page.getByRole('combobox', { name: '年度' }).selectOption('2019');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByRole('combobox', { name: '报告期' }).selectOption('2019-Q2');
  await page.getByRole('button', { name: '查询' }).click();
  await page.getByLabel('名称', { exact: true }).fill(title);
  await page.getByLabel('序列', { exact: true }).selectOption('');
  await page.getByRole('checkbox', { name: one }).check();
  await page.getByRole('button', { name: '开设任务' }).click();
  await expect(page.getByRole('alert')).toContainText('请至少选择一项指标');
  await expect(page.getByRole('checkbox', { name: one })).toBeChecked();
  await page.locator('summary').filter({ hasText: '演示数据' }).click();
  await page.getByRole('checkbox', { name: `${indicator} 累计`, exact: true }).check();
  await page.getByRole('button', { name: '开设任务' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(page.locator('#items')).toContainText('2019年1—6月');
  await context.close();
});

test('leaders see the page without buttons', async ({ page, sql }) => {
  await signIn(page, 'leader');
  const [shown] = await sql`select id, title from collection where is_demonstration order by due_at limit 1`;
  await page.goto(`/reporting/collections/${shown?.id}`);
  await expect(page.getByRole('heading', { level: 1, name: shown?.title })).toBeVisible();
  const main = page.getByRole('main');
  await expect(main.getByRole('link', { name: /更改任务|结束任务|延长/ })).toHaveCount(0);
  await expect(main.getByRole('button', { name: /催报|上传/ })).toHaveCount(0);
  await expect(main.getByRole('link', { name: '导出 Excel' })).toBeVisible();
});

/** Pages that every-desk.spec.ts does not open: `ID` is a collection with a pending request, `WHICH` that request. */
const paths = [
  '/reporting/collections/new',
  '/reporting/collections/ID?do=extend',
  '/reporting/collections/ID?do=decide&WHICH',
  '/reporting/collections/ID/edit',
];
for (const path of paths) {
  test(`${path} is accessible and fits with its open parts`, async ({ page, context, product, sql }) => {
    await enterAs(context, product, await cookiesOf(await newAccount('assessmentOffice')));
    const [waiting] = await sql`select r.collection_id, r.org_unit_code, r.number from reopen_request r
      join collection c on c.id = r.collection_id
      where r.state = 'pending' and c.state = 'open' order by r.asked_at limit 1`;
    await page.goto(
      path
        .replace('ID', waiting?.collection_id)
        .replace('WHICH', `unit=${waiting?.org_unit_code}&number=${waiting?.number}`),
    );
    // A search opens the groups with results.
    for (const find of await page.getByLabel('查找指标').all()) await find.fill('GDP');
    await expectGoodLooks(page);
  });
}
