import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { blindTables } from '@/lib/monitoring/registers/blind/queries';
import { comparedRows } from '@/lib/monitoring/registers/compared/queries';
import { registerList, registerOf } from '@/lib/monitoring/registers/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');
const office = person('assessmentOffice');

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

const firms = async () => {
  const found = await registerOf(office, 'DEMO-KEY');
  if (!found) throw new Error('no register');
  return found;
};

test('two registers of invented entries alone, of invented units', async () => {
  expect((await registerList(office)).map(({ code, kind }) => `${code} ${kind}`)).toEqual([
    'DEMO-CARS vehicles',
    'DEMO-KEY entities',
  ]);
  const [real] = await sql`select
    (select count(*)::int from register_change c join org_unit u on u.code = c.unit_code where not u.is_demonstration) as units,
    (select count(*)::int from register_change where field = 'name' and value not like '演示%') as names`;
  expect(real).toMatchObject({ units: 0, names: 0 });
});

test('some firms are in blind spots, as the rows themselves say', async () => {
  // Of the numbers 0 to 59: without a grade 3, 14, …; without a bureau 4, 13, …; without a street 5, 22, …; 19 and 32 left.
  const numbers = Array.from({ length: 60 }, (_, at) => at).filter((at) => at !== 19 && at !== 32);
  const { all } = await blindTables(office, await firms(), '2026-11-25');
  expect(all).toMatchObject({
    entries: 58,
    noGrade: numbers.filter((at) => at % 11 === 3).length,
    noBureau: numbers.filter((at) => at % 9 === 4).length,
    noStreet: numbers.filter((at) => at % 17 === 5).length,
  });
  expect(all.notVisited).toBeGreaterThan(10);
});

test('a count that was fixed and confirmed stays when the past is corrected; another month is compared with a document', async () => {
  const [fixed] = await comparedRows(office, await firms(), '2026-M09');
  expect(fixed).toMatchObject({
    ...{ counted: 58, shown: { value: '59', isCounted: true }, reported: null },
    fixed: { counted: 59, again: 58, by: expect.any(String), confirmedBy: expect.any(String) },
  });
  expect(fixed?.fixed?.by).not.toBe(fixed?.fixed?.confirmedBy);
  const [compared] = await comparedRows(office, await firms(), '2026-M10');
  expect(compared).toMatchObject({ counted: 58, fixed: null, reported: { value: '50', qualifier: 'at_least' } });
});
