import fc from 'fast-check';
import type { CellStyle } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { imports } from '@/lib/i18n/zh-CN/imports';
import { asked, figure, head, open, period, read, rowsFound, workbook } from '@/lib/testing/sheets';

const cellOf = async (value: number, numFmt: string, code = 'A', font?: CellStyle['font']) => {
  const style = { numFmt, ...(font && { font }) };
  const [row] = await rowsFound([[code, period, value, '', '']], { cells: new Map([['1,2', { value, style }]]) });
  return row;
};

// The second column is what Excel, LibreOffice and WPS display.
describe('a figure is read as it looks', () => {
  test.each<
    [value: number, shown: string, format: string, code: string, read: string, qualifier: string, key: string | null]
  >([
    [12.5, '12.50', '0.00', 'A', '12.5', 'exact', null],
    [1234.5, '1,234.5', '#,##0.0', 'A', '1234.5', 'exact', null],
    [1234.5, '1,234.5 ', '#,##0.0_ ', 'A', '1234.5', 'exact', null],
    [5.3, '5.3%', '0.0"%"', 'R', '5.3', 'exact', 'percentFormat'],
    [5.3, '5.3%', '0.0\\%', 'R', '5.3', 'exact', 'percentFormat'],
    [0.053, '5.3%', '0.0%', 'R', '5.3', 'exact', 'percentFormat'],
    [0.05349, '5.3%', '0.0%', 'R', '5.3', 'exact', 'percentFormat'],
    [60, '6.00E+01', '0.00E+00', 'A', '60', 'exact', 'shown'],
    [88, '88多', '0"多"', 'A', '88', 'at_least', 'shown'],
    [88, '88余', '0"余"', 'A', '88', 'at_least', 'shown'],
    [88, '约88', '"约"0', 'A', '88', 'about', 'shown'],
    [88.2, '88左右', '0"左右"', 'A', '88', 'about', 'shown'],
    [12.3, '12.3亿元', '0.0"亿元"', 'A', '12.3', 'exact', 'shown'],
    [123000, '12.3万', '0!.0,"万"', 'A', '0.00123', 'exact', 'shown'],
    [123000, '12.3万', '0\\.0,"万"', 'A', '0.00123', 'exact', 'shown'],
    [16 / 3, '5.3', '0.0', 'A', '5.3', 'exact', 'rounded'],
    [16 / 3, '5.333333333', 'General', 'A', '5.333333333', 'exact', 'rounded'],
    [1.005, '1.01', '0.00', 'A', '1.01', 'exact', 'rounded'],
    [10.155, '10.16', '0.00', 'A', '10.16', 'exact', 'rounded'],
    [-5.3, '(5.3)', '0.0_);(0.0)', 'A', '-5.3', 'exact', 'shown'],
    [-5.3, '-5.3', '0.0;[Red]-0.0', 'A', '-5.3', 'exact', null],
    [-5.3, '▲5.3', '0.0;"▲"0.0', 'A', '-5.3', 'exact', 'shown'],
    [-1234.5, '△ 1,234.5', '#,##0.0;"△ "#,##0.0', 'A', '-1234.5', 'exact', 'shown'],
    [-0.053, '↓5.3%', '"↑"0.0%;"↓"0.0%', 'R', '-5.3', 'exact', 'percentFormat'],
    [0.053, '↑5.3%', '"↑"0.0%;"↓"0.0%', 'R', '5.3', 'exact', 'percentFormat'],
    [1234.5, '¥1,234.50', '"¥"#,##0.00', 'A', '1234.5', 'exact', null],
  ])('%f shown %s under %s', async (value, _shown, format, code, value2, qualifier, key) => {
    const row = await cellOf(value, format, code);
    expect([row?.value, row?.qualifier, row?.findings[0]?.key ?? null, row?.kind]).toEqual([
      value2,
      qualifier,
      key,
      'added',
    ]);
  });

  test.each<[value: number, shown: string, format: string, key: string]>([
    [123456789, '123.46', '0.00,,', 'shownDiffers'],
    [123456, '12.3', '0!.0,', 'shownDiffers'],
    [-5.3, '5.3', '0.0;0.0', 'shownDiffers'],
    [-5.3, '5.3', '0.0_ ;[Red]0.0', 'shownDiffers'],
    [0, '-', '#,##0.00;-#,##0.00;"-"', 'shownDiffers'],
    [5, '', ';;;', 'shownDiffers'],
    [0.5, '1/2', '# ?/?', 'shownDiffers'],
    [12345, '1.23E+04', '0.00E+00', 'shownDiffers'],
    [150.1, '150.1（快报）', '0.0"（快报）"', 'unreadable'],
    [5.3, '▲5.3', '"▲"0.0', 'unreadable'],
    [5.3, '↓5.3', '"↓"0.0', 'unreadable'],
    [88, '88家', '0"家"', 'unreadable'],
    [5.3, '5.3%', '0.0"%"', 'percentNotHere'],
  ])('%f shown %s under %s is refused in words', async (value, shown, format, key) => {
    const row = await cellOf(value, format);
    expect(row?.kind).toBe('faulty');
    expect(row?.findings.find((one) => one.key === key)).toMatchObject({ address: 'C2', severity: 'mandatory' });
    if (key === 'shownDiffers') expect(row?.findings[0]?.details).toEqual({ shown, text: `${value}` });
    expect(Object.keys(imports.findings)).toContain(key);
  });
});

