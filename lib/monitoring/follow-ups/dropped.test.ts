import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { dropFollowUp } from '@/lib/monitoring/follow-ups/drop-follow-up';
import { followUpCounts } from '@/lib/monitoring/follow-ups/list/queries';
import { mergeFollowUps } from '@/lib/monitoring/follow-ups/merge-follow-ups';
import { followUpView } from '@/lib/monitoring/follow-ups/page/queries';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { waitingRemarks } from '@/lib/monitoring/follow-ups/remarks/queries';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import { transferFollowUp } from '@/lib/monitoring/follow-ups/transfer-follow-up';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const give = { now: new Date('2026-06-10T09:00:00+08:00'), database };
const office = person('assessmentOffice');
const jia = person('reporter');
const reason = '立错了责任单位';

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into leader_remark (id, org_unit_code, indicator_code, year, month, words, written_by, written_at)
    values ('r', 'JIA', 'DEMO', 2026, 5, '请整改', 't', now())`;
});

const terms = { title: '甲区项目滞后', matter: '追上序时进度', unit: 'JIA', assisting: [], dueOn: '2026-06-10' };
const raise = (origin: object = { kind: 'hand', note: '' }) =>
  perform(raiseFollowUp, office, { ...terms, condition: null, origin } as never, give);
const assign = (id: string) => perform(assignFollowUp, office, { id, version: 1 }, give);
const drop = (id: string, version: number, words = reason) =>
  perform(dropFollowUp, office, { id, version, reason: words }, give);

test('one that was raised by mistake is dropped with a reason, keeps its number, and its remark waits again', async () => {
  const id = await raise({ kind: 'remark', remark: 'r' });
  expect(await waitingRemarks(office)).toEqual([]);
  expect(await refusalOf(drop(id, 1, '错'))).toMatch(/^invalid/);
  await drop(id, 1);
  const view = await followUpView(person('leader'), id);
  expect(view).toMatchObject({ id, state: 'dropped', version: 2, mergeable: [], remark: { words: '请整改' } });
  expect(view?.history.at(-1)).toMatchObject({ step: { kind: 'drop' }, words: reason });
  expect(await waitingRemarks(office)).toMatchObject([{ id: 'r' }]);
  const [event] = await sql`select changes::jsonb as changes from audit_event where command = 'followUp.drop'
    order by seq desc limit 1`;
  expect(event?.changes).toMatchObject([
    { subject: `followUp/${id}` },
    { subject: 'remark/r', before: { followUp: id }, after: { followUp: null } },
  ]);
  // Its unit never knew of it.
  expect(await followUpView(jia, id)).toBeNull();
  expect(await raise({ kind: 'remark', remark: 'r' })).toBe('2026-2');
});

test('its unit sees one that was assigned as withdrawn, and nothing of it is due', async () => {
  const id = await raise();
  await assign(id);
  const before = await followUpCounts(jia, '2026-06-10');
  expect(before).toMatchObject({ toSign: 1, inOne: 1 });
  await drop(id, 2);
  expect(await followUpView(jia, id)).toMatchObject({ state: 'dropped' });
  expect(await followUpCounts(jia, '2026-06-11')).toMatchObject({ toSign: 0, inOne: 0, overdue: 0 });
  expect(await refusalOf(drop(id, 3))).toBe('conflict followUps.refused.wrongState');
  const task = { unit: 'JIA', year: 2026, title: '办理督办', goal: '办好', dueOn: '2026-07-01' };
  const added = perform(
    addTask,
    office,
    { ...task, ...{ responsible: '', indicator: null, followUp: id, reason: '另行安排。' } } as never,
    give,
  );
  expect(await refusalOf(added)).toBe('invalid taskLists.refused.noFollowUp');
});

test('one that a unit signed for is closed, merged or transferred, also once it was handed to another', async () => {
  const id = await raise();
  await assign(id);
  await perform(signFollowUp, jia, { id, version: 2, unit: 'JIA' }, give);
  expect(await refusalOf(drop(id, 3))).toBe('conflict followUps.refused.signed');
  await perform(transferFollowUp, office, { id, version: 3, to: 'YI', reason }, give);
  expect(await refusalOf(drop(id, 4))).toBe('conflict followUps.refused.signed');
});

test('one into which another was merged is not dropped, which would end both', async () => {
  const [one, other] = [await raise(), await raise()];
  await perform(mergeFollowUps, office, { id: one, version: 1, into: other, reason }, give);
  expect(await refusalOf(drop(other, 2))).toBe('conflict followUps.refused.absorbed');
});
