import { readFile } from 'node:fs/promises';
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const codes = ['WB-ZONE', 'WB-JIA'];

test.afterEach(async ({ sql }) => {
  await sql`delete from proposal where subject = any(${codes.map((code) => `unit/${code}`)})`;
  await sql`delete from org_unit_alias where org_unit_code = any(${codes})`;
  await sql`delete from org_unit_former where org_unit_code = any(${codes})`;
  await sql`delete from org_unit where code = any(${codes.toReversed()})`;
});

/** A workbook of one sheet of units. */
async function units(...rows: CellValue[][]) {
  const heads = ['代码', '名称', '类别', '上级', '变动自', '虚构'];
  const buffer = Buffer.from(await writeXlsx({ sheets: [{ name: '单位', rows: [heads, ...rows] }] }));
  return { name: '目录.xlsx', mimeType, buffer };
}

test('the office exports the catalogue, mends its faults, sees every change, and writes it whole', async ({
  browser,
  product,
  sql,
}) => {
  test.setTimeout(240_000);
  const office = await signedIn(browser, product, 'assessmentOffice');
  const file = office.locator('input[type=file]');
  const preview = office.getByRole('button', { name: '预览变动' });
  const write = office.getByRole('button', { name: '写入这些变动' });
  const events = async () =>
    (await sql`select count(*)::int as n from audit_event where command = 'catalogue.import'`)[0]?.n;
  const before = await events();

  await office.goto('/catalogue/units');
  await office.getByRole('link', { name: '整本目录' }).click();
  const [download] = await Promise.all([
    office.waitForEvent('download'),
    office.getByRole('link', { name: '导出现有目录' }).click(),
  ]);
  const bytes = await readFile(await download.path());
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual([
    '说明',
    '单位',
    '序列',
    '序列成员',
    '领域',
    '指标',
    '定义',
    '来源',
    '目标',
  ]);
  await file.setInputFiles({ name: '目录.xlsx', mimeType, buffer: bytes });
  await preview.click();
  await expect(office.getByRole('heading', { name: '无变化' })).toBeVisible();
  await expect(write).toHaveCount(0);
  expect(await events()).toBe(before);

  // Other tests change the catalogue meanwhile, which is then previewed once more.
  const writeUntil = (words: string) =>
    expect(async () => {
      if (!(await write.isVisible())) await preview.click();
      await write.click({ timeout: 10_000 });
      await expect(office.getByText(words)).toBeVisible({ timeout: 5000 });
    }).toPass();

  // Faults come all at once, with their cells.
  const zone = ['WB-ZONE', '演示整本区', '开发区、园区', '', '', '是'];
  await file.setInputFiles(await units(zone, ['WB-JIA', '<b>甲</b>街道', '街区', '演示整本曲', '', '是']));
  await preview.click();
  await expect(office.getByRole('heading', { name: '有 2 处需要改' })).toBeVisible();
  await expect(office.getByRole('row', { name: /单位!D3.*演示整本区（WB-ZONE）/ })).toBeVisible();

  await file.setInputFiles(await units(zone, ['WB-JIA', '<b>甲</b>街道', '街道', '演示整本区', '', '是']));
  await preview.click();
  await expect(office.getByRole('heading', { name: '将有 2 处变动' })).toBeVisible();
  await expect(office.getByRole('cell', { name: '<b>甲</b>街道' }).first()).toBeVisible();
  expect(await sql`select from org_unit where code = 'WB-ZONE'`).toHaveLength(0);
  await writeUntil('已写入：新增 2 行');
  expect(await sql`select from org_unit where code = 'WB-JIA' and parent_code = 'WB-ZONE'`).toHaveLength(1);

  // What changed since the preview is not written over.
  const renamed = ['WB-ZONE', '演示整本新区', '开发区、园区', '', '2020-01-01', '是'];
  await file.setInputFiles(await units(renamed));
  await preview.click();
  await expect(office.getByText('其中有须写明理由的变动')).toBeVisible();
  await expect(write).toHaveCount(0);
  await office.getByLabel('理由（可不填）').fill('演示批复的更名');
  await preview.click();
  await expect(office.getByText('其中 1 行须由考核办另一人')).toBeVisible();
  await sql`update org_unit set version = version + 1 where code = 'WB-JIA'`;
  await write.click();
  await expect(office.getByRole('alert').getByText('预览之后目录又有变动')).toBeVisible();
  await preview.click();
  await writeUntil('待另一人确认 1 行');

  const other = await signedIn(browser, product, 'assessmentOffice');
  await other.goto('/catalogue/proposals');
  await expect(other.getByText('演示整本区自 2020-01-01 起改名为“演示整本新区”')).toBeVisible();
  const reporter = await signedIn(browser, product, 'reporter');
  expect((await reporter.request.get('/catalogue/workbook')).status()).toBe(403);
  expect((await reporter.request.get('/api/downloads/catalogue')).status()).toBe(403);
});