const growthOf = async (cell: number | string, numFmt = 'General', code = 'A') => {
  const cells = new Map([['1,4', { value: cell, style: { numFmt } }]]);
  const [row] = await rowsFound([[code, period, 1, '', cell]], { cells });
  return [row?.kind === 'faulty' ? null : row?.reportedYoy, row?.findings.at(-1)?.key ?? null];
};

test.each<[cell: number | string, format: string, read: string | null, key: string | null]>([
  [5.3, 'General', '5.3', null],
  [5.3, '0.0"%"', '5.3', 'percentFormat'],
  [0.053, '0.0%', '5.3', 'percentFormat'],
  [5.26, '0.0', '5.3', 'rounded'],
  [-5.3, '0.0_);(0.0)', '-5.3', 'shown'],
  [-5.3, '"增长"0.0"%";"下降"0.0"%"', '-5.3', 'growthRead'],
  ['增长8.3%', 'General', '8.3', 'growthRead'],
  ['下降5.3%', 'General', '-5.3', 'growthRead'],
  ['持平', 'General', '0', 'growthRead'],
  ['（5.3）', 'General', null, 'growthUnreadable'],
  ['150.1（快报）', 'General', null, 'growthUnreadable'],
  ['提高0.5个百分点', 'General', null, 'growthPoints'],
])('同比 %s under %s', async (cell, format, value, key) => {
  expect(await growthOf(cell, format)).toEqual([value, key]);
});

test('a rate may grow by percentage points', async () => {
  expect(await growthOf('提高0.5个百分点', 'General', 'R')).toEqual(['0.5', 'growthRead']);
});

describe('a period in a cell of numbers is read as it looks', () => {
  const october = new Date('2026-10-01T00:00:00Z');
  test.each<[cell: Date | number, shown: string, format: string, key: string | null]>([
    [october, '2026年10月', 'yyyy"年"m"月"', null],
    [october, '2026/10', 'yyyy/m', null],
    [october, 'Oct-26', 'mmm-yy', null],
    [202610, '202610', 'General', null],
    [2026.1, '2026.10', '0.00', null],
    [2026.1, '2026.1', 'General', 'periodEither'],
    [october, '2026/10/1', 'yyyy/m/d', 'periodIsDay'],
  ])('%s shown %s', async (value, _shown, numFmt, key) => {
    const cells = new Map([['1,1', { value, style: { numFmt } }]]);
    const [row] = await rowsFound([['A', value, 12]], { cells });
    expect([row?.periodCode, row?.findings[0]?.key ?? null]).toEqual([key ? null : period, key]);
  });
});

const decimals = fc.integer({ min: 0, max: 4 }).map((count) => `0${count > 0 ? `.${'0'.repeat(count)}` : ''}`);
const suffix = fc.constantFrom(
  '',
  '"%"',
  '%',
  '"多"',
  '"亿元"',
  ',',
  ',,',
  ',"万"',
  '"元"',
  '_ ',
  '"家"',
  '‰',
  '"（快报）"',
);
const formats = fc
  .tuple(
    fc.constantFrom('', '"约"', '#,##', '[Red]', '"¥"', '+'),
    decimals,
    suffix,
    fc.constantFrom('', ';0.0', ';-0.0;"—"', ';(0)'),
  )
  .map(([ahead, number, behind, negative]) => `${ahead}${number}${behind}${negative}`);
const values = fc.oneof(
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

test('for 1,000 formats and values a figure is the stored one, or the reader is told', async () => {
  const cases = fc.sample(fc.tuple(formats, values, fc.constantFrom('亿元', '%', '家')), { numRuns: 1000, seed: 12 });
  const figures = cases.map(([, , unit], at) => figure(`X${at}`, unit));
  const rows = cases.map(([, value], at) => [`X${at}`, period, value]);
  const cells = new Map(cases.map(([numFmt, value], at) => [`${at + 1},2`, { value, style: { numFmt } }]));
  const against = { ...asked, returns: [{ ...open, figures }] };
  const found = (await read(await workbook([head, ...rows], { cells }), '表.xlsx', against)).rows;
  expect(found).toHaveLength(1000);
  const silent = found.filter(
    ({ value, qualifier, findings }, at) =>
      findings.length === 0 && (Number(value) !== Number(cases[at]?.[1].toPrecision(15)) || qualifier !== 'exact'),
  );
  expect(silent.map(({ rowNumber, value }) => [cases[rowNumber - 1], value])).toEqual([]);
  expect(found.filter(({ kind }) => kind !== 'faulty').length).toBeGreaterThan(200);
});
