import { expect, test } from 'vitest';
import { nameReader } from '@/lib/catalogue/names/read-name';
import { checkFigures, checkRanks } from './check-figures';

const known = {
  indicators: new Set(['GDP']),
  units: new Set(['320600']),
  sources: new Set(['S01']),
  peerGroups: new Set(['JS_CITIES']),
};
const header =
  'indicator,unit,period,value,qualifier,qualifier_printed,vintage,reported_yoy,period_printed,source,locator,quote,note';
const file = (...rows: string[]) => checkFigures('figures.csv', [header, ...rows].join('\n'), known);
const good = 'GDP,320600,2022,11379.60,exact,,final,2.1,,S01,表1,,';

test('a good row keeps its value and its printed decimals', () => {
  const { rows, findings } = file(good);
  expect(findings).toEqual([]);
  expect(rows[0]).toMatchObject({ value: '11379.60', decimals: 2, reportedYoy: '2.1', qualifier: 'exact' });
});

test('a byte order mark and another order of columns change nothing', () => {
  const text = `\uFEFFunit,indicator,period,value,qualifier,qualifier_printed,vintage,reported_yoy,period_printed,source,locator,quote,note\n320600,GDP,2022,1,exact,,final,,,S01,表1,,`;
  expect(checkFigures('f.csv', text, known).rows).toHaveLength(1);
});

test.each([
  ['value', 'required', good.replace('11379.60', '')],
  ['value', 'notANumber', good.replace('11379.60', '1e5')],
  ['value', 'notANumber', good.replace('11379.60', '12万')],
  ['indicator', 'unknownIndicator', good.replace('GDP', 'GDQ')],
  ['unit', 'unknownUnit', good.replace('320600', '320699')],
  ['period', 'notAPeriod', good.replace('2022', '2022-13')],
  ['source', 'unknownSource', good.replace('S01', 'S99')],
  ['qualifier', 'unknownWord', good.replace('exact', 'roughly')],
  ['vintage', 'unknownWord', good.replace('final', 'fresh')],
  ['reported_yoy', 'notANumber', good.replace('2.1', '2.1%')],
  ['quote', 'notCited', good.replace('表1', '')],
])('a bad %s is found as %s with its row', (column, key, row) => {
  const { rows, findings } = file(good.replace('2022', '2021'), row);
  expect(findings).toEqual([expect.objectContaining({ file: 'figures.csv', row: 3, column, key })]);
  expect(rows).toHaveLength(1);
});

test('a name stands for its code, and one that several have is found with these', () => {
  const entry = (code: string, nameZh: string, aliases: string[] = []) => ({ code, nameZh, nameEn: code, aliases });
  const names = {
    indicator: nameReader([entry('GDP', '地区生产总值', ['生产总值'])]),
    unit: nameReader([{ ...entry('320600', '南通市'), parentZh: null }, entry('N1', '海门区'), entry('N2', '海门市')]),
  };
  const named = (row: string) => checkFigures('f.csv', [header, row].join('\n'), { ...known, names });
  const byName = good.replace('GDP', '生产总值').replace('320600', '南通');
  expect(named(byName).rows[0]).toMatchObject({ indicator: 'GDP', unit: '320600' });
  const either = { ...names, unit: nameReader([entry('N1', '甲开发区'), entry('N2', '乙开发区')]) };
  const found = checkFigures('f.csv', [header, good.replace('320600', '开发区')].join('\n'), {
    ...known,
    names: either,
  });
  expect(found.findings).toEqual([
    expect.objectContaining({ column: 'unit', key: 'severalNames', value: '开发区：甲开发区 N1、乙开发区 N2' }),
  ]);
});

test('the same figure twice in one vintage is found', () => {
  expect(file(good, good).findings).toEqual([expect.objectContaining({ row: 3, key: 'twice' })]);
});

test('a file without a column is not read', () => {
  const { rows, findings } = checkFigures('f.csv', 'indicator,unit\nGDP,320600', known);
  expect(rows).toEqual([]);
  expect(findings.map((f) => f.key)).toEqual(Array.from({ length: 11 }, () => 'columnMissing'));
});

test('a published rank is a positive whole number in a named scope', () => {
  const ranks = (row: string) =>
    checkRanks(
      'r.csv',
      `indicator,unit,period,scope_zh,scope_en,rank,qualifier,peer_group,source,locator,quote,note\n${row}`,
      known,
    );
  expect(ranks('GDP,320600,2022,全省,in the province,4,exact,JS_CITIES,S01,表1,,').rows).toHaveLength(1);
  expect(ranks('GDP,320600,2022,,in the province,0,exact,X,S01,表1,,').findings.map((f) => [f.column, f.key])).toEqual([
    ['rank', 'notANumber'],
    ['scope_zh', 'required'],
    ['peer_group', 'unknownPeerGroup'],
  ]);
});

test('a period in another notation is stored by its code', () => {
  const { rows, findings } = file(good.replace('2022', '2022年1-10月'));
  expect(findings).toEqual([]);
  expect(rows[0]?.period).toBe('2022-YTD10');
});
