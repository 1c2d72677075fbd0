import type { Locator, Page } from '@playwright/test';
import type { Sql } from '@/db/client';
import { forgetGroup, type InventedGroup, inventGroup, storeFigures, year } from '@/e2e/assessment';
import { accessibilityFaults, expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();
test.use({ actionTimeout: 20_000 });

const pages: Page[] = [];
const groups: InventedGroup[] = [];

test.afterAll(async ({ sql }) => {
  for (const page of pages) await page.context().close();
  for (const group of groups) await forgetGroup(sql, group);
});

/** A button of the designer's tree. */
const inTree = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const weightOf = (page: Page, name: string) => page.getByLabel(`权重（分） ${name}`, { exact: true });
const panel = (page: Page) => page.getByRole('region', { name: /^(指标|板块)：/ });

/** Fills in the panel of an item: its indicator, and the method by which 0 … 100 is the share. */
async function setItem(page: Page, { code, name }: { code: string; name: string }): Promise<void> {
  await panel(page).getByLabel('指标', { exact: true }).selectOption(code);
  await expect(page.getByRole('heading', { name: `指标：${name}` })).toBeVisible();
  await panel(page).getByLabel('计分方法', { exact: true }).selectOption({ label: '极差标准化法' });
  await panel(page).getByLabel('不允许值与满意值', { exact: true }).selectOption({ label: '事先给定' });
  await panel(page).getByLabel('不允许值', { exact: true }).fill('0');
  await panel(page).getByLabel('满意值', { exact: true }).fill('１００');
}

async function save(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await expect(page.getByText(/^已保存 \d\d:\d\d:\d\d/)).toBeVisible();
}

/** The numbers of a ranking, cell by cell. */
const cellsOf = async (table: Locator): Promise<string[][]> =>
  table
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
    );

/** The numbers of stored rows of a scheme and its runs. */
const storedRows = async (sql: Sql, code: string) =>
  (
    await sql`select (select count(*) from run where scheme_code = ${code}) as runs,
      (select count(*) from scheme_version where scheme_code = ${code}) as versions,
      (select sum(version) from scheme_version where scheme_code = ${code}) as edits,
      (select md5(string_agg(s::text, '' order by s.run_id, s.position)) from run_score s join run r on r.id = s.run_id
        where r.scheme_code = ${code}) as scores`
  )[0];

