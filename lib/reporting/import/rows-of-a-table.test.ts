import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { interpretedSheet } from '@/lib/reporting/import/interpret-sheet';
import { writtenStaged } from '@/lib/reporting/import/written-finding';
import { asked, period, plainSheet } from '@/lib/testing/sheets';

const heads = ['指标名称', '报告期', '本期数', '同比', '备注'];
function found(rows: CellValue[][], more?: Parameters<typeof plainSheet>[1]) {
  const { rows: own, told } = interpretedSheet(plainSheet(rows, more), asked);
  return {
    figures: own.map((row) => [row.address, row.kind, row.indicatorCode, row.value, row.reportedYoy]),
    words: own.map((row) => row.findings.map((one) => writtenStaged(one, row, 'zh-CN')).join()),
    told: told.map((one) => writtenStaged(one, { indicatorCode: null, periodCode: null }, 'zh-CN')),
  };
}
const a = ['演示指标A', period, 568, 5.6, null];

describe('a row that has no figure of the table is passed over', () => {
  test.each<[what: string, cells: CellValue[]]>([
    ['the numbers of the columns', ['甲', '乙', 1, 2, 3]],
    ['the numbers of the columns in brackets', ['甲', '乙', '（1）', '（2）', '丙']],
    ['the numbers of the columns without 甲', [1, 2, 3, 4, 5]],
    ['a note', ['注：1. 本表按现价计算。']],
    ['signatures', ['填表人：张三', null, '审核人：李四', '填报日期：2026年11月2日']],
    ['signatures in their own cells', ['填表人', '张三', '审核人', '李四']],
    ['a source', ['资料来源：各部门', null, '单位（盖章）']],
  ])('%s', (_what, cells) => {
    const expected = [['C3', 'added', 'A', '568', '5.6']];
    expect(found([heads, cells, a]).figures).toEqual(expected);
    expect(found([heads, [], a, cells]).figures).toEqual(expected);
  });

  test.each<[what: string, cells: CellValue[]]>([
    ['a sum', ['合计', period, 568]],
    ['a number below a note', ['注', null, 568]],
    ['other numbers', ['3', '4', 5]],
  ])('but %s is refused in its cell', (_what, cells) => {
    expect(found([heads, a, cells]).figures.map(([address, kind]) => [address, kind])).toEqual([
      ['C2', 'added'],
      ['C3', 'faulty'],
    ]);
  });
});

test.each([
  '一、演示指标A',
  '（一）演示指标A',
  '1.演示指标A',
  '3、演示指标A',
  '#演示指标A',
  '  # 演示指标A',
  '其中：演示指标A',
  '其中:#演示指标A（亿元）',
])('“%s” is the indicator behind the mark of its line', (name) => {
  expect(found([heads, [name, period, 568, 5.6]]).figures).toEqual([['C2', 'added', 'A', '568', '5.6']]);
});

test.each(['…', '……', '×', '***', '空', '无'])('“%s” in place of a figure is refused with what to write', (text) => {
  const one = found([heads, ['演示指标A', period, text]]);
  expect(one.figures[0]?.[1]).toBe('faulty');
  expect(one.words[0]).toContain('没有数据的填“未报”或“不适用”，是 0 的填 0。');
});

describe('what lies under merged cells', () => {
  const under = (startRow: number, startCol: number, endRow: number, endCol: number) => ({
    merges: [{ startRow, startCol, endRow, endCol }],
  });

  test('is not read, and named', () => {
    const one = found([heads, ['演示指标A', period, 568, 5.6, '注']], under(1, 2, 1, 4));
    expect(one.figures).toEqual([['C2', 'added', 'A', '568', null]]);
    expect(one.told.at(-1)).toBe('D2、E2 被合并单元格遮住，其中的内容没有读取。');
  });

  test('is no heading, and a heading over an empty column is that of the other', () => {
    expect(() => found([heads, a], under(0, 2, 0, 3))).toThrow('sameHeading');
    const empty = found([heads, ['演示指标A', period, 568]], under(0, 2, 0, 3));
    expect(empty.figures).toEqual([['C2', 'added', 'A', '568', null]]);
  });

  test('over rows is a figure of none of them', () => {
    const rows = [heads, a, ['演示指标B', period, 999, 9.9, null]];
    expect(found(rows, under(1, 2, 2, 2)).figures.map(([, kind, , value]) => [kind, value])).toEqual([
      ['added', '568'],
      ['faulty', null],
    ]);
    expect(found(rows, under(1, 2, 2, 3)).figures.map(([, kind]) => kind)).toEqual(['added', 'faulty']);
  });
});

test('a table may begin anywhere in the first ten rows, below a title and lines of its own', () => {
  const left = [null, null];
  const rows: CellValue[][] = [
    ...Array.from({ length: 5 }, () => []),
    [...left, '主要指标完成情况', null, null, null, null],
    [...left, '填报单位：甲区', null, null, '单位：万元', null],
    [...left, ...heads],
    [...left, '甲', '乙', 1, 2, 3],
    [...left, '演示指标A', period, 5680000, 5.6, null],
  ];
  const merges = [{ startRow: 5, startCol: 2, endRow: 5, endCol: 6 }];
  expect(found(rows, { merges }).figures).toEqual([['E10', 'added', 'A', '568', '5.6']]);
});

describe('names of the catalogue', () => {
  const entry = (code: string, nameZh: string, aliases: string[], parentZh?: string) => ({
    ...{ code, nameZh, nameEn: code, aliases },
    ...(parentZh !== undefined && { parentZh }),
  });
  const names = {
    units: [
      entry('JIA', '甲区', ['甲城'], '丙市'),
      entry('K1', '甲开发区', [], '丙市'),
      entry('K2', '乙开发区', [], '丙市'),
      entry('H1', '海门区', [], '丙市'),
    ],
    indicators: [entry('A', '演示指标A', ['总产值', '产值']), entry('B', '演示指标B', ['产值'])],
  };
  const readAs = (indicator: string, unit: string, more = names) => {
    const rows = [
      ['指标名称', '填报单位', '报告期', '本期数'],
      [indicator, unit, period, 568],
    ];
    const { rows: own } = interpretedSheet(plainSheet(rows), { ...asked, names: more });
    return own.map((row) => [
      row.kind === 'added' ? row.indicatorCode : row.findings.map((one) => writtenStaged(one, row, 'zh-CN')).join(),
    ])[0]?.[0];
  };

  test.each([
    ['总产值', '甲区'],
    ['#总产值（亿元）', 'JIA'],
    ['演示指标A', '甲城'],
    ['演示指标A', '丙市甲区'],
  ])('%s of %s is read', (indicator, unit) => {
    expect(readAs(indicator, unit)).toBe('A');
  });

  test.each([
    ['产值', '甲区', '有几项指标都叫“产值”（演示指标A、演示指标B），无法判断是哪一项。'],
    ['演示指标A', '开发区', '“开发区”可能是 甲开发区、乙开发区 等，无法判断是哪个单位。'],
    ['演示指标A', '海门', '“海门”不是本单位'],
  ])('%s of %s is refused with the candidates', (indicator, unit, words) => {
    expect(readAs(indicator, unit)).toContain(words);
  });
});
