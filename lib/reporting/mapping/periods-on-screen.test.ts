import { expect, test } from 'vitest';
import { appliedMapping } from '@/lib/reporting/mapping/apply-mapping';
import { nameKey } from '@/lib/reporting/mapping/names';
import { headsOfShape, keptOf, onSheet, shapeOf } from '@/lib/reporting/mapping/shape';
import { withColumns, withNames, withWhole } from '@/lib/reporting/mapping/typed-mapping';
import { harmlessLine, type Mapping } from '@/lib/reporting/mapping/words';
import {
  book,
  faultsIn,
  inLines,
  leftIn,
  mapped,
  mappedNames,
  typedRows,
  typedSheet,
} from '@/lib/testing/mapped-sheets';

test('the proposal finds periods in rows, and the screen takes back and gives again what it found', () => {
  const sheet = typedSheet('甲区主要指标（单位：亿元）\n|税收收入\n2021|1\n2022|2');
  const { mapping } = mapped(sheet);
  expect(mapping).toMatchObject({
    ...{ headFrom: 2, headTo: 2, unit: { from: 'fixed', code: 'JIA' } },
    ...{ indicator: { from: 'head' }, period: { from: 'column' } },
  });
  expect(mapping.columns.map(({ use }) => use)).toEqual(['period', 'value']);
  const used = (use: 'ignore' | 'period') => ({ at: 0, use, indicator: '', unit: '', period: '', measure: '' });
  const without = withColumns(mapping, [used('ignore')], mappedNames).mapping;
  // A column of years that is not read leaves the figures in doubt, even below a title with a period.
  const dated = withWhole(
    without,
    { ...{ indicator: '', unit: '甲区', period: '2022年', months: '', measure: '' }, lines: [], below: 'read' },
    mappedNames,
  ).mapping;
  expect(faultsIn(appliedMapping(sheet, dated, mappedNames))).toEqual(['unreadPeriod B3', 'unreadPeriod B4']);
  // Where a person says that the column is a remark, both rows are of the one period that was given.
  const remark = { ...dated, names: { ...dated.names, line: { a: harmlessLine } } };
  expect(faultsIn(appliedMapping(sheet, remark, mappedNames))).toEqual(['twiceInSheet B3', 'twiceInSheet B4']);
  const again = withColumns(without, [used('period')], mappedNames).mapping;
  expect(inLines(appliedMapping(sheet, again, mappedNames))).toEqual(['TAX JIA 2021 1 B3', 'TAX JIA 2022 2 B4']);
});

test('a period that is written otherwise is read when a person says what it is', () => {
  const sheet = typedSheet('甲区主要指标（单位：亿元）\n年份|税收收入\n2021|1\n“十三五”期末|2\n2022年（快报）|3');
  const found = mapped(sheet);
  expect(inLines(found)).toEqual(['TAX JIA 2021 1 B3']);
  expect(faultsIn(found)).toEqual(['unknownPeriod A4', 'unknownPeriod A5']);
  expect(found.unknown.map(({ kind, text, address }) => `${kind} ${text} ${address}`)).toEqual([
    'period “十三五”期末 A4',
    'period 2022年(快报) A5',
  ]);
  const key = found.unknown[1]?.key ?? '';
  const said = withNames(found.mapping, [{ kind: 'period', key, name: '2022年' }], mappedNames);
  expect(said.mapping.names.period).toEqual({ [key]: '2022' });
  expect(inLines(appliedMapping(sheet, said.mapping, mappedNames))).toEqual(['TAX JIA 2021 1 B3', 'TAX JIA 2022 3 B5']);
  const wrong = withNames(found.mapping, [{ kind: 'period', key, name: '那年' }], mappedNames);
  expect(wrong.faults).toMatchObject([{ field: 'name-0', key: 'mapping.refused.unknownPeriod' }]);
});

test('months that cross a year without saying so are read when a person says it of each', () => {
  const sheet = typedSheet('2026年2月税收收入（单位：亿元）\n月份|甲区\n12月|1\n1月|2');
  const found = mapped(sheet);
  expect(faultsIn(found)).toEqual(['rowsOrder A3', 'rowsOrder A4']);
  const names = found.unknown.map(({ key, text }) => ({
    kind: 'period' as const,
    key,
    name: `${text === '12月' ? 2025 : 2026}年${text}`,
  }));
  const { mapping } = withNames(found.mapping, names, mappedNames);
  expect(inLines(appliedMapping(sheet, mapping, mappedNames))).toEqual([
    'TAX JIA 2025-M12 1 B3',
    'TAX JIA 2026-M01 2 B4',
  ]);
});

