import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { entriesOf, historyOf, rivalOf, standingsOf, unitResult } from '@/lib/assessment/rankings/card/queries';
import { heatRows, rankCourse } from '@/lib/assessment/rankings/grid/queries';
import { itemBasis, itemRows, namedIndicators, sourceTitles } from '@/lib/assessment/rankings/item/queries';
import { frozenUnits, publishedRuns, resultRun } from '@/lib/assessment/rankings/queries';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import { rankTable } from '@/lib/assessment/rankings/table/queries';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';

const { database } = await testDatabase();
const visitor = anonymousPrincipal();
const shut = anonymousPrincipal({ publicReading: false });
const office = someone('reader');
const auditor = someone('auditor', 'auditor');
const reporter = someone('reporter', 'reporter');
const narrow = { ...reporter, units: ['U3'] };

const units = 120;
const grades = {
  by: 'cutoff' as const,
  grades: [
    { key: 'good', nameZh: '优秀', nameEn: 'Excellent', atLeast: 80 },
    { key: 'fair', nameZh: '良好', nameEn: 'Good', atLeast: 50 },
    { key: 'rest', nameZh: '一般', nameEn: 'Fair', atLeast: null },
  ],
};
let older: string;
let newer: string;
let trial: string;

beforeAll(async () => {
  await inventedFigures(database, { units, period: '2024' });
  await inventedFigures(database, { units, period: '2025' });
  await inventedFigures(database, { units, period: '2026' });
  await database.execute(sql`update observation set value = 99 where org_unit_code = 'U4' and period_code = '2025'`);
  await database.execute(sql`update observation set value = 30 where org_unit_code in ('U100', 'U101')
    and indicator_code = 'M1' and period_code = '2025'`);
  await database.execute(sql`
    insert into observation_revision (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, revision, reason, recorded_by,
      recorded_at)
    select indicator_code, org_unit_code, period_code, 99, decimals, qualifier, qualifier_printed, vintage, period_printed,
      source_code, locator, quote, note, 2, '', 'check', now()
    from observation_revision where org_unit_code = 'U4' and period_code = '2025'`);
  await storedScheme(database, inventedDocument(4, { grades, apart: ['U7'] }));
  older = await inventedRun(database, { period: '2024' });
  newer = await inventedRun(database, { period: '2025' });
  trial = await inventedRun(database, { period: '2026', state: 'trial' });
});

async function runOf(id: string, principal = visitor): Promise<ResultRun> {
  const run = await resultRun(principal, id);
  if (!run) throw new Error('no run');
  return run;
}
const first = { sort: 'rank', order: 'asc', page: 1, own: [] } as const;

test('a visitor sees published runs, newest period first', async () => {
  const choices = await publishedRuns(visitor);
  expect(choices.map(({ id, periodCode }) => [id, periodCode])).toEqual([
    [newer, '2025'],
    [older, '2024'],
  ]);
  expect(choices[0]).toMatchObject({ nameZh: '演示考核方案', isDemonstration: true, isExample: false });
});

test('where reading is not public, a visitor sees no run at all', async () => {
  expect(await publishedRuns(shut)).toEqual([]);
  expect(await resultRun(shut, newer)).toBeNull();
  expect(await publishedRuns(narrow)).toHaveLength(2);
});

test('a trial is hidden from visitors and reporters, and visible to the office and the auditor', async () => {
  for (const principal of [visitor, reporter]) {
    expect(await resultRun(principal, trial)).toBeNull();
    expect(await unitResult(principal, trial, 'U1')).toBeNull();
    expect(await rivalOf(principal, trial, 'U1')).toBeNull();
    expect(await frozenUnits(principal, trial)).toEqual([]);
    expect(await itemBasis(principal, trial, 0)).toBeNull();
    expect(await itemRows(principal, trial, { at: 0, code: 'U1', most: 5 })).toEqual([]);
    const known = await runOf(trial, office);
    expect(await standingsOf(principal, known, 'U1')).toEqual([]);
    expect(await entriesOf(principal, trial, 'U1')).toEqual([]);
    expect((await rankTable(principal, known, first)).rows).toEqual([]);
    expect(await heatRows(principal, known, { from: 0, length: 50, own: [] })).toEqual([]);
  }
  for (const principal of [office, auditor]) {
    expect(await resultRun(principal, trial)).toMatchObject({ state: 'trial', units });
    expect(await unitResult(principal, trial, 'U1')).toMatchObject({ code: 'U1' });
  }
});

test('a page of the ranking has its units in order, with gaps to the one before and the earlier rank', async () => {
  const run = await runOf(newer);
  expect(run.previous).toEqual({ id: older, periodCode: '2024' });
  const { rows, listed, apart, pinned, lines } = await rankTable(visitor, run, first);
  expect([rows.length, listed, pinned.length]).toEqual([50, units - 1, 0]);
  expect(apart.map(({ code, rank }) => [code, rank])).toEqual([['U7', null]]);
  expect(rows[0]).toMatchObject({ code: 'U4', nameZh: '演示4区', rank: 1, toBefore: null, previousRank: 4 });
  expect(rows.map(({ rank }) => rank)).toEqual([...rows.keys()].map((at) => at + 1));
  expect(lines.best).toBe(rows[0]?.total);
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    if (!before) continue;
    expect(row.toBefore).toBeCloseTo((before.total ?? 0) - (row.total ?? 0), 9);
    expect(row.scores.reduce<number>((sum, score) => sum + (score ?? 0), 0)).toBeCloseTo(row.total ?? 0, 9);
  }
});

