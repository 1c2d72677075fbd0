import type { Page } from '@playwright/test';
import { expect, test } from '@/e2e/fixtures';
import { joinProduct, signedIn } from '@/e2e/people';

joinProduct();
const open = (page: Page, link: string) => page.getByRole('link', { name: link }).first().click();
/** Uploads rows with cells between bars as a list. */
async function send(page: Page, name: string, rows: string): Promise<void> {
  const text = rows
    .trim()
    .split('\n')
    .map((row) => row.trim().replaceAll('|', ','))
    .join('\r\n');
  await page.goto('/reporting/mapping');
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: '上传并识别' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}
async function confirm(page: Page, name: string, count: number): Promise<void> {
  await page.goto('/catalogue/cited');
  await open(page, name);
  await page.getByRole('button', { name: `整批确认 ${count} 个` }).click();
  await expect(page.getByText(`已确认 ${count} 个`)).toBeVisible();
}

test('years in rows are found, what is below is read or left, and a correction has the growth that it replaces', async ({
  browser,
  product,
}) => {
  test.setTimeout(400_000);
  const office = await signedIn(browser, product, 'assessmentOffice');
  const other = await signedIn(browser, product, 'assessmentOffice');
  await send(
    office,
    '历年演示.csv',
    `甲区（演示）历年主要指标（单位：亿千瓦时）
    年份|工业用电量（演示）|同比（%）
    2011|10.5|3.2
    2012|11|4.8
    合计|21.5|
    2013年快报|12|9
    年份|工业用电量（演示）|同比（%）
    2014|13|8.3`,
  );
  await expect(office.getByText('读出 3 个数，1 处没有读懂')).toBeVisible();
  await expect(office.getByLabel('第 A 列的是什么')).toHaveValue('period');
  await expect(office.getByLabel('单位（全表只有一个时写）')).toHaveValue('甲区（演示）');
  await expect(office.getByText('第 7 行起还有格式相同的表，一并读取')).toBeVisible();
  await office.getByLabel('A6 的“2013年快报”是哪个报告期').fill('某年');
  await office.getByRole('button', { name: '保存名称' }).click();
  await expect(office.getByRole('alert').getByText('“某年”不是报告期')).toBeVisible();
  await office.getByLabel('A6 的“2013年快报”是哪个报告期').fill('2013年');
  await office.getByRole('button', { name: '保存名称' }).click();
  await expect(office.getByText('读出 4 个数，0 处没有读懂')).toBeVisible();
  await office.getByLabel('下面格式相同的表').selectOption({ label: '不读' });
  await office.getByRole('button', { name: '保存整张表' }).click();
  await expect(office.getByText('读出 3 个数，0 处没有读懂')).toBeVisible();
  await office.getByLabel('下面格式相同的表').selectOption({ label: '一并读取' });
  await office.getByRole('button', { name: '保存整张表' }).click();
  await expect(office.getByText('读出 4 个数，0 处没有读懂')).toBeVisible();

  await open(office, '预览并录入');
  const preview = new URL(office.url()).pathname;
  await office.getByLabel('来源', { exact: true }).selectOption({ index: 1 });
  await office.getByRole('button', { name: '录入 4 个' }).click();
  await expect(office.getByRole('heading', { name: '整批核对：历年演示.csv' })).toBeVisible();
  // The preview of a sheet that was recorded leads to the sheet, with what became of it.
  await office.goto(preview);
  await expect(office).toHaveURL(new RegExp(`${preview.replace('/preview', '')}$`));
  await expect(office.getByText('已录入，等待另一人核对')).toBeVisible();

  // Who checks the batch finds the file and the cell.
  await other.goto('/catalogue/cited');
  await open(other, '历年演示.csv');
  const file = other.getByRole('link', { name: '下载 历年演示.csv' }).first();
  const answer = await other.request.get((await file.getAttribute('href')) ?? '');
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8']);
  expect(await answer.text()).toContain('2013年快报');
  await open(other, '看 B8 格');
  await expect(other.locator('#row-8')).toContainText('13');
  await confirm(other, '历年演示.csv', 4);

  await office.goto('/reporting/revisions/DEMO_POWER/DEMO-JIA/2012');
  await open(office, '更正');
  await expect(office.getByLabel('公布同比（可不填）')).toHaveValue('4.8');
  await expect(office.getByText('现行数的公布同比已带出')).toBeVisible();
  await office.getByLabel('公布同比（可不填）').fill('');
  await office.getByLabel('数值（照印）').fill('11.5');
  await office.getByLabel('位置', { exact: true }).fill('更正表');
  await office.getByLabel('更正理由').fill('演示：文件更正');
  await office.getByRole('button', { name: '录入' }).click();
  await expect(office.getByText('已录入，等待另一人核对')).toBeVisible();
  await other.goto('/catalogue/cited');
  await expect(other.getByText('现行数的公布同比 4.8 将不再显示')).toBeVisible();

  // A tidy sheet without a column of growths keeps them, and one with an empty cell does not.
  const tidy = async (name: string, text: string) => {
    await office.goto('/catalogue/cited/import');
    await office.getByLabel('来源（表中').selectOption({ index: 1 });
    await office.getByLabel('位置（表中').fill('表1');
    const buffer = Buffer.from(text);
    await office.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
    await office.getByRole('button', { name: '上传并预览' }).click();
  };
  await tidy('无同比.csv', '指标,单位,报告期,数值\nDEMO_POWER,DEMO-JIA,2011,10.6\n');
  await expect(office.getByRole('cell', { name: '3.2（表中没有这一列，照旧）' })).toBeVisible();
  await tidy('空同比.csv', '指标,单位,报告期,数值,公布同比\nDEMO_POWER,DEMO-JIA,2011,10.6,\n');
  await expect(office.getByRole('cell', { name: '3.2 → 不再显示（格中为空）' })).toBeVisible();
  await send(
    office,
    '无同比演示.csv',
    `甲区（演示）历年主要指标（单位：亿千瓦时）
    年份|工业用电量（演示）
    2011|10.6`,
  );
  await open(office, '预览并录入');
  await expect(office.getByText('表中没有公布同比一列，现行的 3.2 照旧')).toBeVisible();
});

