import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import type { CommandName } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { confirmConsequence } from '@/lib/monitoring/consequences/confirm-consequence';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { dropFollowUp } from '@/lib/monitoring/follow-ups/drop-follow-up';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { answerRemark } from '@/lib/monitoring/follow-ups/remarks/answer-remark';
import { remarkUpon } from '@/lib/monitoring/follow-ups/remarks/remark-upon';
import { writeRemark } from '@/lib/monitoring/follow-ups/remarks/write-remark';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import { transferFollowUp } from '@/lib/monitoring/follow-ups/transfer-follow-up';
import { prepareReport } from '@/lib/monitoring/reports/prepare-report';
import { publishReport } from '@/lib/monitoring/reports/publish-report';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { handOutTemplate } from '@/lib/monitoring/task-lists/templates/hand-out-template';
import { saveTaskTemplate } from '@/lib/monitoring/task-lists/templates/save-template';
import { withdrawTask } from '@/lib/monitoring/task-lists/withdraw-task';
import { tell } from '@/lib/notices/telling/tell';
import { account, checkSettings, fictionalUnits } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-02T08:00:00Z');
let place: Awaited<ReturnType<typeof toldResults>>;
let first: Principal;
const second = person('assessmentOffice', { userId: 'second' });

beforeAll(async () => {
  await fictionalUnits(database);
  place = await toldResults(sql, { units: 2 });
  const { id } = await account(database, { username: 'first.office', role: 'assessmentOffice' });
  first = person('assessmentOffice', { userId: id });
  await account(database, { username: 'other.office', role: 'assessmentOffice' });
  await account(database, { username: 'the.leader', role: 'leader' });
  for (const letter of ['A', 'B'])
    for (const role of ['reporter', 'unitReviewer'] as const)
      await account(database, {
        username: `${letter}.${role}`.toLowerCase(),
        role,
        unitCode: `${place.code}${letter}`,
      });
  await account(database, { username: 'outside.reporter', role: 'reporter', unitCode: 'JIA' });
});

beforeEach(async () => {
  await sql`delete from notice`;
});

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, who: Principal, input: object) =>
  perform(command, who, input, { now, database });

/** Whom a piece of work told of what. */
async function told(): Promise<string[]> {
  const rows = await sql`delete from notice n using app_user u where u.id = n.user_id returning u.username, n.kind`;
  return rows.map(({ username, kind }) => `${username} ${kind}`).sort();
}
const telling = async (command: CommandName, subject: string, after: object) => {
  const changes = [{ subject, before: null, after }];
  const done = { actor: 'nobody', at: now, event: 7, changes, targets: [] };
  await database.transaction((tx) => tell(tx, command, done));
  return told();
};
const unitA = (kind: string) => [`a.reporter ${kind}`, `a.unitreviewer ${kind}`];
const unitB = (kind: string) => [`b.reporter ${kind}`, `b.unitreviewer ${kind}`];

test('of a follow-up its unit is told once it is assigned, and after a transfer the other one', async () => {
  const terms = { title: '演示督办', matter: '演示事项', unit: `${place.code}A`, assisting: [], dueOn: '2099-12-31' };
  const raise = () => give(raiseFollowUp, first, { ...terms, condition: null, origin: { kind: 'hand', note: '' } });
  const id = await raise();
  expect(await told()).toEqual([]);
  await give(assignFollowUp, first, { id, version: 1 });
  expect(await told()).toEqual(unitA('followUpAssigned'));
  const signer = person('reporter', { unitCode: `${place.code}A` });
  await give(signFollowUp, signer, { id, version: 2, unit: `${place.code}A` });
  await give(transferFollowUp, first, { id, version: 3, to: `${place.code}B`, reason: '职责在乙单位。' });
  expect(await told()).toEqual(unitB('followUpAssigned'));
  expect(await telling('followUp.report', `followUp/${id}`, { stage: 'reported' })).toEqual([
    'first.office followUpReported',
    'other.office followUpReported',
  ]);
  // One that is dropped is told to the unit that knew of it, and to nobody else.
  const [unknown, known] = [await raise(), await raise()];
  await give(assignFollowUp, first, { id: known, version: 1 });
  await told();
  await give(dropFollowUp, first, { id: unknown, version: 1, reason: '立错了单位。' });
  expect(await told()).toEqual([]);
  await give(dropFollowUp, first, { id: known, version: 2, reason: '立错了单位。' });
  expect(await told()).toEqual(unitA('followUpDropped'));
});

