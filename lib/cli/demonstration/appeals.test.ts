import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { appealList, waitingAppeals } from '@/lib/assessment/appeals/list/queries';
import { appealView } from '@/lib/assessment/appeals/page/queries';
import { appealsUntil } from '@/lib/assessment/appeals/queries';
import { publicityHistory, publicityOf } from '@/lib/assessment/publicity/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');
const office = person('assessmentOffice', { userId: 'another' });

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

test('appeals of invented units stand in every state, and one of them led to an entry of the ledger', async () => {
  const { lines, total } = await appealList(office, { unit: '', state: '' }, { page: 1 });
  const told = lines.map(({ unit, state, outcome }) => `${unit.code} ${state} ${outcome}`);
  expect(told.toSorted()).toEqual([
    ...['DEMO-BING rejected null', 'DEMO-DING filed null', 'DEMO-GENG closed dismissed', 'DEMO-JI withdrawn null'],
    ...[
      'DEMO-JIA decided upheld',
      'DEMO-WU accepted null',
      'DEMO-XIN reviewed dismissed',
      'DEMO-YI reviewing dismissed',
    ],
  ]);
  expect(total).toBe(8);
  expect(
    await sql`select from appeal a join org_unit u on u.code = a.org_unit_code where not u.is_demonstration`,
  ).toEqual([]);
  const upheld = lines.find(({ state }) => state === 'decided');
  expect(await appealView(office, upheld?.id ?? '')).toMatchObject({
    settled: { remedy: { kind: 'adjustment' }, entry: { kind: 'bonus', points: '2' } },
    files: [{ fileName: '台账报备回执.pdf' }],
  });
});

test('desks have something to do: who took no step, and of the two officials what each may', async () => {
  const waiting = { accept: 1, decide: 1, decideReview: 1, settle: 0, close: 1 };
  expect(await waitingAppeals(office, '2026-11-25')).toEqual(waiting);
  const [second] = await sql`select id from app_user where username = 'demo.office2'`;
  const who = person('assessmentOffice', { userId: second?.id });
  expect(await waitingAppeals(who, '2026-11-25')).toEqual({ ...waiting, decideReview: 0 });
  // Once the days to ask for a review are over, the upheld one may be closed.
  expect(await waitingAppeals(office, '2026-12-19')).toMatchObject({ close: 2 });
  expect(await waitingAppeals(person('leader'), '2026-11-25')).toBeNull();
  const own = await appealList(person('reporter', { unitCode: 'DEMO-YI' }), { unit: '', state: 'open' }, { page: 1 });
  expect(own.lines.map(({ unit }) => unit.code)).toEqual(['DEMO-YI']);
});

test('the publicity was mended, everybody reads it, and units may still appeal', async () => {
  const [run] = await sql`select run_id as id from appeal limit 1`;
  // The 14th of November 2026 is a Saturday: seven working days from there end on the 24th.
  expect(await publicityOf(anonymousPrincipal(), run?.id)).toMatchObject({
    ...{ number: 2, firstDay: '2026-11-14', lastDay: '2026-11-24', appealsUntil: '2026-11-29' },
  });
  expect((await publicityHistory(office, run?.id)).map(({ lastDay }) => lastDay)).toEqual(['2026-11-20', '2026-11-24']);
  expect(await publicityHistory(anonymousPrincipal(), run?.id)).toEqual([]);
  expect(await appealsUntil(person('reporter', { unitCode: 'DEMO-JI' }), run?.id)).toBe('2026-11-29');
});
