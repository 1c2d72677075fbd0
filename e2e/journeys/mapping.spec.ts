import type { Page } from '@playwright/test';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { expect, test } from '@/e2e/fixtures';
import { cookiesOf, enterAs, joinProduct, newAccount, signedIn } from '@/e2e/people';

joinProduct();
const name = '演示月报（识别）';
const open = (page: Page, link: string) => page.getByRole('link', { name: link }).first().click();

/** A monthly report with a merged title, a line of units, a name of its own, an unknown column, a total and a note. */
async function report(
  month: number,
  figures: readonly [number, number],
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [first, second] = figures;
  const rows: CellValue[][] = [
    [`2032年${month}月主要指标`],
    [null, null, '单位：亿千瓦时'],
    ['地区', '工业用电量（演示）', '同比（%）', '排队情况'],
    ['甲区（演示）', first, 3.2, '略'],
    ['开发片区', second, -1, '略'],
    ['合计', first + second, 1, '略'],
    ['注：演示数据，未经核定。'],
  ];
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }];
  const bytes = await writeXlsx({
    sheets: [
      { name: '月报', rows, merges },
      { name: '说明', rows: [['演示']] },
    ],
  });
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name: `演示月报${month}月.xlsx`, mimeType, buffer: Buffer.from(bytes) };
}

test('a messy sheet is pointed at, left and found again, recorded, confirmed; the next month takes two clicks', async ({
  browser,
  product,
}) => {
  test.setTimeout(400_000);
  const office = await signedIn(browser, product, 'assessmentOffice');
  const other = await signedIn(browser, product, 'assessmentOffice');
  const send = async (month: number, figures: readonly [number, number]) => {
    await office.goto('/reporting/mapping');
    await office.locator('input[type=file]').setInputFiles(await report(month, figures));
    await office.getByRole('button', { name: '上传并识别' }).click();
    await expect(office.getByRole('heading', { name: `演示月报${month}月.xlsx` })).toBeVisible();
  };
  await office.goto('/catalogue/cited');
  await open(office, '识别月报表');
  await expect(office.getByRole('heading', { name: '表格识别' })).toBeVisible();

  await send(3, [12.5, 9.25]);
  await expect(office.getByText('读出 1 个数，1 处没有读懂')).toBeVisible();
  await expect(office.getByText('没有名叫“开发片区”的单位')).toBeVisible();
  await expect(office.getByRole('row', { name: /合计、总计行/ })).toContainText('A6');
  await expect(office.getByLabel('第 B 列的是什么')).toHaveValue('value');
  await expect(office.getByText('列头里有不认识的词：排队情况')).toBeVisible();

  // What is said is there again after leaving, for a colleague as well.
  await office.getByLabel('第 C 列的是什么').selectOption({ label: '不读' });
  await office.getByLabel('第 B 列的报告期').fill('那个月');
  await office.getByRole('button', { name: '保存各列' }).click();
  await expect(office.getByRole('alert').getByText('“那个月”不是报告期')).toBeVisible();
  await expect(office.getByLabel('第 C 列的是什么')).toHaveValue('ignore');
  await office.getByLabel('第 B 列的报告期').fill('');
  await office.getByLabel('第 C 列的是什么').selectOption({ label: '公布同比' });
  await office.getByRole('button', { name: '保存各列' }).click();
  await expect(office.getByText('已保存。')).toBeVisible();
  await office.getByLabel('A5 的“开发片区”是').fill('丙区（演示）');
  await office.getByRole('button', { name: '保存名称' }).click();
  await expect(office.getByText('读出 2 个数，0 处没有读懂')).toBeVisible();
  await office.goto('/workbench');
  await open(office, '张表正在识别');
  await open(office, '演示月报3月.xlsx');
  await expect(office.getByText('读出 2 个数，0 处没有读懂')).toBeVisible();
  await office.getByLabel('名称', { exact: true }).fill(name);
  await office.getByRole('button', { name: '记下', exact: true }).click();
  await expect(office.getByText('已记下')).toBeVisible();

  await open(office, '预览并录入');
  await expect(office.getByText('新增 2 个，更正 0 个，不变 0 个。')).toBeVisible();
  await expect(office.getByRole('row', { name: /B5/ })).toContainText('丙区（演示）');
  await office.getByRole('button', { name: '录入 2 个' }).click();
  await expect(office.getByRole('alert').getByText('请选择来源')).toBeVisible();
  await office.getByLabel('来源', { exact: true }).selectOption({ index: 1 });
  await office.getByRole('button', { name: '录入 2 个' }).click();
  await expect(office.getByRole('heading', { name: '整批核对：演示月报3月.xlsx' })).toBeVisible();
  await expect(office.getByRole('button', { name: '整批确认 2 个' })).toHaveCount(0);
  const figure = '/reporting/revisions/DEMO_POWER/DEMO-BING/2032-M03';
  expect((await office.request.get(figure)).status()).toBe(404);
  await other.goto('/catalogue/cited');
  await open(other, '演示月报3月.xlsx');
  await other.getByRole('button', { name: '整批确认 2 个' }).click();
  await expect(other.getByText('已确认 2 个')).toBeVisible();
  await office.goto(figure);
  await expect(office.getByText('9.25').first()).toBeVisible();

  // The next month: from the upload to the record in two clicks.
  await send(4, [13, 9.5]);
  await expect(office.getByText(`与“${name}”格式相同`)).toBeVisible();
  await open(office, '预览并录入');
  await office.getByRole('button', { name: '录入 2 个' }).click();
  await expect(office.getByRole('heading', { name: '整批核对：演示月报4月.xlsx' })).toBeVisible();

  await office.goto('/reporting/mapping');
  const kept = office.getByRole('row', { name: new RegExp(`^${name} 2`) });
  await kept.getByText('改名').click();
  await kept.getByLabel('名称').fill(`${name}甲`);
  await kept.getByRole('button', { name: '保存名称' }).click();
  await expect(office.getByText('已改名。')).toBeVisible();
  const renamed = office.getByRole('row', { name: new RegExp(`^${name}甲`) });
  await renamed.getByRole('button', { name: '停用' }).click();
  await renamed.getByRole('button', { name: '停用', exact: true }).click();
  await expect(office.getByText('已停用。')).toBeVisible();
});

