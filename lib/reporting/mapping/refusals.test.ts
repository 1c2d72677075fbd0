import { describe, expect, test } from 'vitest';
import { appliedMapping } from '@/lib/reporting/mapping/apply-mapping';
import { headsOfShape, keptOf, onSheet, shapeOf } from '@/lib/reporting/mapping/shape';
import { ownMeasure } from '@/lib/reporting/mapping/words';
import { faultsIn, inLines, leftIn, mapped, mappedNames } from '@/lib/testing/mapped-sheets';
import { plainSheet } from '@/lib/testing/sheets';

const title = ['2026年10月规模以上工业总产值'];

describe('nothing is guessed', () => {
  test('a figure whose unit of measure nobody states is refused until a person says it', () => {
    const sheet = plainSheet([title, ['地区', '规模以上工业总产值'], ['甲区', 12], ['乙县', '13亿元']]);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(['OUT YI 2026-M10 13 B4']);
    expect(faultsIn(found)).toEqual(['measureUnstated B3']);
    expect(inLines(mapped(sheet, () => ({ measure: ownMeasure })))).toContain('OUT JIA 2026-M10 12 B3');
    expect(inLines(mapped(sheet, () => ({ measure: '万元' })))).toContain('OUT JIA 2026-M10 0.0012 B3');
  });

  test('two units of measure that contradict, and one that does not convert, are refused', () => {
    const sheet = plainSheet([
      title,
      ['单位：万元'],
      ['地区', '规模以上工业总产值（亿元）', '全社会用电量'],
      ['甲区', 12, 5],
    ]);
    expect(faultsIn(mapped(sheet))).toEqual(['measureOther C4', 'measuresDiffer B4']);
  });

  test('a figure that two cells state is taken from neither', () => {
    const sheet = plainSheet([title, ['地区', '工业总产值（亿元）'], ['甲区', 12], ['乙县', 13], ['甲城区', 14]]);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(['OUT YI 2026-M10 13 B4']);
    expect(faultsIn(found)).toEqual(['twiceInSheet B3', 'twiceInSheet B5']);
  });

  test('months below a title of sums from the beginning of the year may be either', () => {
    const sheet = plainSheet([['2026年累计用电量（万千瓦时）'], ['地区', '1月', '2月'], ['甲区', 12, 25]]);
    const indicator = { indicator: { from: 'fixed' as const, code: 'POWER' }, measure: ownMeasure };
    expect(faultsIn(mapped(sheet, () => indicator))).toEqual(['toDateInTitle B3', 'toDateInTitle C3']);
    const months = (decided: 'month' | 'toDate') =>
      inLines(mapped(sheet, ({ period }) => ({ ...indicator, period: { ...period, months: decided } })));
    expect(months('toDate')).toEqual(['POWER JIA 2026-YTD01 12 B3', 'POWER JIA 2026-YTD02 25 C3']);
    expect(months('month')).toEqual(['POWER JIA 2026-M01 12 B3', 'POWER JIA 2026-M02 25 C3']);
  });

  test('months without a year wait for one', () => {
    const sheet = plainSheet([
      ['地区', '1月', '2月'],
      ['甲区', '12万千瓦时', '—'],
    ]);
    const change = { indicator: { from: 'fixed' as const, code: 'POWER' } };
    expect(faultsIn(mapped(sheet, () => change))).toEqual(['noYear B2', 'noYear C2']);
    const dated = { ...change, period: { from: 'head' as const, code: '2026', months: null } };
    expect(inLines(mapped(sheet, () => dated))).toEqual(['POWER JIA 2026-M01 12 B2']);
  });

  test('a table beside another is not read by the names of the first', () => {
    const sheet = plainSheet([
      title,
      ['地区', '工业总产值（亿元）', null, '地区', '工业总产值（亿元）'],
      ['甲区', 12, null, '丙市', 14],
      ['乙县', 13, null, '丁区', 15],
    ]);
    const found = mapped(sheet);
    expect(inLines(found)).toEqual(['OUT JIA 2026-M10 12 B3', 'OUT YI 2026-M10 13 B4']);
    // Not even where a person says that the column has figures.
    const forced = mapped(sheet, ({ columns }) => ({
      columns: columns.map((one, at) => (at === 4 ? { ...one, use: 'value' as const } : one)),
    }));
    expect(inLines(forced)).toEqual(inLines(found));
    expect(faultsIn(forced)).toEqual(['otherBeside E3', 'otherBeside E4']);
  });

  test('rows below a line that names another indicator or last year are refused', () => {
    const sheet = plainSheet([title, ['单位：亿元'], ['地区', '本月'], ['甲区', 12], ['二、税收收入'], ['乙县', 13]]);
    const found = mapped(sheet, () => ({ indicator: { from: 'fixed', code: 'OUT' } }));
    expect(inLines(found)).toEqual(['OUT JIA 2026-M10 12 B4']);
    expect(faultsIn(found)).toEqual(['underOther B6']);
    expect(found.refused[0]?.details.cell).toBe('A5');
  });

  test('last year, plans and shares beside the figure are left out and said', () => {
    const sheet = plainSheet([
      title,
      ['单位：亿元'],
      ['地区', '本月', '上年同月', '同比（%）', '全年目标', '完成率（%）'],
      ['甲区', 12, 10, 20, 150, 8],
    ]);
    const found = mapped(sheet, () => ({ indicator: { from: 'fixed', code: 'OUT' } }));
    expect(inLines(found)).toEqual(['OUT JIA 2026-M10 12 20% B4']);
    expect(leftIn(found)).toEqual(['otherColumn C3', 'otherColumn E3', 'otherColumn F3']);
  });

  test('heads of last year under the same name are not taken for this one', () => {
    const sheet = plainSheet([['单位：亿元'], ['地区', '2025年10月', '2026年10月', '同比（%）'], ['甲区', 10, 12, 20]]);
    const found = mapped(sheet, () => ({ indicator: { from: 'fixed', code: 'OUT' } }));
    expect(inLines(found)).toEqual(['OUT JIA 2025-M10 10 B3', 'OUT JIA 2026-M10 12 20% C3']);
  });

  test('a head over several columns in the middle of them, unmerged, is no head of the first', () => {
    const sheet = plainSheet([
      ['单位：亿元', null, null, '表1'],
      [null, null, '2026年9月', null],
      ['地区', '规上工业总产值', '税收收入', '固定资产投资'],
      ['甲区', 1, 2, 3],
    ]);
    const found = mapped(sheet, ({ columns }) => ({
      headFrom: 2,
      headTo: 3,
      columns: columns.map((one, at) => (at > 0 ? { ...one, use: 'value' as const } : one)),
    }));
    expect(faultsIn(found)).toContain('headUnclear B3');
    expect(inLines(found).some((line) => line.endsWith('B4'))).toBe(false);
  });

  test('a cell that says that there is no figure is told by its place', () => {
    const found = mapped(plainSheet([title, ['单位：亿元'], ['地区', '工业总产值'], ['甲区', '不适用'], ['乙县', 2]]));
    expect(inLines(found)).toEqual(['OUT YI 2026-M10 2 B5']);
    expect(found.leftOut).toContainEqual({ reason: 'absence', address: 'B4', text: '不适用' });
  });

  test('a rank that is none, and a date among figures, are refused in their cells', () => {
    const sheet = plainSheet(
      [title, ['单位：亿元'], ['地区', '工业总产值', '位次'], ['甲区', 12, '并列第1'], ['乙县', '2026-10-05', 2]],
      { marks: new Map([['B5', ['date']]]) },
    );
    const found = mapped(sheet);
    expect(faultsIn(found)).toEqual(['date B5', 'rankUnreadable C4']);
    expect(inLines(found)).toEqual(['OUT JIA 2026-M10 12 B4']);
    expect(leftIn(found)).toContain('noValue C5');
  });
});