test('a remark tells the office, and who wrote it what became of it; upon a follow-up its unit too', async () => {
  const [leader] = await sql`select id from app_user where username = 'the.leader'`;
  const who = person('leader', { userId: leader?.id });
  const offices = (kind: string) => [`first.office ${kind}`, `other.office ${kind}`];
  const unit = `${place.code}A`;
  await place.light(unit, '2026-02', 'red');
  const about = { kind: 'lamp', unit, indicator: place.code, year: 2026, month: 2 };
  const write = () => give(writeRemark, who, { about, remark: '请限期整改。' });
  const [one, other] = [await write(), await write()];
  expect(await told()).toEqual([...offices('remarked'), ...offices('remarked')].sort());
  await give(answerRemark, first, { remark: one, reason: '已有措施。' });
  expect(await told()).toEqual(['the.leader remarkAnswered']);
  const terms = { title: '演示督办', matter: '演示事项', unit, assisting: [], dueOn: '2099-12-31', condition: null };
  const id = await give(raiseFollowUp, first, { ...terms, origin: { kind: 'remark', remark: other } });
  expect(await told()).toEqual(['the.leader remarkRaised']);
  await give(remarkUpon, who, { id, version: 1, remark: '抓紧交办。' });
  expect(await told()).toEqual(offices('followUpRemarked'));
  await give(assignFollowUp, first, { id, version: 2 });
  await told();
  await give(remarkUpon, who, { id, version: 3, remark: '抓紧办理。' });
  expect(await told()).toEqual([...unitA('followUpRemarked'), ...offices('followUpRemarked')].sort());
});

test('of its list a unit is told once for all tasks of a template, and of one that is added or withdrawn', async () => {
  const [a, b] = [`${place.code}A`, `${place.code}B`];
  const tasks = ['演示任务一', '演示任务二'].map((title) => ({ title, goal: '演示目标', dueOn: '2026-12-31' }));
  const template = await give(saveTaskTemplate, first, { id: '', version: 0, title: '演示清单', year: 2026, tasks });
  expect(await told()).toEqual([]);
  await give(handOutTemplate, first, { id: template, version: 1, peerGroupCode: null, unitCodes: [a, b] });
  expect(await told()).toEqual([...unitA('taskAdded'), ...unitB('taskAdded')]);
  // Handed out again it adds nothing, and tells nothing.
  await give(handOutTemplate, first, { id: template, version: 2, peerGroupCode: null, unitCodes: [a] });
  expect(await told()).toEqual([]);
  const task = { unit: b, year: 2026, title: '演示任务三', goal: '演示目标', dueOn: '2026-12-31', responsible: '' };
  const { id } = await give(addTask, first, { ...task, indicator: null, followUp: null, reason: '补上短板' });
  expect(await told()).toEqual(unitB('taskAdded'));
  await give(withdrawTask, first, { id, version: 1, reason: '与另一项重复' });
  expect(await told()).toEqual(unitB('taskWithdrawn'));
});

test('a report waits for the other officials, and tells leaders and the units that it reports', async () => {
  await place.light(`${place.code}A`, '2026-03', 'red', { isTold: false });
  const { id } = await give(prepareReport, first, { group: place.code, month: '2026-03', kind: 'month', note: '' });
  expect(await told()).toEqual(['other.office draftWaits']);
  await give(publishReport, second, { id, version: 1 });
  const kind = 'reportPublished';
  expect(await told()).toEqual([...unitA(kind), ...unitB(kind), `the.leader ${kind}`].sort());
});

test('a ranking tells leaders and the units that it ranks, once each', async () => {
  const run = await place.publish('2025', { [`${place.code}A`]: { rank: 1 } });
  const kind = 'rankingPublished';
  const after = { state: 'published' };
  expect(await telling('run.publish', `run/${run}`, after)).toEqual([...unitA(kind), `the.leader ${kind}`]);
  expect(await telling('run.publish', `run/${run}`, { state: 'superseded' })).toEqual([]);
});

test('a consequence tells its unit when it is confirmed, and nobody before', async () => {
  await place.adopt({ kind: 'redInRow', indicator: '', months: 1 });
  await place.light(`${place.code}B`, '2026-05', 'red');
  await give(proposeConsequences, first, {});
  expect(await told()).toEqual([]);
  const [row] = await sql`select id from consequence where org_unit_code = ${`${place.code}B`}`;
  await give(confirmConsequence, first, { id: row?.id, version: 1, reason: '情况属实。' });
  expect(await told()).toEqual(unitB('consequenceConfirmed'));
});

test('an appeal tells the office when it is filed and its unit when it is decided', async () => {
  const run = await place.publish('2024', { [`${place.code}A`]: { rank: 1 } });
  await sql`insert into appeal (id, run_id, org_unit_code, about, grounds, asks, state, actors, filed_at, updated_by, updated_at)
    values ('told', ${run}, ${`${place.code}A`}, '[""]', '演示', '演示', 'filed', '[]', now(), 't', now())`;
  const offices = ['first.office appealFiled', 'other.office appealFiled'];
  expect(await telling('appeal.file', 'appeal/told', { appealState: 'filed' })).toEqual(offices);
  for (const [command, kind] of [
    ['appeal.accept', 'appealAccepted'],
    ['appeal.reject', 'appealRejected'],
    ['appeal.decide', 'appealDecided'],
    ['appeal.decideReview', 'appealDecided'],
  ] as const)
    expect(await telling(command, 'appeal/told', { appealState: 'decided' })).toEqual(unitA(kind));
});
