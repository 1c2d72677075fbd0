import type { Page } from '@playwright/test';
import { db } from '@/db/client';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount } from '@/e2e/people';
import { type GivenFigure, submittedReturns } from '@/lib/testing/returns';

joinProduct();

const unitCode = 'DEMO-XIN';
const jump = { severity: 'query', key: 'jump' } as const;
const figures = [
  { indicatorCode: 'DEMO_HAZ' },
  { indicatorCode: 'DEMO_KEY', findings: [jump], explanation: '新增名录企业 12 家' },
  { indicatorCode: 'DEMO_HAZ_FIXED' },
  { indicatorCode: 'DEMO_ACC' },
];
const reviewer = () => newAccount('unitReviewer', unitCode);

const collections: string[] = [];
/** Creates a submitted return of an invented unit, in a month that no other test uses. */
async function submittedReturn(title: string, given: readonly GivenFigure[] = figures): Promise<string> {
  const period = `20${10 + (process.pid % 9)}-M${String(collections.length + 1).padStart(2, '0')}`;
  const id = await submittedReturns(db(), { period, title, units: [unitCode], figures: given });
  collections.push(id);
  return `/reporting/review/${id}/${unitCode}`;
}

test.afterAll(async ({ sql }) => {
  // The histories stay, as they must; no figure waits for a reviewer any more.
  if (collections.length > 0) await sql`delete from submission_value where collection_id = any(${collections})`;
});

/** Signs in by the keyboard alone. */
async function signIn(page: Page): Promise<void> {
  const user = await reviewer();
  await page.goto('/sign-in');
  await page.getByLabel('用户名').focus();
  await page.keyboard.type(user.username);
  await page.keyboard.press('Tab');
  await page.keyboard.type(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
}

test('a reviewer returns a figure with a frequent reason and passes the others on, by keyboard alone', async ({
  page,
  sql,
}) => {
  test.setTimeout(400_000);
  await submittedReturn('键盘审核（演示数据）');
  await signIn(page);
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '审核', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '审核' })).toBeVisible();
  const waiting = page.getByRole('row').filter({ hasText: '键盘审核（演示数据）' });
  await expect(waiting).toContainText('核实 1');
  await waiting.getByRole('link').first().focus();
  await page.keyboard.press('Enter');

  // The flagged figure comes first, with its reporter's explanation.
  const detail = page.locator('#detail');
  const heading = detail.getByRole('heading', { level: 2 });
  await expect(heading).toHaveText('重点监管企业数（演示）');
  await expect(detail).toContainText('新增名录企业 12 家');
  await expect(page.getByRole('textbox', { name: /报送数/ })).toHaveCount(0);
  await page.keyboard.press('j');
  await expect(heading).toHaveText('排查安全隐患数（演示）');
  await expect(heading).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(heading).toHaveText('重点监管企业数（演示）');
  await page.keyboard.press('?');
  await expect(page.getByText('退回本项（写理由）', { exact: true })).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByText('退回本项（写理由）', { exact: true })).toBeHidden();

  await page.keyboard.press('r');
  const reason = detail.getByLabel('退回理由');
  await expect(reason).toBeFocused();
  // In a text field a shortcut is a letter.
  await page.keyboard.type('ajk ');
  await expect(reason).toHaveValue('ajk ');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(reason).toHaveValue('ajk 数量级或计量单位有误，请核对后重报。');
  await expect(reason).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText(
    '已退回“重点监管企业数（演示）”。 下一项：“排查安全隐患数（演示）”。',
  );
  await expect(heading).toHaveText('排查安全隐患数（演示）');
  await expect(heading).toBeFocused();

  await page.keyboard.press('a');
  await expect(page.getByRole('status').first()).toContainText('已通过“排查安全隐患数（演示）”，转部门审核。');
  await expect(heading).toHaveText('已整改安全隐患数（演示）');
  await page.keyboard.press('x');
  await expect(page.getByText('已选 1 项')).toBeVisible();
  await page.getByRole('button', { name: '选中全部无提示的 2 项' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('已选 2 项')).toBeVisible();
  await page.getByRole('button', { name: '通过所选' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').first()).toContainText('已通过 2 项，转部门审核。');
  await expect(page.getByRole('status').first()).toContainText('已全部处理完');

  const rows = await sql`select indicator_code, state, awaits, return_reason from submission_value
    where collection_id = ${collections.at(-1) ?? ''} order by indicator_code`;
  expect(rows.map(({ indicator_code: code, state, awaits }) => [code, state, awaits])).toEqual([
    ['DEMO_ACC', 'submitted', 'departmentReviewer'],
    ['DEMO_HAZ', 'submitted', 'departmentReviewer'],
    ['DEMO_HAZ_FIXED', 'submitted', 'departmentReviewer'],
    ['DEMO_KEY', 'returned', null],
  ]);
  expect(rows[3]?.return_reason).toBe('ajk 数量级或计量单位有误，请核对后重报。');
  await page.goto('/reporting/review?tab=decided');
  await expect(page.getByRole('row').filter({ hasText: 'ajk' })).toContainText('退回');
});

test('figures with findings cannot be approved together, and a refusal keeps the checkboxes', async ({ page, sql }) => {
  const path = await submittedReturn('批量审核（演示数据）');
  await signIn(page);
  await page.goto(path);
  await page.getByLabel('选中“重点监管企业数（演示）”').check();
  await page.getByLabel('选中“排查安全隐患数（演示）”').check();
  await expect(page.getByText('所选中有 1 项有审核提示')).toBeVisible();
  await expect(page.getByRole('button', { name: '通过所选' })).toBeDisabled();
  await page.getByLabel('选中“重点监管企业数（演示）”').uncheck();
  // Another person decides first.
  await sql`update submission_value set version = version + 1
    where collection_id = ${collections.at(-1) ?? ''} and indicator_code = 'DEMO_HAZ'`;
  await page.getByRole('button', { name: '通过所选' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '别人处理过' })).toBeFocused();
  await expect(page.getByText('已选 1 项')).toBeVisible();
});

