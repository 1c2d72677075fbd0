import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { largestGaps } from '@/lib/assessment/rankings/gaps/queries';
import { resultRun } from '@/lib/assessment/rankings/queries';
import { inventedDocument, inventedFigures, inventedRun, someone, storedScheme } from '@/lib/testing/invented-run';

const { database } = await testDatabase();
const visitor = anonymousPrincipal();
let run: string;

beforeAll(async () => {
  await inventedFigures(database, { units: 12 });
  await storedScheme(database, inventedDocument(4));
  run = await inventedRun(database);
});

const gapsFor = async (codes: readonly string[] = [], principal = visitor) => {
  const found = await resultRun(principal, run);
  if (!found) throw new Error('no run');
  const { first, gaps } = await largestGaps(principal, found, { codes, most: 5 });
  return { first: first?.code, gaps: gaps.map(({ unit, key, lost }) => ({ unit: unit.code, key, lost })) };
};

/** The points of each item in a flat scheme, subtracted in SQL from those of the first. */
async function recounted(codes: readonly string[]) {
  const rows = await database.execute<{ unit: string; at: number; lost: number }>(sql`
    with points as (select org_unit_code as unit, rank, at, points from run_score,
      unnest(string_to_array(btrim(item_points::text, '{}'), ',')::float8[]) with ordinality p (points, at)
      where run_id = ${run})
    select p.unit, p.at::int as at, first.points - p.points as lost
    from points p join points first on first.at = p.at and first.rank = 1
    where p.rank > 1 and first.points > p.points and (${codes.length === 0}::boolean or p.unit = any(${sql.param(codes)}::text[]))
    order by lost desc limit 5`);
  return rows.map(({ unit, lost }) => ({ unit, lost }));
}

test.each([[[]], [['U7', 'U9']]] as const)(
  'the largest losses to the first are those of a recount: %j',
  async (codes) => {
    const { first, gaps } = await gapsFor(codes);
    expect(first).toBe('U1');
    const told = await recounted(codes);
    expect(gaps).toHaveLength(5);
    expect(gaps.map(({ lost }) => lost)).toEqual(told.map(({ lost }) => expect.closeTo(lost, 9)));
    expect(gaps.map(({ unit }) => unit).toSorted()).toEqual(told.map(({ unit }) => unit).toSorted());
  },
);

test('a reader of some units gets gaps of those alone', async () => {
  const narrow = { ...someone('reporter', 'reporter'), units: ['U1', 'U3'] };
  expect(new Set((await gapsFor([], narrow)).gaps.map(({ unit }) => unit))).toEqual(new Set(['U3']));
});