test('a scheme goes from its design to the ranking, explanation and what-if, and to its next version', async ({
  browser,
  product,
  sql,
  page,
}) => {
  test.setTimeout(240_000);
  const group = await inventGroup(sql);
  groups.push(group);
  const { units, indicators, code } = group;
  const scheme = `/assessment/schemes/${code}`;
  const name = `演示方案${code}`;
  const first = await signedIn(browser, product, 'assessmentOffice');
  const second = await signedIn(browser, product, 'assessmentOffice');
  pages.push(first, second);

  // The office begins a scheme.
  await first.goto('/assessment/schemes');
  await first.getByRole('link', { name: '新建方案' }).first().click();
  const form = first.locator('#create-form');
  await form.getByLabel('中文名称').fill(name);
  await form.getByLabel('英文名称').fill(`Demo scheme ${code}`);
  await form.getByLabel('代码').fill(code);
  await form.getByLabel('序列').selectOption(code);
  await form.getByRole('button', { name: '建立草稿' }).click();
  await expect(first.getByRole('heading', { level: 1, name: '编辑草稿' })).toBeVisible();

  // An item gets its method, whose curve is drawn; a second block makes the sum of the weights wrong.
  await inTree(first, '第一项指标').focus();
  await first.keyboard.press('Enter');
  await setItem(first, indicators.output);
  await expect(first.getByRole('img', { name: '数值与得分' })).toBeVisible();
  await expect(panel(first)).toContainText('50 → 50 分');
  await first.getByRole('button', { name: '+ 添加板块' }).last().click();
  await panel(first).getByLabel('中文名称').fill('安全板块');
  await expect(first.getByText('合计 110 / 100')).toBeVisible();
  await expect(first.locator('#checks')).toContainText('各部分权重合计 110，应为 100。');
  await inTree(first, '新指标').click();
  await setItem(first, indicators.safety);
  expect(await accessibilityFaults(first)).toEqual([]);
  await save(first);
  await second.goto(scheme);
  await expect(second.locator('#checks')).toContainText('各部分权重合计 110，应为 100。');
  await expect(second.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);

  // The weights are corrected, in the tree and through the link of the finding.
  await weightOf(first, '第一板块').fill('60');
  await weightOf(first, indicators.output.name).fill('60');
  await weightOf(first, '安全板块').fill('40');
  await expect(first.locator('#checks')).toContainText('各部分权重合计 10，应为 40。');
  await first
    .locator('#checks')
    .getByRole('listitem')
    .filter({ hasText: '合计 10' })
    .getByRole('button')
    .press('Enter');
  await expect(first.getByRole('heading', { name: '板块：安全板块' })).toBeInViewport();
  await weightOf(first, indicators.safety.name).fill('40');
  await expect(first.locator('#checks')).not.toContainText('须改正');
  // The order is changed, by the keyboard.
  await inTree(first, '安全板块').press('Alt+ArrowUp');
  await expect(inTree(first, '安全板块')).toBeFocused();
  await first.keyboard.press('Alt+ArrowDown');
  await save(first);

  // The editor cannot publish it; another person does.
  await first.goto(scheme);
  await expect(first.locator('#measures')).toContainText('这份草稿由您最后编辑，须由另一人发布。');
  await expect(first.getByRole('button', { name: '发布', exact: true })).toHaveCount(0);
  expect((await page.request.get(scheme)).status()).toBe(404);
  await second.reload();
  await second.getByRole('button', { name: '发布', exact: true }).click();
  await second.getByRole('button', { name: '确定发布' }).click();
  await expect(second.getByText('方案已发布，从现在起可用于核算。')).toBeVisible();

  // A trial, which the same person cannot approve, is approved and published by others.
  await first.goto(`/assessment/runs/new?scheme=${code}&period=${year}`);
  await first.getByRole('button', { name: '开始试算' }).click();
  await expect(first.getByText('已试算。结果与所用的数据已经冻结。')).toBeVisible();
  const run = new URL(first.url()).pathname;
  const id = run.split('/').at(-1) ?? '';
  await expect(first.locator('#measures')).toContainText('这次核算由您计算，须由另一人审定。');
  await expect(first.getByRole('button', { name: '审定', exact: true })).toHaveCount(0);
  const ranking = `/assessment/rankings?run=${id}`;
  expect((await page.request.get(ranking)).status()).toBe(404);
  await second.goto(run);
  await second.getByRole('button', { name: '审定', exact: true }).click();
  await expect(second.getByText('已审定。请另一人发布。')).toBeVisible();
  await expect(second.locator('#measures')).toContainText('这次核算由您审定，须由另一人发布。');
  await first.reload();
  await first.getByRole('button', { name: '发布', exact: true }).click();
  await first.getByRole('button', { name: '确定发布' }).click();
  await expect(first.getByText('已发布。结果不再变动。')).toBeVisible();

  // Everybody reads the ranking: computed by hand, and as stored.
  await page.goto(`/assessment/rankings?scheme=${code}&period=${year}`);
  const table = page.locator('.ranking').first();
  const published = await cellsOf(table);
  const [, ...rows] = published;
  const shown = rows.map(([rank, unit, total, growth, safe]) => [rank, unit, total, growth, safe]);
  expect(shown).toEqual([
    ['1', units.yi.name, '74.00', '42.00', '32.00'],
    ['2', units.jia.name, '70.00', '54.00', '16.00'],
    ['3', units.bing.name, '60.00', '30.00', '30.00'],
  ]);
  const stored =
    await sql`select s.rank, u.name_zh, s.shown::text from run_score s join org_unit u on u.code = s.org_unit_code
    where s.run_id = ${id} order by s.position`;
  expect(stored.map((row) => [`${row.rank}`, row.name_zh, row.shown])).toEqual(shown.map((row) => row.slice(0, 3)));

  // The score card, the explanation of an item's points, and its figure.
  await table.getByRole('link', { name: units.yi.name, exact: true }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: `${units.yi.name}得分卡` })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('领先第二');
  await page.locator('#items').getByRole('link', { name: indicators.output.name }).press('Enter');
  await expect(
    page.getByRole('heading', { level: 1, name: `${indicators.output.name}：为什么是这个分` }),
  ).toBeVisible();
  const steps = page.locator('#steps');
  await expect(steps).toContainText('x = 70 分');
  await expect(steps).toContainText('0 + 100 × (70 − 0) ÷ (100 − 0) = 70%');
  await expect(steps).toContainText('60 × 70% = 42.00');
  await page
    .locator('#sources')
    .getByRole('link', { name: /^修订记录/ })
    .click();
  await expect(page).toHaveURL(/\/reporting\/revisions\//);
  await expect(page.getByRole('main')).toContainText('70.0');
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: /：为什么是这个分$/ })).toBeVisible();
  await page.locator('#sources').locator('a[href="/catalogue/sources/DEMO"]').click();
  await expect(page).toHaveURL(/\/catalogue\/sources\/DEMO$/);

  // A what-if with another weight shows other ranks beside the published ones, and stores nothing.
  const before = await storedRows(sql, code);
  const leader = await signedIn(browser, product, 'leader');
  pages.push(leader);
  await leader.goto(`/assessment/sensitivity/what-if?run=${id}`);
  const results = leader.getByRole('region', { name: '推演结果' });
  await expect(leader.getByRole('status')).toContainText('没有改动，位次与核算结果一致。');
  await leader.getByLabel('第一板块的权重', { exact: true }).fill('160');
  await expect(leader.getByRole('status')).toContainText('3 个单位中 2 个位次变动，最多变动 1 位。');
  const [, moved] = await cellsOf(results);
  expect(moved?.slice(0, 5)).toEqual([units.jia.name, '1', '↑1上升 1 位', '2', '80.00']);
  await expect(leader).toHaveURL(/w\.[^&]+=160/);
  await leader.reload();
  await expect(leader.getByRole('status')).toContainText('3 个单位中 2 个位次变动');
  expect(await storedRows(sql, code)).toEqual(before);
  await page.goto(`/assessment/rankings?scheme=${code}&period=${year}`);
  expect(await cellsOf(table)).toEqual(published);

  // A new version with a changed weight is published by the other person, and both versions are compared.
  await first.goto(scheme);
  await first.getByLabel('版本说明').fill('提高发展的分量');
  await first.getByRole('button', { name: '制定新版本' }).click();
  await expect(first.getByText('新版本的草稿已建立')).toBeVisible();
  await first.getByRole('link', { name: '编辑草稿' }).first().click();
  for (const [of, weight] of [
    ['第一板块', '70'],
    [indicators.output.name, '70'],
    ['安全板块', '30'],
    [indicators.safety.name, '30'],
  ] as const) {
    await weightOf(first, of).fill(weight);
  }
  await expect(first.locator('#checks')).not.toContainText('须改正');
  await save(first);
  await second.goto(`${scheme}?version=2`);
  await second.getByRole('button', { name: '发布', exact: true }).click();
  await second.getByRole('button', { name: '确定发布' }).click();
  await expect(second.getByText('方案已发布，从现在起可用于核算。')).toBeVisible();
  await page.goto(scheme);
  await page.locator('#versions').getByRole('link', { name: '与上一版比较' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: '版本比较' })).toBeVisible();
  const changes = page.getByRole('region', { name: '版本比较' });
  await expect(changes.getByRole('row').filter({ hasText: '第一板块' })).toContainText(/60\s*70/);
  await expect(changes.getByRole('row').filter({ hasText: '安全板块' })).toContainText(/40\s*30/);

  // A figure is revised: the published run stays unchanged, and its page shows what would change.
  const file = () => page.request.get(`/api/downloads/ranking?run=${id}&format=csv`).then((answer) => answer.body());
  const fileBefore = await file();
  await storeFigures([{ indicator: indicators.safety.code, unit: units.jia.code, value: '95.0' }]);
  await page.goto(`/assessment/rankings?scheme=${code}&period=${year}`);
  expect(await cellsOf(table)).toEqual(published);
  expect((await file()).equals(fileBefore)).toBe(true);
  await first.goto(run);
  const report = first.locator('#changes');
  await expect(report.getByRole('row').filter({ hasText: indicators.safety.name })).toContainText(/40.*95/);
  await expect(report.getByRole('row').filter({ hasText: '70.00 → 92.00' })).toContainText('2 → 1');
});
