import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { translator } from '@/lib/i18n/translator';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { asked, figure, open, period, read, workbook } from '@/lib/testing/sheets';

const figures = [figure('T', '万吨'), figure('Y', '亿元'), figure('R', '%'), figure('P', '万人'), figure('F', '家')];
const against = { ...asked, returns: [{ ...open, figures }] };

/** The rows of a sheet with its units: the value, the kind, and the first finding in words. */
async function readRows(rows: CellValue[][]) {
  const found = (await read(await workbook(rows), '表.xlsx', against)).rows;
  return found.map((row) => [
    row.kind === 'faulty' ? null : row.value,
    ...row.findings.slice(0, 1).map((one) => writtenStaged(one, row, 'zh-CN')),
  ]);
}
const withColumn = (code: string, value: CellValue, unit: string) =>
  readRows([
    ['指标代码', '计量单位', '报告期代码', '本期数'],
    [code, unit, period, value],
  ]);

describe('a unit of measure that the sheet states', () => {
  test.each<[code: string, value: CellValue, unit: string, read: string | null]>([
    ['T', 120000, '吨', '12'],
    ['T', 12, '万吨', '12'],
    ['T', 0.0012, '亿吨', '12'],
    ['T', '120000多', '吨', '12'],
    ['T', '约１２００００', ' 吨 ', '12'],
    ['Y', 1234567890, '元', '12.3456789'],
    ['Y', 12345, '万元', '1.2345'],
    ['Y', 12, '', '12'],
    ['Y', '12万元', '元', '0.0012'],
    ['Y', 5, '10,000 yuan', '0.0005'],
    ['P', 25000, '人', '2.5'],
    ['F', 5, '家', '5'],
    ['F', 5, '户', null],
    ['R', 5.3, '%', '5.3'],
    ['R', 5.3, '百分点', null],
    ['R', 5.3, '亿元', null],
    ['T', 12, '万元', null],
    ['Y', 12, '亿美元', null],
    ['T', 12, '箱', null],
  ])('%s, %s in a column 计量单位 of %s is %s', async (code, value, unit, expected) => {
    expect((await withColumn(code, value, unit))[0]?.[0]).toBe(expected);
  });

  test('is said with its cell, converted or refused', async () => {
    expect(await withColumn('T', 120000, '吨')).toEqual([['12', 'B2 写明计量单位“吨”，“120000”换算为 12 万吨。']]);
    expect(await withColumn('T', 12, '万元')).toEqual([
      [null, 'B2 写明计量单位“万元”，不能换算为本指标的“万吨”。请换算后填写，并改正计量单位。'],
    ]);
  });

  test.each<[heading: string, read: string | null]>([
    ['本期数（吨）', '12'],
    ['本期数(单位：吨)', '12'],
    ['本期数【吨】', '12'],
    ['本期数/吨', '12'],
    ['本期数，吨', '12'],
    ['本期数 吨', '12'],
    ['本期数吨', '12'],
    ['本期数_（万吨）', '120000'],
    ['本期数（必填）', '120000'],
    ['本期数', '120000'],
    ['本期数（元）', null],
    ['本期数（箱）', null],
  ])('in the heading %s is applied', async (heading, expected) => {
    const [row] = await readRows([
      ['指标代码', '报告期代码', heading],
      ['T', period, 120000],
    ]);
    expect(row?.[0]).toBe(expected);
  });

  test.each(['', '计量单位'])('in a row “%s” below the heading is applied', async (label) => {
    const rows = [
      ['指标代码', '报告期代码', '本期数'],
      [label, '', '（吨）'],
      ['T', period, 120000],
    ];
    expect((await readRows(rows)).map(([value]) => value)).toEqual(['12']);
  });

  test.each<[line: string, code: string, value: number, read: string | null]>([
    ['单位：吨', 'T', 120000, '12'],
    ['（单位：吨）', 'T', 120000, '12'],
    ['主要指标（计量单位: 吨）', 'T', 120000, '12'],
    ['填报单位：甲区  单位：万元', 'Y', 12345, '1.2345'],
    ['单位：万元、%', 'Y', 12345, '1.2345'],
    ['单位：万元、%', 'R', 5.3, '5.3'],
    ['单位：亿元', 'Y', 12, '12'],
    ['单位：亿元', 'R', 5.3, null],
    ['单位：万元、亿元', 'Y', 12, null],
    ['填报单位：甲区', 'Y', 12, '12'],
    ['单位：甲区', 'Y', 12, '12'],
    ['单位：甲区统计局', 'Y', 12, '12'],
  ])('in the line “%s” above the table is applied to %s', async (line, code, value, expected) => {
    const [row] = await readRows([[line], ['指标代码', '报告期代码', '本期数'], [code, period, value]]);
    expect(row?.[0]).toBe(expected);
  });

  test.each<[line: readonly string[], code: string, value: number, read: string]>([
    [['单位：', '万元'], 'Y', 12345, '1.2345'],
    [['表', '', '计量单位:', '', '（万元）'], 'Y', 12345, '1.2345'],
    [['单位', '万元、%'], 'R', 5.3, '5.3'],
    [['单位 万元'], 'Y', 12345, '1.2345'],
    [['（单位 万元）'], 'Y', 12345, '1.2345'],
    [['单位（万元）'], 'Y', 12345, '1.2345'],
    [['单    位：万元'], 'Y', 12345, '1.2345'],
    [['计量单位为万元'], 'Y', 12345, '1.2345'],
    [['（万元）'], 'Y', 12345, '1.2345'],
    [['单位：', '甲区统计局'], 'Y', 12, '12'],
    [['单位：', '甲高新'], 'Y', 12, '12'],
    [['单位 甲区'], 'Y', 12, '12'],
    [['（快报）'], 'Y', 12, '12'],
  ])('in the cells %j above the table is applied to %s', async (line, code, value, expected) => {
    const [row] = await readRows([[...line], ['指标代码', '报告期代码', '本期数'], [code, period, value]]);
    expect(row?.[0]).toBe(expected);
  });

  test('in a line between the rows is applied to those below it', async () => {
    const rows = [
      ['指标代码', '报告期代码', '本期数', '备注'],
      ['Y', period, 12, null],
      ['', '', '', '单位：万吨'],
      ['单位：吨'],
      ['P', period, null, '单位：人'],
      ['T', period, 120000, null],
    ];
    expect((await readRows(rows)).map(([value]) => value)).toEqual(['12', null, '12']);
  });

  test('in the name of the indicator is applied', async () => {
    const rows = [
      ['指标名称', '报告期', '本期数'],
      ['演示指标T（吨）', '2026年10月', 120000],
    ];
    expect((await readRows(rows))[0]?.[0]).toBe('12');
  });

  test('is not the name of the reporting unit under 单位', async () => {
    const of = (unit: string) =>
      readRows([
        ['指标代码', '单位', '报告期代码', '本期数'],
        ['T', unit, period, 12],
      ]);
    expect((await of('甲区'))[0]).toEqual(['12']);
    expect((await of('吨'))[0]?.[0]).toBe('0.0012');
    expect((await of('乙县'))[0]?.[0]).toBeNull();
  });

  test('differently in two places is refused, and both are named', async () => {
    const rows = [
      ['指标代码', '报告期代码', '计量单位', '本期数（吨）'],
      ['T', period, '万吨', 12],
    ];
    expect(await readRows(rows)).toEqual([[null, 'C2、D1 写明的计量单位（万吨、吨）不一致。请改为一致，再上传。']]);
  });

  test('of 同比 is % or percentage points', async () => {
    const of = (heading: string, code: string) =>
      readRows([
        ['指标代码', '报告期代码', '本期数', heading],
        [code, period, 12, 5.3],
      ]);
    expect((await of('同比（%）', 'Y'))[0]).toEqual(['12']);
    expect((await of('同比±%', 'Y'))[0]).toEqual(['12']);
    expect((await of('同比（百分点）', 'R'))[0]).toEqual(['12']);
    expect((await of('同比（百分点）', 'Y'))[0]?.[0]).toBeNull();
    expect((await of('同比（‰）', 'Y'))[0]).toEqual([null, 'D1 写明同比的单位“‰”，应为 % 或百分点。']);
  });
});