test('a verified value is recorded beside the reported one, which stays', async ({ page, sql }) => {
  const path = await submittedReturn('核定数（演示数据）');
  await signIn(page);
  await page.goto(path);
  const verify = page.locator('#verify');
  await page.getByText('报送数有误，另记核定数').click();
  await verify.getByLabel('核定数（家）').fill('约1,300');
  await verify.getByLabel('核定理由（不少于 6 个字）').fill('与名录逐户核对得出');
  await verify.getByRole('button', { name: '另记核定数' }).click();
  await expect(page.getByRole('alert').filter({ hasText: '确定的数字' })).toBeFocused();
  await expect(verify.getByLabel('核定数（家）')).toHaveValue('约1,300');
  await expect(verify.getByLabel('核定理由（不少于 6 个字）')).toHaveValue('与名录逐户核对得出');
  await verify.getByLabel('核定数（家）').fill('1,300');
  await verify.getByRole('button', { name: '另记核定数' }).click();
  await expect(page.getByRole('status').first()).toContainText('另记核定数');
  const [row] = await sql`select value, approved_value from submission_value
    where collection_id = ${collections.at(-1) ?? ''} and indicator_code = 'DEMO_KEY'`;
  expect(row).toMatchObject({ value: '1200', approved_value: '1300' });
  await page.getByText('报送数有误，另记核定数').click();
  await verify.getByLabel('核定数（家）').fill('1,200');
  await verify.getByLabel('核定理由（不少于 6 个字）').fill('复核后以报送数为准');
  await verify.getByRole('button', { name: '另记核定数' }).click();
  await expect(page.getByRole('status').first()).toContainText('已取消“重点监管企业数（演示）”的核定数');
  await expect(page.locator('#detail').getByRole('listitem').filter({ hasText: '取消核定数' })).toContainText(
    '复核后以报送数为准',
  );
});