test('the unit of measure that is kept for figures without one is told wherever the sheet is seen', async ({
  browser,
  product,
}) => {
  test.setTimeout(400_000);
  const office = await signedIn(browser, product, 'assessmentOffice');
  const rows = (month: number, figure: number) => `2033年${month}月主要指标
    地区|工业用电量（演示）
    甲区（演示）|${figure}`;
  const own = '没有标注计量单位的数按指标自己的计量单位读。';
  const stated = '没有标注计量单位的数按“亿千瓦时”读。';
  await send(office, '无单位3月.csv', rows(3, 12.5));
  await expect(office.getByText('读出 0 个数，1 处没有读懂')).toBeVisible();
  await expect(office.getByText('没有标注计量单位的数按')).toHaveCount(0);
  const choose = async (label: string) => {
    await office.getByLabel('没有标注计量单位时').selectOption({ label });
    await office.getByRole('button', { name: '保存整张表' }).click();
    await expect(office.getByText('已保存。')).toBeVisible();
  };
  await choose('按指标自己的计量单位');
  await expect(office.getByText(own)).toBeVisible();
  await expect(office.getByText('读出 1 个数，0 处没有读懂')).toBeVisible();
  await choose('亿千瓦时');
  await expect(office.getByText(stated)).toBeVisible();
  await office.getByLabel('名称', { exact: true }).fill('无单位月报（演示）');
  await office.getByRole('button', { name: '记下', exact: true }).click();
  await expect(office.getByText('已记下')).toBeVisible();
  // The sheet of the next month is read by it, and says so on both of its pages.
  await send(office, '无单位4月.csv', rows(4, 13));
  await expect(office.getByText('与“无单位月报（演示）”格式相同')).toBeVisible();
  await expect(office.getByText(stated)).toBeVisible();
  await open(office, '预览并录入');
  await expect(office.getByText(stated)).toBeVisible();
  await expect(office.getByText('新增 1 个，更正 0 个，不变 0 个。')).toBeVisible();
});
