import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { storedRun } from '@/lib/assessment/runs/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import { checkSettings } from '@/lib/testing/accounts';
import { firstOffice, inventedDocument, inventedFigures, storedScheme } from '@/lib/testing/invented-run';

checkSettings();
const { database, sql } = await testDatabase();
const now = new Date('2026-02-10T09:00:00+08:00');
/** More than two statements hold. */
const units = 45;
const compute = () =>
  perform(
    computeRun,
    firstOffice,
    { schemeCode: 'S', number: 1, periodCode: '2025', deadlinePassed: true },
    { now, database },
  );

beforeAll(async () => {
  await inventedFigures(database, { units, period: '2025' });
  await storedScheme(database, inventedDocument());
});

test('a run of more units than a statement holds is stored whole, in its order and with its fingerprint', async () => {
  const id = await compute();
  const stored = await database.transaction((tx) => storedRun(tx, firstOffice, id));
  if (!stored) throw new Error('no such run');
  expect(stored.rows.map(({ position }) => position)).toEqual(Array.from({ length: units }, (_, at) => at + 1));
  expect(new Set(stored.rows.map(({ orgUnitCode }) => orgUnitCode)).size).toBe(units);
  expect(stored.rows.every(({ figures }) => figures.length === 4)).toBe(true);
  const again = recomputeRun(stored);
  expect(again.assessment).toEqual(stored.assessment);
  expect(again.sha256).toBe(stored.run.sha256);
});

test.each([1, 25, units])('nothing is stored when the score in place %i is refused', async (position) => {
  const kept = () => sql`select (select count(*) from run) as runs, (select count(*) from run_score) as scores,
    (select count(*) from audit_event) as events`;
  const before = await kept();
  await sql.unsafe(`alter table run_score add constraint refused check (position <> ${position}) not valid`);
  await expect(compute()).rejects.toMatchObject({ cause: { constraint_name: 'refused' } });
  await sql`alter table run_score drop constraint refused`;
  expect(await kept()).toEqual(before);
});
