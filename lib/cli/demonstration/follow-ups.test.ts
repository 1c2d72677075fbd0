import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { followUpCounts } from '@/lib/monitoring/follow-ups/list/queries';
import { followUpView } from '@/lib/monitoring/follow-ups/page/queries';
import { followUpStates } from '@/lib/monitoring/follow-ups/words';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

test('follow-ups of invented units stand in every state, and every desk has something to do', async () => {
  const states = await sql`select distinct state from follow_up`;
  expect(states.map(({ state }) => state).toSorted()).toEqual([...followUpStates].toSorted());
  expect(
    await sql`select from follow_up f join org_unit u on u.code = f.org_unit_code where not u.is_demonstration`,
  ).toEqual([]);
  expect(await followUpCounts(person('reporter', { unitCode: 'DEMO-JIA' }), '2026-11-25')).toMatchObject({
    ...{ toSign: 0, inThree: 1, inOne: 1, overdue: 1, extensions: 1 },
  });
  expect(await followUpCounts(person('assessmentOffice'), '2026-11-25')).toMatchObject({
    ...{ remarks: 1, toAssign: 1, toCheck: 2, extensions: 1, overdue: 1 },
  });
  expect(await followUpCounts(person('leader'), '2026-11-25')).toBeNull();
});

test('the closed one keeps the figure that satisfied its condition', async () => {
  const [closed] = await sql`select id from follow_up where state = 'closed'`;
  expect(await followUpView(person('leader'), closed?.id)).toMatchObject({
    isClosedDespite: false,
    metBy: { period: '2026-YTD09', version: 1 },
  });
});
