import { beforeAll, expect, test } from 'vitest';
import { appeal } from '@/db/schema/appeals';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { appealSheet } from '@/lib/assessment/appeals/list/appeal-sheet';
import { appealList, unitsOfAppeals, waitingAppeals } from '@/lib/assessment/appeals/list/queries';
import type { AppealChoice } from '@/lib/assessment/appeals/list/words';
import type { AppealState, Outcome } from '@/lib/assessment/appeals/words';
import { checkSettings } from '@/lib/testing/accounts';
import { appealedRun, people } from '@/lib/testing/appealed-run';
import { person } from '@/lib/testing/returns';

checkSettings();
const { database } = await testDatabase();
const { publisher, first, second, third, jia, yi, leader, auditor } = people;

const rows: readonly (readonly [
  id: string,
  state: AppealState,
  unit: string,
  outcome?: Outcome | null,
  actors?: string[],
])[] = [
  ['a1', 'filed', 'U1'],
  ['a2', 'accepted', 'U1', null, ['jia', 'o1']],
  ['a3', 'decided', 'U2', 'upheld', ['yi', 'o1', 'o2']],
  ['a4', 'reviewing', 'U2', 'dismissed', ['yi', 'o1', 'o2']],
  ['a5', 'closed', 'U1', 'dismissed', ['jia', 'o1', 'o2']],
  ['a6', 'withdrawn', 'U2'],
];

beforeAll(async () => {
  const runId = await appealedRun(database);
  for (const [at, [id, state, orgUnitCode, outcome = null, actors = ['jia']]] of rows.entries())
    await database.insert(appeal).values({
      ...{ id, runId, orgUnitCode, state, outcome, actors, about: ['m1', ''], grounds: '理由', asks: '请求' },
      ...{ reviewUntil: outcome && '2026-04-09', version: 3, updatedBy: 't' },
      ...{ filedAt: new Date('2026-03-10T01:00:00Z'), updatedAt: new Date(Date.UTC(2026, 2, 10, 1, at)) },
    });
});

const ids = async (choice: Partial<AppealChoice>, who = first) => {
  const { lines, total } = await appealList(who, { unit: '', state: '', ...choice }, { page: 1 });
  expect(total).toBe(lines.length);
  return lines.map(({ id }) => id);
};

test('what nothing ended comes first, the latest first; narrowed by state and unit', async () => {
  expect(await ids({})).toEqual(['a4', 'a3', 'a2', 'a1', 'a6', 'a5']);
  expect(await ids({ state: 'open', unit: 'U1' })).toEqual(['a2', 'a1']);
  expect(await ids({ state: 'closed' })).toEqual(['a5']);
});

test('a unit lists its own, leaders and auditors all, and nobody else anything', async () => {
  expect(await ids({}, jia)).toEqual(['a2', 'a1', 'a5']);
  expect(await ids({}, yi)).toEqual(['a4', 'a3', 'a6']);
  expect(await ids({ unit: 'U1' }, yi)).toEqual([]);
  expect((await unitsOfAppeals(yi)).map(({ code }) => code)).toEqual(['U2']);
  for (const who of [leader, auditor]) expect(await ids({}, who)).toHaveLength(6);
  for (const who of [person('administrator'), person('departmentReviewer'), anonymousPrincipal()])
    expect([await ids({}, who), await unitsOfAppeals(who)]).toEqual([[], []]);
});

test('counts are of the steps that somebody of the office can take on the day', async () => {
  const waiting = (who = third, day = '2026-04-09') => waitingAppeals(who, day);
  expect(await waiting()).toEqual({ accept: 1, decide: 1, decideReview: 1, settle: 1, close: 0 });
  expect(await waiting(first)).toMatchObject({ accept: 1, decide: 0, decideReview: 0 });
  expect(await waiting(second)).toMatchObject({ decide: 1, decideReview: 0 });
  expect(await waiting(publisher)).toMatchObject({ accept: 1, decide: 0, decideReview: 0 });
  // The upheld one waits for what it led to, also after the days of the review.
  expect(await waiting(third, '2026-04-10')).toMatchObject({ settle: 1, close: 0 });
  for (const who of [jia, leader, auditor]) expect(await waiting(who)).toBeNull();
});

test('a sheet says the same', async () => {
  const { lines } = await appealList(yi, { unit: '', state: '' }, { page: 1 });
  const { rows: told } = appealSheet(lines, { title: '申诉', today: '2026-03-11', filter: '全部' }, 'zh-CN');
  expect(told[0]?.map((cell) => (cell && 'text' in cell ? cell.text : cell))).toEqual([
    ...['演示2区', '演示考核方案 · 2025年', '演示指标1、总分', '复核中', '不成立', '2026-04-09', '理由', '请求'],
    ...['2026-03-10 09:00', '2026-03-10 09:03'],
  ]);
});