test('pages follow each other, sorting applies to all of them, and the own unit stands on every page', async () => {
  const run = await runOf(newer);
  const last = await rankTable(visitor, run, { ...first, page: 3, own: ['U1'] });
  expect([last.rows.length, last.rows[0]?.rank, last.pinned.map(({ code }) => code)]).toEqual([19, 101, ['U1']]);
  const ascending = await rankTable(visitor, run, { ...first, sort: 'total' });
  expect(ascending.rows[0]?.rank).toBe(units - 1);
  const byName = await rankTable(visitor, run, { ...first, sort: 'unit' });
  expect(byName.rows.slice(0, 3).map(({ code }) => code)).toEqual(['U1', 'U2', 'U3']);
  const byBlock = await rankTable(visitor, run, { ...first, sort: 'economy', order: 'desc' });
  expect(byBlock.rows[0]?.code).toBe('U4');
  const change = await rankTable(visitor, run, { ...first, sort: 'change', order: 'desc' });
  expect(change.rows[0]?.code).toBe('U4');
  const unknown = await rankTable(visitor, run, { ...first, sort: `x'; drop table run; --` });
  expect(unknown.rows[0]?.rank).toBe(1);
  expect((await rankTable(visitor, run, first, null)).rows).toHaveLength(units - 1);
});

test('a principal limited to some units sees only these', async () => {
  const run = await runOf(newer);
  expect((await rankTable(narrow, run, first)).rows.map(({ code }) => code)).toEqual(['U3']);
  expect((await heatRows(narrow, run, { from: 0, length: 50, own: [] })).map(({ code }) => code)).toEqual(['U3']);
  expect((await frozenUnits(narrow, newer)).map(({ code }) => code)).toEqual(['U3']);
  expect(await frozenUnits(shut, newer)).toEqual([]);
  expect(await unitResult(narrow, newer, 'U1')).toBeNull();
  expect((await itemRows(narrow, newer, { at: 0, code: 'U3', most: 500 })).map(({ code }) => code)).toEqual(['U3']);
  expect(await unitResult(shut, newer, 'U1')).toBeNull();
});

test('a score card has the unit, its rival, its places and its past', async () => {
  const run = await runOf(newer);
  const unit = await unitResult(visitor, newer, 'U1');
  expect(unit).toMatchObject({ code: 'U1', rank: 2, nameEn: 'Demo District 1' });
  expect(unit?.figures.length).toBeGreaterThanOrEqual(4);
  expect(await rivalOf(visitor, newer, 'U1')).toMatchObject({ code: 'U4', rank: 1 });
  expect(await rivalOf(visitor, newer, 'U4')).toMatchObject({ code: 'U1' });
  const standings = await standingsOf(visitor, run, 'U1');
  expect(standings.filter(({ kind }) => kind === 'item')).toHaveLength(4);
  expect(standings.filter(({ kind }) => kind === 'block')).toHaveLength(3);
  const all = (await heatRows(visitor, run, { from: 0, length: units, own: [] })).filter(({ rank }) => rank !== null);
  const own = all.find(({ code }) => code === 'U1');
  // What keeps a place from a medal is in every table of places.
  expect(own).toMatchObject({ isProvisional: false, isEligible: true, notes: expect.any(Array) });
  for (const { kind, at, place, of, median, best } of standings) {
    expect([of, best > median]).toEqual([units - 1, true]);
    if (kind === 'block') continue;
    const better = all.filter(({ shares }) => (shares[at] ?? 0) > (own?.shares[at] ?? 0));
    expect(place).toBe(1 + better.length);
  }
  expect((await standingsOf(visitor, run, 'U7')).every(({ place }) => place === null)).toBe(true);
  const past = await historyOf(visitor, run, 'U1');
  expect(past.map(({ periodCode, rank, grade }) => [periodCode, rank, grade?.nameZh])).toEqual([
    ['2024', 1, '优秀'],
    ['2025', 2, '优秀'],
  ]);
});

test('an item has its basis, its units by share, and the names of its indicators and documents', async () => {
  expect(await itemBasis(visitor, newer, 0)).toMatchObject({ terms: { low: 0, high: 100 } });
  expect(await itemBasis(visitor, newer, 99)).toBeNull();
  const rows = await itemRows(visitor, newer, { at: 0, code: 'U50', most: 3 });
  expect(rows.map(({ code, place }) => [code, place])).toEqual([
    ['U4', 1],
    ['U2', 2],
    ['U1', 3],
    ['U50', expect.any(Number)],
  ]);
  expect(rows[0]).toMatchObject({ of: units - 1, item: { state: 'scored' } });
  const all = await itemRows(visitor, newer, { at: 0, code: 'U50', most: units });
  for (const { place, shared } of all) {
    expect(shared).toBe(place === null ? 0 : all.filter((other) => other.place === place).length);
  }
  expect(all.some(({ shared }) => shared > 1)).toBe(true);
  expect((await namedIndicators(['M1'])).get('M1')).toMatchObject({ nameZh: '演示指标1', unitZh: '%' });
  expect((await sourceTitles(['INV'])).get('INV')).toEqual({ title: '演示来源', sourceWithdrawn: null });
  expect((await namedIndicators([])).size).toBe(0);
});

test('a heat table has the shares of a page of units, and a course the ranks of published periods', async () => {
  const rows = await heatRows(visitor, await runOf(newer), { from: 0, length: 10, own: ['U90'] });
  expect(rows).toHaveLength(11);
  expect(rows[0]).toMatchObject({ code: 'U4', rank: 1, shares: [99, 99, 99, 99] });
  const points = await rankCourse(visitor, 'S', { most: 2, own: ['U90'] });
  expect(points.map(({ code, periodCode }) => `${periodCode} ${code}`)).toEqual([
    '2024 U1',
    '2024 U4',
    '2024 U90',
    '2025 U4',
    '2025 U1',
    '2025 U90',
  ]);
});
