import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test';
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import type { Sql } from '@/db/client';
import { accessibilityFaults, test } from '@/e2e/fixtures';
import { untilHydrated } from '@/e2e/hydration';
import { joinProduct, newAccount } from '@/e2e/people';
import type { AccountRole } from '@/lib/access/words';

joinProduct();

/** The invented units, indicators and group of this test alone, labelled 演示数据. */
const own = `S${process.pid}`;
const units = { jia: `${own}-JIA`, yi: `${own}-YI` };
const codes = [`${own}-A`, `${own}-B`] as const;
const department = `演示部门${own}`;
const title = `${own}月报（演示数据）`;

async function invent(sql: Sql): Promise<void> {
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    values (${units.jia}, 'county', ${`甲区${own}（演示）`}, 'District A (demo)', '', 90001, true),
      (${units.yi}, 'county', ${`乙县${own}（演示）`}, 'County B (demo)', '', 90002, true)`;
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values (${own}, ${`演示序列${own}`}, 'Demo group', '演示数据', 'Demonstration data', 9001)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    values (${own}, ${units.jia}, '2000-01-01'), (${own}, ${units.yi}, '2000-01-01')`;
  for (const [at, code] of codes.entries()) {
    await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
        direction, basis, frequency, responsible_zh, responsible_en, sort_order)
      values (${code}, 'DEMO', ${`演示指标${code}`}, ${`Demo indicator ${code}`}, '', '亿元', '100 m yuan', 2, 'amount', 'higher',
        'current', 'monthly', ${department}, 'Demo department', ${90001 + at})`;
  }
}

/** Deletes everything that pages would go on to show; the histories stay, as they must. */
async function forget(sql: Sql): Promise<void> {
  await sql`delete from coverage where peer_group_code = ${own}`;
  await sql`delete from peer_group_member where peer_group_code = ${own}`;
  await sql`delete from peer_group where code = ${own} and not exists (
    select from collection where peer_group_code = ${own})`;
}

const contexts: BrowserContext[] = [];
/** A signed-in person in a browser context of their own. */
async function signedIn(browser: Browser, product: string, role: AccountRole, unit = units.jia): Promise<Page> {
  const user = await newAccount(role, unit, undefined, department);
  const context = await browser.newContext({
    baseURL: product,
    locale: 'zh-CN',
    viewport: { width: 1440, height: 900 },
  });
  contexts.push(context);
  const page = untilHydrated(await context.newPage());
  await page.goto('/sign-in');
  await page.getByLabel('用户名').fill(user.username);
  await page.getByLabel('密码').fill(user.password);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  return page;
}

/** The template of the return as a reporter downloads it, with these values in the column 本期数. */
async function filledTemplate(page: Page, collectionId: string, values: readonly (string | number)[]): Promise<Buffer> {
  const answer = await page.request.get(`/api/downloads/template/${collectionId}?format=xlsx`);
  expect(answer.status()).toBe(200);
  const workbook = await openXlsx(new Uint8Array(await answer.body()));
  const [sheet] = workbook.sheets;
  const head = sheet?.rows.findIndex((row) => row.includes('本期数')) ?? -1;
  const column = sheet?.rows[head]?.indexOf('本期数') ?? -1;
  for (const [at, value] of values.entries()) {
    const row = sheet?.rows[head + 1 + at];
    if (row) row[column] = value;
    sheet?.cells?.delete(`${head + 1 + at},${column}`);
  }
  return Buffer.from(await saveXlsx(workbook));
}

async function upload(page: Page, collectionId: string, name: string, buffer: Buffer): Promise<void> {
  await page.goto(`/reporting/import?collection=${collectionId}`);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await page.getByLabel('选择文件').setInputFiles({ name, mimeType, buffer });
  await page.getByRole('button', { name: '上传并核对' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('link', { name: '核对并报送' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '核对并报送' })).toBeVisible();
  await page.getByRole('button', { name: '确认报送' }).click();
  await expect(page.getByText(/已报送 \d 项，等待部门审核/)).toBeVisible();
}

test.afterAll(async ({ sql }) => {
  for (const context of contexts) await context.close();
  await forget(sql);
});

test('a figure goes from the opening of its collection to the chart, and through its correction', async ({
  browser,
  product,
  sql,
  page,
}) => {
  test.setTimeout(240_000);
  await invent(sql);
  const office = await signedIn(browser, product, 'assessmentOffice');
  const jia = await signedIn(browser, product, 'reporter', units.jia);
  const yi = await signedIn(browser, product, 'reporter', units.yi);
  const reviewer = await signedIn(browser, product, 'departmentReviewer');

  // The office opens a collection.
  await office.goto('/reporting/collections/new?kind=month&year=2026&period=2026-M09');
  await office.getByLabel('名称', { exact: true }).fill(title);
  await office.locator('summary', { hasText: '演示数据' }).click();
  for (const code of codes) await office.getByLabel(`演示指标${code} 当期`).check();
  await office.getByLabel('序列', { exact: true }).selectOption({ value: own });
  await office.getByLabel('单位审核', { exact: true }).uncheck();
  await office.getByLabel('数据版本').selectOption({ label: '核定' });
  await office.getByRole('button', { name: '开设任务' }).click();
  await expect(office.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(office.getByText('未填 2')).toBeVisible();
  const collectionId = new URL(office.url()).pathname.split('/').at(-1) ?? '';

  // A reporter finds it on the workbench and fills it in by the form, with the keyboard alone.
  await jia.reload();
  await jia.getByRole('row').filter({ hasText: title }).getByRole('link', { name: '填报', exact: true }).click();
  await expect(jia.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const first = jia.getByLabel(`演示指标${codes[0]}，本期数，单位亿元`);
  await first.focus();
  await jia.keyboard.type('１，２００．５');
  await jia.keyboard.press('Enter');
  await expect(jia.getByLabel(`演示指标${codes[1]}，本期数，单位亿元`)).toBeFocused();
  await jia.keyboard.type('86000万');
  await jia.keyboard.press('Enter');
  await expect(jia.getByText('读作 8.6 亿元')).toBeVisible();
  await expect(jia.getByText(/已于 \d\d:\d\d:\d\d 自动保存/)).toBeVisible({ timeout: 15_000 });
  expect(await accessibilityFaults(jia)).toEqual([]);
  await jia.reload();
  await expect(first).toHaveValue('１，２００．５');
  await submit(jia);

  // The other unit uses Excel: first with an error, which is reported by its cell, then corrected.
  await upload(yi, collectionId, '错的.xlsx', await filledTemplate(yi, collectionId, ['12..3', 77]));
  await expect(yi.getByRole('row').filter({ hasText: /H\d+/ }).first()).toContainText('错误');
  await expect(yi.getByText('有 1 行错误')).toBeVisible();
  await upload(yi, collectionId, '对的.xlsx', await filledTemplate(yi, collectionId, [1300.25, 77]));
  await yi.getByRole('button', { name: /^写入 2 项/ }).click();
  await expect(yi.getByText('已写入').first()).toBeVisible();
  await yi.goto(`/reporting/entry/${collectionId}`);
  await expect(yi.getByLabel(`演示指标${codes[0]}，本期数，单位亿元`)).toHaveValue('1300.25');
  await submit(yi);

  // The reviewer returns one figure and approves the rest.
  await reviewer.goto(`/reporting/review/${collectionId}/${units.jia}?figure=${codes[1]}+2026-M09`);
  const detail = reviewer.locator('#detail');
  await detail.getByLabel('退回理由').fill('请核对计量单位');
  await detail.getByRole('button', { name: /^退回/ }).click();
  await expect(reviewer.getByRole('status').first()).toContainText('退回');
  for (const unit of [units.jia, units.yi, units.yi]) {
    await reviewer.goto(`/reporting/review/${collectionId}/${unit}`);
    await detail.getByRole('button', { name: '通过', exact: true }).click();
    await detail.getByRole('button', { name: '确定通过' }).click();
    await expect(reviewer.getByRole('status').first()).toContainText('已核定');
  }

  // The reporter reads the reason on the workbench and corrects the figure.
  await jia.goto('/workbench');
  await expect(jia.getByText('退回理由：请核对计量单位')).toBeVisible();
  await jia.getByRole('row').filter({ hasText: title }).getByRole('link', { name: '改正退回项' }).click();
  await expect(first).toHaveAttribute('readonly', '');
  await jia.getByLabel(`演示指标${codes[1]}，本期数，单位亿元`).fill('8.61');
  await submit(jia);
  await reviewer.goto(`/reporting/review/${collectionId}/${units.jia}`);
  await detail.getByRole('button', { name: '通过', exact: true }).click();
  await detail.getByRole('button', { name: '确定通过' }).click();
  await expect(reviewer.getByRole('status').first()).toContainText('已核定');

  // Everybody sees the figure: in the ranking, in the chart, with its source.
  await page.goto(`/catalogue/indicators/${codes[0]}`);
  const ranking = page.locator('#ranking');
  await expect(ranking.getByRole('row').nth(1)).toContainText('乙县');
  await expect(ranking.getByRole('row').nth(1)).toContainText('1,300.25');
  await expect(ranking.getByRole('row').nth(2)).toContainText('1,200.5');
  await ranking.getByRole('row').nth(2).locator('a.cite').first().click();
  await expect(page.getByRole('dialog')).toContainText(title);
  await page.keyboard.press('Escape');
  await page.locator('#charts').scrollIntoViewIfNeeded();
  await expect(page.locator('#charts svg.recharts-surface').first()).toBeVisible();

  // A correction: requested by the reporter, granted by another person, approved; the old value stays readable.
  const beforeCorrection = new Date();
  await jia.goto(`/reporting/entry/${collectionId}`);
  await jia.locator('#reopen').getByText(`演示指标${codes[0]}`).click();
  await jia.locator('#reopen').getByLabel('申请理由').fill('统计部门核减一家企业');
  await jia.getByRole('button', { name: '提交申请' }).click();
  await expect(jia.getByText('申请已提交，等待考核办决定。')).toBeVisible();
  await office.goto(`/reporting/collections/${collectionId}`);
  const request = office.locator('#requests');
  await expect(request).toContainText('统计部门核减一家企业');
  await request.getByRole('link', { name: '处理' }).click();
  const measure = office.locator('#measure');
  await measure.getByRole('textbox').fill('同意更正');
  await measure.getByRole('button').click();
  await expect(office.getByText('已作出决定。')).toBeVisible();
  await jia.goto(`/reporting/entry/${collectionId}`);
  await first.fill('1,150.5');
  await submit(jia);
  await page.reload();
  await expect(ranking.getByRole('row').nth(2)).toContainText('1,200.5');
  await reviewer.goto(`/reporting/review/${collectionId}/${units.jia}`);
  await reviewer.keyboard.press('a');
  // The last level publishes, so it is asked first; nothing is approved until then.
  await expect(detail.getByRole('button', { name: '先不做' })).toBeFocused();
  const held = await sql`select state from submission_value where collection_id = ${collectionId}
    and org_unit_code = ${units.jia} and state = 'submitted'`;
  expect(held).toHaveLength(1);
  await reviewer.keyboard.press('a');
  await expect(reviewer.getByRole('status').first()).toContainText('已核定');

  await page.goto(`/catalogue/indicators/${codes[0]}`);
  await expect(ranking.getByRole('row').nth(2)).toContainText('1,150.5');
  const revisions = page.locator('#revisions');
  await expect(revisions).toContainText('1,200.5');
  await expect(revisions).toContainText('1,150.5');
  await jia.goto(`/reporting/revisions/${codes[0]}/${units.jia}/2026-M09`);
  await expect(jia.getByRole('main')).toContainText('统计部门核减一家企业');
  await expect(jia.getByRole('main')).toContainText('1,200.5');
  const shanghai = new Date(beforeCorrection.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
  await page.goto(`/catalogue/indicators/${codes[0]}?asof=${shanghai}`);
  await expect(ranking.getByRole('row').nth(2)).toContainText('1,200.5');
});
