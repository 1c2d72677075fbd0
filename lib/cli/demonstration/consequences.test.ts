import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { consequenceList } from '@/lib/monitoring/consequences/list/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');
const all = { unit: '', state: '', measure: '' } as const;

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

test('consequences of invented units: a talk with its entries, places in two of three years, one declined, and every other kind waits', async () => {
  const rows = await sql`select c.measure, c.state, c.org_unit_code as unit, c.met, c.version from consequence c
    join org_unit u on u.code = c.org_unit_code where u.is_demonstration order by c.measure, c.org_unit_code`;
  expect(rows.map(({ measure, state, unit, met, version }) => [measure, state, unit, met, version].join(' '))).toEqual([
    'downgrade declined DEMO-ZONE5 2025 2',
    'downgrade confirmed DEMO-ZONE7 2025 2',
    'downgrade proposed DEMO-ZONE8 2025 1',
    // Twice among the first, of whom another lost its grade in 2025.
    'outstandingShare proposed DEMO-ZONE2 2025 1',
    'promotion proposed DEMO-ZONE2 2025 1',
    // Red from March to June 2025.
    'rectification proposed DEMO-TOWN4 2025-06 1',
    'reminderLetter proposed DEMO-JIA 2026-11-24 1',
    'talk completed DEMO-DING 2026-08 5',
  ]);
  expect(rows).toHaveLength((await sql`select from consequence`).length);
});

test('a unit reads what was confirmed about itself alone', async () => {
  const own = await consequenceList(person('reporter', { unitCode: 'DEMO-DING' }), all, { page: 1 });
  expect(own.lines.map(({ measure, state }) => `${measure} ${state}`)).toEqual(['talk completed']);
  expect((await consequenceList(person('reporter', { unitCode: 'DEMO-JIA' }), all, { page: 1 })).total).toBe(0);
});