test('a title of another unit than the one that is given keeps a sheet from being read, until it is said to be a remark', () => {
  const sheet = typedSheet('乙县历年主要指标（单位：亿元）\n年份|税收收入\n2021|1');
  const own = mapped(sheet, () => ({}), 'JIA');
  expect(inLines(own)).toEqual([]);
  expect(faultsIn(own)).toEqual(['aroundUnit B2']);
  const remark = {
    names: { indicator: {}, unit: {}, line: { [nameKey('乙县历年主要指标（单位：亿元）', '')]: harmlessLine } },
  };
  expect(inLines(mapped(sheet, () => remark, 'JIA'))).toEqual(['TAX JIA 2021 1 B3']);
  // The office of a place is no other place.
  const office = typedSheet('乙县统计局历年主要指标（单位：亿元）\n年份|税收收入\n2021|1');
  expect(inLines(mapped(office, () => ({}), 'JIA'))).toEqual(['TAX JIA 2021 1 B3']);
});

test('tables below are left out where a person says so', () => {
  const sheet = typedSheet('甲区主要指标（单位：亿元）\n年份|税收收入\n2021|1\n年份|税收收入\n2022|2');
  const found = mapped(sheet);
  expect(inLines(found)).toEqual(['TAX JIA 2021 1 B3', 'TAX JIA 2022 2 B5']);
  expect(found.further).toEqual([{ headFrom: 4, headTo: 4 }]);
  const whole = { indicator: '', unit: '甲区', period: '', months: '' as const, measure: '', lines: [] };
  const left = withWhole(found.mapping, { ...whole, below: 'left' }, mappedNames).mapping;
  const without = appliedMapping(sheet, left, mappedNames);
  expect(inLines(without)).toEqual(['TAX JIA 2021 1 B3']);
  expect(leftIn(without)).toEqual(['secondTable A4', 'secondTable A5']);
  const read = withWhole(left, { ...whole, below: 'read' }, mappedNames).mapping;
  expect(inLines(appliedMapping(sheet, read, mappedNames))).toEqual(inLines(found));
});

test('lines between the rows name what a person says that they name', () => {
  const sheet = typedSheet('2026年主要指标（单位：亿元）\n月份|甲区\n一、税收收入\n1月|1\n二、固定资产投资\n1月|2');
  const { mapping } = mapped(sheet);
  expect(mapping.indicator.from).toBe('line');
  const whole = { indicator: '', unit: '', period: '', months: '' as const, measure: '', below: 'read' as const };
  const taken = withWhole(mapping, { ...whole, lines: [] }, mappedNames).mapping;
  expect(inLines(appliedMapping(sheet, taken, mappedNames))).toEqual([]);
  const given = withWhole(taken, { ...whole, lines: ['indicator'] }, mappedNames).mapping;
  expect(inLines(appliedMapping(sheet, given, mappedNames))).toEqual([
    'INV JIA 2026-M01 2 B6',
    'TAX JIA 2026-M01 1 B4',
  ]);
  // A line under another name is decided like any other name.
  const unknown = mapped(
    typedSheet('2026年主要指标（单位：亿元）\n月份|甲区\n一、税收收入\n1月|1\n二、投资完成额\n1月|2'),
  );
  expect(unknown.unknown.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['indicator 二、投资完成额']);
});

test('a sheet with periods in rows is known again the next year, with a row more', () => {
  const year = (last: number) =>
    typedSheet(
      `2021-${last}年各县区税收收入\n单位：亿元\n年份|甲区|乙县\n${Array.from({ length: last - 2020 }, (_, at) => `${2021 + at}|${at}|${at}.5`).join('\n')}`,
    );
  const first = mapped(year(2023));
  const kept = keptOf(year(2023), first.mapping);
  const shape = shapeOf(year(2023), { from: 2, to: 2 }, first.mapping);
  const heads = headsOfShape(year(2024), kept, shape);
  expect(heads).toEqual({ from: 2, to: 2 });
  const mapping = heads && onSheet(year(2024), kept, heads);
  expect(mapping && inLines(appliedMapping(year(2024), mapping, mappedNames))).toContain('TAX YI 2024 3.5 C7');
});

test('merged years stand for their months', async () => {
  const rows = typedRows('甲区主要指标\n单位：亿元\n年份|月份|税收收入\n2025年|11月|1\n|12月|2\n2026年|1月|3\n|2月|4');
  expect(inLines(mapped(await book(rows, 'A4:A5 A6:A7')))).toEqual([
    'TAX JIA 2025-M11 1 C4',
    'TAX JIA 2025-M12 2 C5',
    'TAX JIA 2026-M01 3 C6',
    'TAX JIA 2026-M02 4 C7',
  ]);
});

test('the unread half of a row’s period is missed', () => {
  const sheet = typedSheet('2026年甲区主要指标（单位：亿元）\n年份|月份|税收收入\n2025|1|1');
  const monthsAlone = ({ columns }: Mapping) => ({
    columns: columns.map((one, at) => (at === 0 ? { ...one, use: 'ignore' as const } : one)),
  });
  expect(faultsIn(mapped(sheet, monthsAlone))).toEqual(['unreadPeriod C3']);
});
