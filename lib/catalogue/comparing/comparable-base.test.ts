import { afterEach, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { yearBases } from '@/lib/catalogue/comparing/queries';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { portraitOf } from '@/lib/catalogue/units/portrait';
import { unitFigures } from '@/lib/catalogue/units/queries';
import { rankingBump } from '@/lib/dashboards/indicator/charts';
import { targetGrid } from '@/lib/monitoring/targets/grid/queries';
import { askedGrowth, baseIn } from '@/lib/monitoring/targets/propose';
import { ranking } from '@/lib/observations/ranking/queries';
import { rankingSheet } from '@/lib/publishing/indicator/ranking-sheet';
import { comparedKey } from '@/lib/reporting/figure-key';
import { figureHistory } from '@/lib/reporting/revisions/queries';
import { checkContext } from '@/lib/reporting/rules/queries';
import { manyFigures } from '@/lib/testing/many-figures';
import { person } from '@/lib/testing/returns';

const { sql, database } = await testDatabase();
const reader = anonymousPrincipal();
const office = person('assessmentOffice');
const [qinghe, xiaomei, third] = ['B0001', 'B0002', 'B0003'];
const [output, places] = ['b-1', 'b-2'];
const periods = ['2025-YTD10', '2025-YTD12', '2026-YTD09', '2026-YTD10'];

async function record(indicator: string, periodCode: string, values: readonly (number | null)[]) {
  for (const [at, value] of values.entries())
    if (value !== null)
      await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
        values (${indicator}, ${`B000${at + 1}`}, ${periodCode}, ${value}, 1, 'exact', '', 'final', '', 'many', '', '', '', 1,
          'check', '2026-01-01')`;
  await sql`insert into coverage (indicator_code, peer_group_code, period_code, units)
    values (${indicator}, 'many', ${periodCode}, 5) on conflict do nothing`;
}

beforeAll(async () => {
  await manyFigures(sql, { units: 5, indicators: 2, months: 1 });
  await sql`delete from observation where source_code = 'many'`;
  await database.transaction((tx) => ensurePeriods(tx, periods));
  await record(output, '2025-YTD10', [98, 11.5, 60, 50, 40]);
  await record(output, '2025-YTD12', [120.6, 14.2, 70, 60, 50]);
  await record(output, '2026-YTD10', [118.5, null, 66, 50, 40]);
  await record(places, '2025-YTD12', [120, 130, 90, 80, 70]);
  await record(places, '2026-YTD09', [95, null, 60, 70, 50]);
  await record(places, '2026-YTD10', [99, null, 70, 65, 50]);
  // 小梅 merges into 青禾 on the first day of 2026.
  await sql`update org_unit set valid_to = '2025-12-31' where code = ${xiaomei}`;
  await sql`update peer_group_member set valid_to = '2025-12-31' where org_unit_code = ${xiaomei}`;
  await sql`insert into org_unit_succession (predecessor_code, successor_code, happened_on, kind, note_zh, note_en, adds_up)
    values (${xiaomei}, ${qinghe}, '2026-01-01', 'merge', '', '', true)`;
});
afterEach(async () => {
  await sql`update org_unit_succession set adds_up = true, kind = 'merge' where predecessor_code = ${xiaomei}`;
  await sql`update observation set qualifier = 'exact' where org_unit_code = ${xiaomei}`;
  await sql`delete from indicator_definition where indicator_code = ${output}`;
});

const rowOf = async (unit: string) => {
  const table = await ranking(reader, { indicatorCode: output, periodCode: '2026-YTD10', peerGroupCode: 'many' });
  const row = table?.rows.find((one) => one.unit.code === unit);
  if (!table || !row) throw new Error('no row');
  return { table, row };
};
const portrait = async () => {
  const figures = await unitFigures(reader, qinghe, '2026-YTD10');
  const otherOf = await yearBases(
    reader,
    figures.map(({ figure }) => figure),
  );
  const topics = [{ code: 'many', nameZh: '', nameEn: '' }];
  const lines = portraitOf({ figures, topics, places: [], ranks: [], otherOf }, '2026-YTD10');
  return lines[0]?.indicators.find(({ indicator }) => indicator.code === output)?.periods[0]?.computed;
};
const history = async () =>
  (await figureHistory(reader, { indicatorCode: output, unitCode: qinghe, periodCode: '2026-YTD10' }))?.computed;
const known = async () => {
  const items = [{ indicatorCode: output, periodCode: '2026-YTD10' }];
  const { known } = await checkContext(office, { unitCode: qinghe, items });
  return known[comparedKey(output, '2025-YTD10', '2026-YTD10')];
};

test('growth of a merged unit is over the sum of the units, which is said: 98 + 11.5 = 109.5, 118.5 ÷ 109.5', async () => {
  const grown = { kind: 'percent', change: '8.2', summed: '109.5' };
  expect((await rowOf(qinghe)).row.computed).toEqual(grown);
  expect((await rowOf(third)).row.computed).toEqual({ kind: 'percent', change: '10.0' });
  expect(await portrait()).toEqual(grown);
  expect(await history()).toEqual(grown);
  expect(Number(await known())).toBe(109.5);
});

test.each([
  [
    'the office did not say that the figures add up',
    () => sql`update org_unit_succession set adds_up = false`,
    'merged',
  ],
  [
    'a predecessor has no exact figure',
    () => sql`update observation set qualifier = 'about'
    where org_unit_code = ${xiaomei}`,
    'merged',
  ],
  ['the unit came out of a split', () => sql`update org_unit_succession set kind = 'split', adds_up = false`, 'split'],
] as const)('no growth but a word where %s', async (_, change, kind) => {
  await change();
  const word = { kind, change: null };
  const { table, row } = await rowOf(qinghe);
  expect(row).toMatchObject({ computed: word, change: null });
  expect(await portrait()).toEqual(word);
  expect(await history()).toEqual(word);
  expect(await known()).toBeNull();
  const group = { code: 'many', nameZh: '', nameEn: '', noteZh: '', noteEn: '', members: 4 };
  const sheet = rankingSheet({ ranking: table, group, definition: undefined, at: null, locale: 'zh-CN' });
  const words = { merged: '口径不可比：单位合并', split: '口径不可比：单位分设' };
  expect(JSON.stringify(sheet.rows)).toContain(words[kind]);
});

test('the places over periods are among the members of the time, and the lines break at the merger', async () => {
  const table = await ranking(reader, { indicatorCode: places, periodCode: '2026-YTD10', peerGroupCode: 'many' });
  const bump = table && rankingBump({ ranking: table, focal: new Set(), locale: 'zh-CN' });
  const placesIn = (period: string) => {
    const at = bump?.ticks.findIndex(({ key }) => key === period) ?? -1;
    return Object.fromEntries(bump?.series.map(({ key, points }) => [key, points[at]?.value ?? null]) ?? []);
  };
  expect(placesIn('2025-YTD12')).toEqual({ B0001: 2, B0002: 1, B0003: 3, B0004: 4, B0005: 5 });
  expect(placesIn('2026-YTD09')).toEqual({ B0001: 1, B0002: null, B0003: 3, B0004: 2, B0005: 4 });
  const then = await ranking(reader, { indicatorCode: places, periodCode: '2025-YTD12', peerGroupCode: 'many' });
  expect(placesIn('2025-YTD12')).toEqual(
    Object.fromEntries(then?.rows.map(({ unit, place }) => [unit.code, place]) ?? []),
  );
  expect(bump?.ticks.filter(({ isReorganised }) => isReorganised).map(({ key }) => key)).toEqual(['2026-YTD01']);
});

const courseOf = async (unit: string) => {
  const grid = await targetGrid(office, { year: 2026, group: 'many', units: [], indicators: [output] });
  const cell = grid?.rows.find((row) => row.unit.code === unit)?.cells[0];
  return { values: cell?.c ?? [], others: cell?.o ?? [] };
};

test('a target of a merged unit stands over the sum of last year: 120.6 + 14.2 = 134.8', async () => {
  const course = await courseOf(qinghe);
  expect(baseIn(course, 0)).toBe('134.8');
  expect(askedGrowth('amount', '142.9', course)).toEqual({ kind: 'percent', change: '6.0', summed: '134.8' });
  await sql`update org_unit_succession set adds_up = false`;
  const bare = await courseOf(qinghe);
  expect(baseIn(bare, 0)).toBeNull();
  expect(askedGrowth('amount', '142.9', bare)).toEqual({ kind: 'merged', change: null });
});

test('a target has no growth across another definition', async () => {
  for (const [day, isBreak] of [
    ['2020-01-01', false],
    ['2026-01-01', true],
  ] as const)
    await sql`insert into indicator_definition (indicator_code, valid_from, definition_zh, definition_en, formula_zh,
      formula_en, is_break) values (${output}, ${day}, '', '', '', '', ${isBreak})`;
  const course = await courseOf(third);
  expect(baseIn(course, 0)).toBeNull();
  expect(askedGrowth('amount', '75', course)).toEqual({ kind: 'redefined', change: null });
});