test('a reporter compares a sheet with the own return', async ({ page, context, product, sql }) => {
  const [asked] = await sql`select i.period_code as period from submission s
    join collection c on c.id = s.collection_id and c.state = 'open'
    join collection_item i on i.collection_id = c.id and i.indicator_code = 'DEMO_POWER' and i.period_code like '____-M__'
    where s.org_unit_code = 'DEMO-JIA' and s.state = 'draft' order by 1 desc limit 1`;
  const [year, month] = String(asked?.period).split('-M').map(Number);
  await enterAs(context, product, await cookiesOf(await newAccount('reporter', 'DEMO-JIA')));
  await page.goto('/reporting/import');
  await open(page, '表格不是模板的样子');
  await expect(page.getByRole('heading', { name: '表格识别' })).toBeVisible();
  const rows = [
    `${year}年${month}月主要指标,单位：亿千瓦时`,
    '地区,工业用电量（演示）',
    '甲区（演示）,12.5',
    '乙县（演示）,9',
  ];
  const buffer = Buffer.from(rows.join('\r\n'));
  await page.locator('input[type=file]').setInputFiles({ name: '演示报表.csv', mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: '上传并识别' }).click();
  await page.getByRole('button', { name: '与填报任务比对' }).click();
  await expect(page.getByText('表中有 1 个数是别的单位的，没有带入：B4')).toBeVisible();
  await expect(page.getByRole('link', { name: '回到识别的表格' })).toBeVisible();
});
