import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { type NameEntry, nameReader } from '@/lib/catalogue/names/read-name';

type Cells = Readonly<Record<string, string>>;
const rows = (file: string) =>
  Papa.parse<Cells>(readFileSync(new URL(`../../../db/dataset/${file}`, import.meta.url), 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
const entriesOf = (file: string, aliases: string, key: string): NameEntry[] => {
  const all = rows(file);
  const named = rows(aliases);
  return all.map(({ code = '', name_zh = '', name_en = '', parent_code }) => ({
    ...{ code, nameZh: name_zh, nameEn: name_en },
    aliases: named.flatMap((row) => (row[key] === code ? (row.alias ?? '') : [])),
    ...(key === 'org_unit_code' && { parentZh: all.find((one) => one.code === parent_code)?.name_zh ?? null }),
  }));
};
const units = entriesOf('units.csv', 'unit_aliases.csv', 'org_unit_code');
const indicators = entriesOf('indicators.csv', 'indicator_aliases.csv', 'indicator_code');

function read(typed: string, entries: readonly NameEntry[]): string {
  const found = nameReader(entries)(typed);
  if (found.kind === 'one') return found.code;
  return found.kind === 'none' ? 'none' : found.entries.map(({ nameZh }) => nameZh).join('、');
}

describe('of the units of the data set', () => {
  test.each([
    ['南通市', '320600'],
    ['南通', '320600'],
    ['江苏省南通市', '320600'],
    ['江苏南通', '320600'],
    ['崇川', '320613'],
    ['南通市崇川区', '320613'],
    ['南通崇川', '320613'],
    ['如东', '320623'],
    ['３２０６００', '320600'],
    ['Nantong', '320600'],
    ['南通经济技术开发区', '320671'],
    ['昆山经开区', 'ETDZ-KS'],
    ['昆山开发区', 'ETDZ-KS'],
    ['海门', '海门区、海门市'],
    ['市', 'none'],
    ['某县', 'none'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed, units)).toBe(expected);
  });

  test('开发区 is guessed for none', () => {
    expect(read('开发区', units)).toContain('南通开发区、');
    expect(read('经济技术开发区', units)).toContain('、');
  });
});

describe('of the indicators of the data set', () => {
  test.each([
    ['社零总额', 'RETAIL'],
    ['ＧＤＰ', 'GDP'],
    ['规上工业总产值', 'IND_OUT'],
    ['人均GDP', '人均地区生产总值（常住人口）、人均地区生产总值（户籍人口）'],
  ])('%s is %s', (typed, expected) => {
    expect(read(typed, indicators)).toBe(expected);
  });

  test('no alias is the name of another one, and those of several differ by design', () => {
    const names = new Map(indicators.map(({ nameZh, code }) => [nameZh, code]));
    const wrong = indicators.flatMap(({ code, aliases }) =>
      aliases.filter((alias) => names.has(alias) && names.get(alias) !== code),
    );
    expect(wrong).toEqual([]);
    const shared = [...new Set(indicators.flatMap(({ aliases }) => aliases))].filter(
      (alias) => indicators.filter(({ aliases }) => aliases.includes(alias)).length > 1,
    );
    expect(shared).toEqual(['人均GDP', '人均地区生产总值']);
  });
});