describe('a sheet of the same shape next month', () => {
  const month = (until: number, change: string[][] = []) =>
    plainSheet([
      [`2026年1-${until}月各县区全社会用电量`],
      ['单位：万千瓦时'],
      ['地区', ...Array.from({ length: until }, (_, at) => `${at + 1}月`), '备注'],
      ['甲区', ...Array.from({ length: until }, (_, at) => at + 10)],
      ...change,
    ]);
  const first = mapped(month(2));
  const kept = keptOf(month(2), first.mapping);
  const shape = shapeOf(month(2), { from: 2, to: 2 }, first.mapping);

  test('is known by its heads, with one more month', () => {
    const heads = headsOfShape(month(3), kept, shape);
    expect(heads).toEqual({ from: 2, to: 2 });
    const mapping = heads && onSheet(month(3), kept, heads);
    expect(mapping && inLines(appliedMapping(month(3), mapping, mappedNames))).toEqual([
      'POWER JIA 2026-M01 10 B4',
      'POWER JIA 2026-M02 11 C4',
      'POWER JIA 2026-M03 12 D4',
    ]);
  });

  test('is another one where its title is of another indicator', () => {
    const other = plainSheet([['2026年1-3月各县区工业用电量'], ...month(3).rows.slice(1)]);
    expect(headsOfShape(other, kept, shape)).toBeNull();
  });

  test('is another one where this year and last year changed places', () => {
    const years = (...told: string[]) => plainSheet([['税收收入'], ['单位：亿元'], ['地区', ...told], ['甲区', 1, 2]]);
    const before = years('2025年10月', '2026年10月');
    const { mapping } = mapped(before);
    const columns = mapping.columns.map((one, at) => (at === 1 ? { ...one, use: 'ignore' as const } : one));
    const told = keptOf(before, { ...mapping, columns });
    expect(onSheet(years('2025年11月', '2026年11月'), told, { from: 2, to: 2 })?.columns).toEqual(columns);
    expect(onSheet(years('2026年11月', '2025年11月'), told, { from: 2, to: 2 })).toBeNull();
  });

  test('keeps no period that a person gave for one month', () => {
    const dated = { ...first.mapping, period: { from: 'fixed' as const, code: '2026-M02', months: null } };
    expect(keptOf(month(2), dated).period.code).toBeNull();
  });
});