test('a decision of a moment ago is undone, and the figure waits again', async ({ page, sql }) => {
  const path = await submittedReturn('撤销（演示数据）');
  await signIn(page);
  await page.goto(`${path}?figure=DEMO_ACC`);
  await page.getByLabel('选中“已整改安全隐患数（演示）”').check();
  await page.getByRole('button', { name: '通过所选' }).click();
  await page.getByRole('button', { name: '撤销（10 秒内）' }).click();
  await expect(page.getByRole('status').first()).toContainText('已撤销，1 项重新等您审核。');
  await expect(page.getByLabel('选中“已整改安全隐患数（演示）”')).toBeVisible();
  const [row] = await sql`select awaits from submission_value
    where collection_id = ${collections.at(-1) ?? ''} and indicator_code = 'DEMO_HAZ_FIXED'`;
  expect(row?.awaits).toBe('unitReviewer');
});

test('an indicator is reviewed over the units, and from there', async ({ page, appearance }) => {
  const path = await submittedReturn('按指标（演示数据）');
  await signIn(page);
  await page.goto(path);
  await page.locator('#detail').getByRole('link', { name: '各单位对照' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('重点监管企业数（演示）');
  await expect(page.locator('#detail').getByRole('heading', { level: 2 })).toHaveText('辛区（演示）');
  await appearance({ theme: 'light', locale: 'zh-CN' });
  expect(await accessibilityFaults(page)).toEqual([]);
  const table = page.locator('main table.review-rows');
  await expect(table.getByRole('columnheader')).toHaveText([
    '单位',
    '上期',
    '上年同期',
    /报送数/,
    /同比/,
    '佐证材料',
    '审核提示',
  ]);
  await page.locator('#return').getByLabel('退回理由').fill('请核对数量级');
  await page.locator('#return').getByRole('button', { name: '退回' }).click();
  await expect(page).toHaveURL(/\/indicator\/DEMO_KEY\//);
  await expect(page.getByRole('status').first()).toContainText('已退回');
  await expect(page.locator('#next-indicator')).toContainText('下一个指标');
  // The work of this collection goes on first.
  const onward = await page.locator('#next-indicator').getAttribute('href');
  expect(onward).toContain(`/${collections.at(-1)}/indicator/`);
  await page.keyboard.press('n');
  await expect(page).toHaveURL(onward ?? '');
});

test('Ctrl+Enter sends the reason, Back leads to what waits, and A says why it cannot approve', async ({
  page,
  sql,
}) => {
  const path = await submittedReturn('快捷键（演示数据）');
  await signIn(page);
  await page.goto(path);
  const heading = page.locator('#detail').getByRole('heading', { level: 2 });
  await page.getByRole('link', { name: '排查安全隐患数（演示）' }).click();
  await expect(heading).toHaveText('排查安全隐患数（演示）');
  await page.keyboard.press('r');
  await page.keyboard.type('请核对数量级');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').first()).toContainText('已退回“排查安全隐患数（演示）”');
  const next = await heading.innerText();
  await page.goBack();
  await expect(page).toHaveURL(/figure=DEMO_HAZ/);
  await expect(heading).toHaveText('重点监管企业数（演示）');
  // Chosen on purpose, a decided figure is shown.
  await page.getByRole('link', { name: '排查安全隐患数（演示）' }).click();
  await expect(heading).toHaveText('排查安全隐患数（演示）');
  await page.keyboard.press('a');
  await expect(page.locator('#why-not')).toBeFocused();
  await expect(page.locator('#why-not')).toHaveText('这项数据现在不由您审核。');
  expect(next).not.toBe('排查安全隐患数（演示）');
  await sql`update submission_value set findings = jsonb_set(findings, '{0,severity}', '"mandatory"'), worst = 0
    where collection_id = ${collections.at(-1) ?? ''} and indicator_code = 'DEMO_KEY'`;
  await page.goto(path);
  await page.keyboard.press('a');
  await expect(page.locator('#why-not')).toContainText('不能通过');
  await expect(page.locator('#why-not')).toBeFocused();
});

test('several figures are returned by Ctrl+Enter, and never approved by it', async ({ page, sql }) => {
  const path = await submittedReturn('批量快捷键（演示数据）');
  await signIn(page);
  await page.goto(path);
  await page.getByLabel('选中“排查安全隐患数（演示）”').check();
  await page.getByLabel('选中“已整改安全隐患数（演示）”').check();
  await page.locator('#batch summary').click();
  await page.locator('#batch').getByLabel('退回理由').fill('请核对数量级');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('status').first()).toContainText('已退回 2 项');
  const rows = await sql`select state from submission_value where collection_id = ${collections.at(-1) ?? ''}
    and state = 'returned'`;
  expect(rows).toHaveLength(2);
});

test('decisions work without scripts', async ({ browser, product, sql }) => {
  const path = await submittedReturn('无脚本审核（演示数据）');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: product,
    locale: 'zh-CN',
  });
  const cookies = await cookiesOf(await reviewer());
  await context.addCookies(
    cookies.split('; ').map((cookie) => {
      const [name = '', ...value] = cookie.split('=');
      return { name, value: value.join('='), url: product };
    }),
  );
  const page = await context.newPage();
  await page.goto(path);
  const giveBack = page.locator('#return');
  await giveBack.getByLabel('退回理由').fill('错');
  await giveBack.getByRole('button', { name: '退回' }).click();
  await expect(page.getByRole('alert')).toContainText('理由');
  await expect(giveBack.getByLabel('退回理由')).toHaveValue('错');
  await giveBack.getByLabel('退回理由').fill('');
  await giveBack.getByLabel('常用语').selectOption('请补充佐证材料。');
  await giveBack.getByRole('button', { name: '退回' }).click();
  await expect(page.getByRole('status').first()).toContainText('已退回“重点监管企业数（演示）”');
  await page.getByLabel('选中“排查安全隐患数（演示）”').check();
  await page.getByLabel('选中“已整改安全隐患数（演示）”').check();
  await page.getByRole('button', { name: '通过所选' }).click();
  await expect(page.getByRole('status').first()).toContainText('已通过 2 项');
  await page.locator('#approve').getByRole('button', { name: '通过' }).click();
  await expect(page.getByRole('status').first()).toContainText('已全部处理完');
  const [kept] = await sql`select return_reason from submission_value
    where collection_id = ${collections.at(-1) ?? ''} and indicator_code = 'DEMO_KEY'`;
  expect(kept?.return_reason).toBe('请补充佐证材料。');
  await context.close();
});

