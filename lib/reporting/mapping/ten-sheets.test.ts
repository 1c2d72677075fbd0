import { describe, expect, test } from 'vitest';
import { faultsIn, inLines, leftIn, mapped } from '@/lib/testing/mapped-sheets';
import { figuresOf, sheetOf } from '@/lib/testing/ten-sheets';

// The figures behind each sheet were read from it by a person, cell by cell.
describe('ten sheets of ten shapes', () => {
  test('1: months in columns below a title, a unit line, 合计 in the middle', async () => {
    const sheet = await sheetOf(1);
    const found = mapped(sheet);
    expect(found.mapping).toMatchObject({
      ...{ headFrom: 3, headTo: 3, unit: { from: 'column' }, indicator: { from: 'fixed', code: 'POWER' } },
      period: { from: 'head' },
    });
    expect(inLines(found)).toEqual(figuresOf(1));
    expect(faultsIn(found)).toEqual([]);
    expect(leftIn(found)).toEqual(['total A6', 'empty C7', 'note A9', 'absence B8']);
  });

  test('2: months in columns, each with its own and the sum so far, and growth', async () => {
    const sheet = await sheetOf(2);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(figuresOf(2));
    expect(faultsIn(found)).toEqual([]);
  });

  test('3: units in columns, indicators with indented parts, a column of units of measure', async () => {
    const sheet = await sheetOf(3);
    const found = mapped(sheet);
    expect(found.mapping).toMatchObject({
      unit: { from: 'head' },
      indicator: { from: 'column' },
      period: { from: 'title' },
    });
    expect(inLines(found)).toEqual(figuresOf(3));
    // 房地产 is an alias of a whole, here a part of a line: a person says what it is, and no one knows 招商引资.
    expect(faultsIn(found)).toEqual(['partOf A6', 'unknownIndicator A9']);
    expect(leftIn(found)).toEqual(['otherColumn C2']);
    expect(found.unknown.map(({ key, either }) => [key, either])).toEqual([
      ['二、固定资产投资 / 房地产', ['INV_H']],
      ['五、招商引资', []],
    ]);
    const decided = mapped(sheet, (proposed) => ({
      names: { ...proposed.names, indicator: { '二、固定资产投资 / 房地产': 'INV_H' } },
    }));
    expect(inLines(decided)).toHaveLength(18);
    expect(inLines(decided)).toContain('INV_H JIA 2026-YTD10 3 D6');
    expect(faultsIn(decided)).toEqual(['unknownIndicator A9']);
  });

  test('4: units in columns with figure and growth below each, notes between the rows', async () => {
    const sheet = await sheetOf(4);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(figuresOf(4));
    expect(faultsIn(found)).toEqual([]);
    expect(leftIn(found)).toEqual(['note A5']);
  });

  test('5: merged names of units, two indicators each, this month and the year to date', async () => {
    const sheet = await sheetOf(5);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(figuresOf(5));
    expect(faultsIn(found)).toEqual([]);
  });

  test('6: 万元 and 亿元 in one sheet, by the heads of the indicators, with ranks', async () => {
    const sheet = await sheetOf(6);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(figuresOf(6));
    // 位次 behind 同比 may be that of the growth: a person says of what.
    expect(faultsIn(found)).toEqual(['rankOf D2', 'rankOf G2']);
    const said = mapped(sheet, ({ columns }) => ({
      columns: columns.map((one, at) => (at === 3 ? { ...one, indicator: 'OUT' } : one)),
    }));
    expect(inLines(said)).toContain('OUT JIA 2026-Q3 350.5 6.1% #1 B3');
    expect(leftIn(found)).toEqual(['unknownColumn I2', 'total A5']);
  });

  test('7: a second table below the first, in another unit of measure', async () => {
    const sheet = await sheetOf(7);
    const first = mapped(sheet);
    expect(inLines(first)).toEqual(figuresOf(7));
    expect(faultsIn(first)).toEqual([]);
    expect(leftIn(first)).toEqual(['unitLine A7', 'secondTable A8', 'secondTable A9', 'secondTable A10']);
    const second = mapped(sheet, () => ({}), null, { from: 7, to: 7 });
    expect(inLines(second)).toEqual(['TAX JIA 2026-M10 0.91 3% B9', 'TAX YI 2026-M10 0.995 4.2% B10'].sort());
    expect(faultsIn(second)).toEqual([]);
  });
});