test('a name is read in full width, with spaces and with another dash', async () => {
  const own = { ...figure('N'), indicator: { ...figure('N').indicator, nameZh: 'GDP-增速（演示）' } };
  const rows = [
    ['指标名称', '报告期', '本期数'],
    ['ＧＤＰ — 增 速 (演示)', '2026 / 10', 12],
  ];
  const found = await read(await workbook(rows), '表.xlsx', { ...asked, returns: [{ ...open, figures: [own] }] });
  expect(found.rows.map(({ kind, indicatorCode }) => [kind, indicatorCode])).toEqual([['added', 'N']]);
});

test('a period of the same days is used where only it is asked for, and said', async () => {
  const half = { ...figure('A'), periodCode: '2026-YTD06' };
  const rows = [
    ['指标代码', '报告期', '本期数'],
    ['A', '2026年上半年', 12],
  ];
  const [row] = (await read(await workbook(rows), '表.xlsx', { ...asked, returns: [{ ...open, figures: [half] }] }))
    .rows;
  expect(row).toMatchObject({
    kind: 'added',
    periodCode: '2026-YTD06',
    findings: [{ key: 'periodRead', address: 'B2' }],
  });
  expect(translator('zh-CN', 'imports')('findings.periodRead', { text: '甲', read: '乙' })).toBe(
    '报告期“甲”按 乙 读取。',
  );
});