test('the pages of a review are accessible on a telephone', async ({ page, appearance }) => {
  const path = await submittedReturn('外观（演示数据）');
  await signIn(page);
  await appearance({ theme: 'dark', locale: 'en' });
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ['/reporting/review', path]) {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await accessibilityFaults(page), address).toEqual([]);
  }
});

test('another unit’s return is not found', async ({ page, faults }) => {
  const path = await submittedReturn('别家（演示数据）');
  await signIn(page);
  const answer = await page.goto(path.replace(unitCode, 'DEMO-JIA'));
  expect(answer?.status()).toBe(404);
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes('status of 404')));
});

test('in English the findings stand whole beside the chosen figure at 1366 pixels', async ({
  page,
  context,
  product,
  appearance,
}) => {
  const flagged = [{ severity: 'quasiMandatory', key: 'jump' }] as const;
  const path = await submittedReturn('Wide findings (demo)', [
    { indicatorCode: 'DEMO_KEY', findings: flagged, explanation: '新增名录企业 12 家' },
    { indicatorCode: 'DEMO_HAZ' },
  ]);
  await appearance({ locale: 'en' });
  await enterAs(context, product, await cookiesOf(await reviewer()));
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(path);
  await expect(page.getByText('Quasi-mandatory 1').first()).toBeVisible();
  const table = page.getByRole('region', { name: 'Figures' }).first();
  expect(await table.evaluate((region) => region.scrollWidth - region.clientWidth)).toBeLessThanOrEqual(0);
});
