import { readFileSync } from 'node:fs';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { EmptyProduct } from '@/e2e/empty-product';
import { expect, test } from '@/e2e/fixtures';
import { begin, confirmBatch, confirmChange, main, makeAccount, menu, publishAndTry } from '@/e2e/setting-up';
import { humanDevelopment } from '@/lib/assessment/published-index/schemes';

const product = new EmptyProduct();
/** The printed indicators of 191 countries: Human Development Report 2021/2022, statistical annex, table 1. */
const [, ...table] = readFileSync('lib/assessment/published-index/hdi-2021.csv', 'utf8')
  .trim()
  .split('\n')
  .map((row) => (row.match(/"[^"]*"|[^,]+/g) ?? []).map((cell) => cell.replaceAll('"', '')));
const indicators = [
  { code: 'LIFE', name: 'Life expectancy', unit: '岁', decimals: 1, column: 4 },
  { code: 'SCHOOLING_EXPECTED', name: 'Expected years of schooling', unit: '年', decimals: 1, column: 5 },
  { code: 'SCHOOLING_MEAN', name: 'Mean years of schooling', unit: '年', decimals: 1, column: 6 },
  { code: 'INCOME', name: 'GNI per head', unit: '国际元', decimals: 0, column: 7 },
];
const title = '人类发展报告2021/2022';
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** One workbook of the units, a sequence, the indicators with their definitions, and the document. */
async function catalogue() {
  const indicator = ({ code, name, unit, decimals }: (typeof indicators)[number]): CellValue[] => [
    ...[code, name, '人类发展', unit, decimals, '数量', '正向（越高越好）', '当期', '年度', '联合国开发计划署'],
  ];
  const sheets: { name: string; rows: CellValue[][] }[] = [
    {
      name: '领域',
      rows: [
        ['代码', '名称'],
        ['HD', '人类发展'],
      ],
    },
    { name: '单位', rows: [['代码', '名称', '类别'], ...table.map(([iso = '', name = '']) => [iso, name, '国家'])] },
    {
      name: '序列',
      rows: [
        ['代码', '名称'],
        ['COUNTRIES', '各国'],
      ],
    },
    {
      name: '序列成员',
      rows: [['序列', '单位', '起始日期'], ...table.map(([iso = '']) => ['COUNTRIES', iso, '2020-01-01'])],
    },
    {
      name: '指标',
      rows: [
        ['代码', '名称', '领域', '计量单位', '小数位数', '量的种类', '方向', '口径', '频度', '责任单位'],
        ...indicators.map(indicator),
      ],
    },
    {
      name: '定义',
      rows: [['指标', '起始日期', '定义'], ...indicators.map(({ code, name }) => [code, '2020-01-01', name])],
    },
    {
      name: '来源',
      rows: [
        ['代码', '文件名称', '发布单位', '可靠程度'],
        ['HDR', title, '联合国开发计划署', '官方发布'],
      ],
    },
  ];
  return { name: '目录.xlsx', mimeType, buffer: Buffer.from(await writeXlsx({ sheets })) };
}

/** One tidy file of all figures, by the names of the indicators and the units. */
const tidy = () => {
  const quoted = (text = '') => `"${text}"`;
  const rows = table.flatMap((row) =>
    indicators.map(({ name, column }) => [name, quoted(row[1]), '2021年', row[column]].join(',')),
  );
  return {
    name: '2021.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['指标,单位,报告期,数值', ...rows].join('\n')),
  };
};

/** The index as its technical note says: the cube root of three dimensions, to three decimals. */
function byHand(row: readonly string[]): number {
  const [life = 0, expected = 0, mean = 0, income = 0] = row.slice(4, 8).map(Number);
  const capped = (share: number) => Math.min(1, share);
  const wealth = capped((Math.log(income) - Math.log(100)) / (Math.log(75_000) - Math.log(100)));
  const index = capped((life - 20) / 65) * ((capped(expected / 18) + capped(mean / 15)) / 2) * wealth;
  return Math.round(Math.cbrt(index) * 1000) / 1000;
}

test('191 units and four indicators come in by two files, and are ranked by logarithm and geometric mean', async ({
  browser,
}) => {
  test.setTimeout(600_000);
  const admin = await product.person(browser, '管理员');
  await begin(admin, 'admin', product.secret);
  const secrets = [await makeAccount(admin, 'kaohe1', '考核办'), await makeAccount(admin, 'kaohe2', '考核办')];
  const office = await product.person(browser, '考核办甲');
  const second = await product.person(browser, '考核办乙');
  await begin(office, 'kaohe1', secrets[0] ?? '');
  await begin(second, 'kaohe2', secrets[1] ?? '');

  await menu(office, '单位');
  await main(office).getByRole('link', { name: '整本目录' }).click();
  await office.locator('input[type=file]').setInputFiles(await catalogue());
  await office.getByLabel('理由（可不填）').fill('第一次建立目录');
  await office.getByRole('button', { name: '预览变动' }).click();
  await office.getByRole('button', { name: '写入这些变动' }).click();
  await expect(office.getByText(/已写入：新增 \d+ 行/)).toBeVisible();
  await confirmChange(second);

  await menu(office, '录数核对');
  await main(office).getByRole('link', { name: '从表格导入' }).click();
  await office.getByLabel('来源（表中').selectOption({ label: title });
  await office.getByLabel('位置（表中').fill('表1');
  await office.locator('input[type=file]').setInputFiles(tidy());
  await office.getByRole('button', { name: '上传并预览' }).click();
  await office.getByRole('button', { name: '提交 764 个' }).click();
  await confirmBatch(office, second, '2021.csv', 764);

  await menu(office, '考核方案');
  await main(office).getByRole('link', { name: '新建方案' }).first().click();
  const form = office.locator('#import-form');
  const scheme = Buffer.from(JSON.stringify(humanDevelopment));
  await form
    .locator('input[type=file]')
    .setInputFiles({ name: '方案.json', mimeType: 'application/json', buffer: scheme });
  await form.getByLabel('代码').fill('HDI');
  await form.getByRole('button').last().click();
  await expect(office).toHaveURL(/schemes\/HDI/);
  await publishAndTry(second, 'Human development');
  await second.getByRole('link', { name: '全部位次' }).click();

  const address = await second.getByRole('link', { name: '下载 CSV' }).getAttribute('href');
  const file = await second.request.get(address ?? '');
  const { data } = Papa.parse<string[]>((await file.text()).replace('\uFEFF', ''));
  const head = data.findIndex((row) => row.includes('单位') && row.includes('位次'));
  const [unitAt, rankAt] = [data[head]?.indexOf('单位') ?? -1, data[head]?.indexOf('位次') ?? -1];
  const totalAt = data[head]?.findIndex((name) => name.startsWith('总分')) ?? -1;
  const shown = data.slice(head + 1, head + 1 + table.length);
  console.log(`191 units from two files to a ranking: ${product.steps}`);
  const expected = table.map((row) => [row[1], byHand(row)] as const).sort((a, b) => b[1] - a[1]);
  const placeOf = (value: number) => expected.findIndex(([, other]) => other === value) + 1;
  expect(new Map(shown.map((row) => [row[unitAt], [Number(row[totalAt]), Number(row[rankAt])]]))).toEqual(
    new Map(expected.map(([unit, value]) => [unit, [value, placeOf(value)]])),
  );
});
