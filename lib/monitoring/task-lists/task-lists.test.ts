import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { may } from '@/lib/access/permissions';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { accountRoles } from '@/lib/access/words';
import { indicatorToEdit } from '@/lib/catalogue/indicators/editing/queries';
import { unitUsesFor } from '@/lib/catalogue/units/desk/queries';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { taskCounts, unitLines, yearsOfLists } from '@/lib/monitoring/task-lists/list/queries';
import { taskSheet } from '@/lib/monitoring/task-lists/list/task-sheet';
import { moveTask } from '@/lib/monitoring/task-lists/move-task';
import { noteTask } from '@/lib/monitoring/task-lists/note-task';
import { listHead, taskLines, taskTotal, taskView } from '@/lib/monitoring/task-lists/page/queries';
import { planTask } from '@/lib/monitoring/task-lists/plan-task';
import { handOutTemplate } from '@/lib/monitoring/task-lists/templates/hand-out-template';
import { templateList, templateView } from '@/lib/monitoring/task-lists/templates/queries';
import { saveTaskTemplate } from '@/lib/monitoring/task-lists/templates/save-template';
import { withdrawTask } from '@/lib/monitoring/task-lists/withdraw-task';
import { csvText } from '@/lib/publishing/csv/csv-text';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const today = '2026-06-10';
const office = person('assessmentOffice', { userId: 'office' });
const jia = person('reporter', { userId: 'jia', unitCode: 'JIA' });
const yi = person('unitReviewer', { userId: 'yi', unitCode: 'YI' });
const words = '按清单办理';
/** A year of its own for each test, so that what others add is not counted. */
let year = 2030;
beforeAll(() => fictionalIndicators(database));
beforeEach(() => {
  year += 1;
});

const give = <Result>(command: Command<never, Result>, who: Principal, input: object) =>
  perform(command as never, who, input as never, { now, database }) as Promise<Result>;
const termsOf = (more: object = {}) => ({
  ...{ unit: 'JIA', year, title: '补上短板', goal: '年底前翻番', dueOn: `${year}-12-31`, responsible: '' },
  ...{ indicator: null, followUp: null, reason: words, ...more },
});
const add = (more: object = {}, who = office) =>
  give(addTask as never as Command<never, { id: string }>, who, termsOf(more));
const plan = { unit: 'JIA', measure: '每周调度一次', responsible: '张三' };
const task = (title: string, dueOn = `${year}-11-30`) => ({ title, goal: '达到全市平均', dueOn });
const save = (more: object = {}, who = office) =>
  give(saveTaskTemplate as never as Command<never, string>, who, {
    ...{ id: '', version: 0, title: '补短板清单', year, tasks: [task('第一项任务'), task('第二项任务')], ...more },
  });
const handOut = (id: string, version: number, unitCodes: readonly string[], more: object = {}) =>
  give(handOutTemplate as never as Command<never, { count: number; units: number }>, office, {
    ...{ id, version, peerGroupCode: null, unitCodes, ...more },
  });
const tasksOf = async (unit: string) =>
  (
    await sql`select title, due_on::text as due, state from unit_task where org_unit_code = ${unit} and year = ${year}
      order by template_task, title`
  ).map(({ title, due, state }) => `${title} ${due} ${state}`);

describe('who may do what', () => {
  test.each([
    ['task.plan', planTask, plan],
    ['task.note', noteTask, { unit: 'JIA', note: words }],
    ['task.move', moveTask, { unit: 'JIA', move: 'begin', note: words }],
    ['task.withdraw', withdrawTask, { reason: words }],
  ] as const)(
    '%s is for whom the table of permissions says, for its unit, on what was shown',
    async (name, command, input) => {
      const { id } = await add();
      const version = name === 'task.move' ? 2 : 1;
      if (version === 2) await give(planTask as never, jia, { id, version: 1, ...plan });
      const before = await taskView(office, id, today);
      const take = (who: Principal, more: object = {}) =>
        give(command as never, who, { id, version, ...input, ...more });
      for (const who of [anonymousPrincipal(), ...accountRoles.map((role) => person(role, { unitCode: 'JIA' }))]) {
        if (may(who.role, name)) continue;
        expect(await refusalOf(take(who)), who.role).toBe('forbidden command');
      }
      if (name !== 'task.withdraw') {
        expect(await refusalOf(take(yi))).toBe('notFound taskLists.refused.none');
        expect(await refusalOf(take(yi, { unit: 'YI' }))).toBe('notFound taskLists.refused.none');
        expect(await refusalOf(take(jia, { unit: 'YI' }))).toBe('forbidden taskLists.refused.otherUnit');
      }
      const who = name === 'task.withdraw' ? office : jia;
      expect(await refusalOf(take(who, { version: version + 1 }))).toMatch(
        /^conflict (taskLists\.refused\.moved|movedByYou)$/,
      );
      expect(await taskView(office, id, today)).toEqual(before);
      await take(who);
      expect((await taskView(office, id, today))?.version).toBe(version + 1);
    },
  );

  test('a task is added by the office alone, for a unit, an indicator and a follow-up of it that there are', async () => {
    for (const who of [anonymousPrincipal(), ...accountRoles.map((role) => person(role, { unitCode: 'JIA' }))])
      if (who.role !== 'assessmentOffice') expect(await refusalOf(add({}, who)), who.role).toBe('forbidden command');
    expect(await refusalOf(add({ unit: 'NONE' }))).toBe('invalid taskLists.refused.noUnit');
    expect(await refusalOf(add({ indicator: 'NONE' }))).toBe('invalid taskLists.refused.noIndicator');
    const followUp = `2026-${Number.parseInt(randomBytes(2).toString('hex'), 16) + 1}`;
    await sql`insert into follow_up (id, title, matter, org_unit_code, assisting, due_on, origin, state, version, updated_by,
      updated_at) values (${followUp}, '督办', '督办', 'YI', '[]', '2026-12-31', '{"kind": "hand", "note": ""}', 'working', 1,
      'check', now())`;
    expect(await refusalOf(add({ followUp }))).toBe('invalid taskLists.refused.noFollowUp');
    const { id } = await add({ unit: 'YI', followUp, indicator: 'DEMO' });
    expect(await taskView(yi, id, today)).toMatchObject({ followUp, indicator: { code: 'DEMO' } });
    expect(await refusalOf(add({ reason: ' ' }))).toBe('invalid input');
  });

  test('a unit with a task, and an indicator of one, are in use', async () => {
    const others = async () => (await indicatorToEdit(office, 'DEMO'))?.uses.others ?? 0;
    const tasks = async () => (await unitUsesFor(office, 'JIA')).find(({ what }) => what === 'tasks')?.count ?? 0;
    const before = [await others(), await tasks()];
    await add({ indicator: 'DEMO' });
    expect([await others(), await tasks()]).toEqual(before.map((count) => count + 1));
  });

  test('a template is drafted and handed out by the office alone', async () => {
    for (const role of accountRoles.filter((one) => one !== 'assessmentOffice')) {
      expect(await refusalOf(save({}, person(role))), role).toBe('forbidden command');
      const input = { id: 'x', version: 1, peerGroupCode: null, unitCodes: ['JIA'] };
      expect(await refusalOf(give(handOutTemplate as never, person(role), input)), role).toBe('forbidden command');
    }
  });
});

test('a task begins and is done with a measure, and a withdrawn one stays with its reason', async () => {
  const { id } = await add();
  const move = (version: number, kind: string) =>
    give(moveTask as never, jia, { id, version, unit: 'JIA', move: kind, note: words });
  expect(await refusalOf(move(1, 'begin'))).toBe('conflict taskLists.refused.noMeasure');
  expect(await refusalOf(move(1, 'finish'))).toBe('conflict taskLists.refused.noMeasure');
  await give(planTask as never, jia, { id, version: 1, ...plan });
  await move(2, 'finish');
  expect(await refusalOf(give(withdrawTask as never, office, { id, version: 3, reason: words }))).toBe(
    'conflict taskLists.refused.wrongState',
  );
  await move(3, 'reopen');
  await give(withdrawTask as never, office, { id, version: 4, reason: '并入另一项' });
  const view = await taskView(jia, id, today);
  expect(view?.history.map(({ kind }) => kind)).toEqual(['add', 'plan', 'finish', 'reopen', 'withdraw']);
  expect(view?.history.at(-1)?.words).toBe('并入另一项');
  expect(view?.note?.words).toBe(words);
});

describe('templates', () => {
  test('handed out twice, a template doubles nothing, and a unit that is chosen later gets the whole list', async () => {
    const id = await save();
    expect(await handOut(id, 1, ['JIA'])).toMatchObject({ count: 2, units: 1 });
    expect(await handOut(id, 2, ['JIA'])).toMatchObject({ count: 0, units: 0 });
    expect(await handOut(id, 3, ['JIA', 'YI'])).toMatchObject({ count: 2, units: 1 });
    const both = [`第一项任务 ${year}-11-30 notBegun`, `第二项任务 ${year}-11-30 notBegun`];
    expect(await tasksOf('JIA')).toEqual(both);
    expect(await tasksOf('YI')).toEqual(both);
    expect(await refusalOf(handOut(id, 3, ['JIA']))).toMatch(
      /^conflict (taskLists\.refused\.templateMoved|movedByYou)$/,
    );
  });

  test('two hand the same template out at once: one is refused, and nothing is doubled', async () => {
    const id = await save();
    const answers = await Promise.allSettled([handOut(id, 1, ['JIA']), handOut(id, 1, ['JIA'])]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await tasksOf('JIA')).toHaveLength(2);
  });

  test('a later change is handed out as further tasks, and changes none of those handed out', async () => {
    const id = await save();
    await handOut(id, 1, ['JIA']);
    const [own] = await taskLines(jia, { unit: 'JIA', year }, { today, most: 10 });
    await give(planTask as never, jia, { id: own?.id, version: 1, ...plan });
    await give(withdrawTask as never, office, { id: own?.id, version: 2, reason: words });
    // Whatever is sent comes after those that were handed out.
    await save({ id, version: 2, title: '补短板清单（续）', tasks: [task('第三项任务', `${year}-12-01`)] });
    expect(await tasksOf('JIA')).toHaveLength(2);
    expect(await handOut(id, 3, ['JIA'])).toMatchObject({ count: 1, units: 1 });
    const first = await tasksOf('JIA');
    expect(first).toEqual([
      `第一项任务 ${year}-11-30 withdrawn`,
      `第二项任务 ${year}-11-30 notBegun`,
      `第三项任务 ${year}-12-01 notBegun`,
    ]);
    expect((await templateView(office, id))?.handedTo).toMatchObject([
      { code: 'JIA', tasks: 3, done: 0, withdrawn: 1 },
    ]);
    expect(await refusalOf(save({ id, version: 4, year: year + 1, tasks: [] }))).toBe(
      'invalid taskLists.refused.yearKept',
    );
  });

  test('a sequence stands for its present members', async () => {
    const group = `G${randomBytes(3).toString('hex')}`;
    await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order) values (${group}, '序列', 'Sequence', '', '', 900)`;
    await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from, valid_to) values
      (${group}, 'JIA', '2000-01-01', null), (${group}, 'YI', '2000-01-01', '2020-12-31')`;
    const id = await save();
    expect(await handOut(id, 1, [], { peerGroupCode: group })).toMatchObject({ count: 2, units: 1 });
    expect(await tasksOf('YI')).toEqual([]);
    expect(await refusalOf(handOut(id, 2, [], { peerGroupCode: 'NONE' }))).toBe('invalid taskLists.refused.noUnits');
    expect(await refusalOf(handOut(id, 2, []))).toBe('invalid taskLists.refused.noUnits');
    expect(await refusalOf(handOut(id, 2, ['JIA', 'NONE']))).toBe('invalid taskLists.refused.noUnits');
    const { lines } = await unitLines(office, { year, group }, { page: 1, today });
    expect(lines).toMatchObject([{ unit: { code: 'JIA' }, tasks: 2, open: 2, overdue: 0, done: 0, red: 0 }]);
  });

  test('a template that moved is not overwritten, and its days are within its year', async () => {
    const id = await save();
    await save({ id, version: 1, title: '另一个名称' });
    expect(await refusalOf(save({ id, version: 1 }))).toMatch(
      /^conflict (taskLists\.refused\.templateMoved|movedByYou)$/,
    );
    expect(await refusalOf(save({ id, version: 2, tasks: [task('第一项任务', '2001-01-01')] }))).toBe(
      'invalid taskLists.refused.otherYear',
    );
    expect(await refusalOf(save({ tasks: [] }))).toBe('invalid taskLists.refused.noTasks');
    expect(await refusalOf(save({ id: 'none', version: 1 }))).toBe('notFound taskLists.refused.noTemplate');
    for (const role of ['leader', 'auditor'] as const)
      expect((await templateView(person(role), id))?.title, role).toBe('另一个名称');
    for (const who of [jia, yi, person('administrator'), anonymousPrincipal()]) {
      expect(await templateView(who, id), who.role).toBeNull();
      expect(await templateList(who), who.role).toEqual([]);
    }
  });
});

describe('sight', () => {
  test('a unit sees its own list alone, in pages, files and counts', async () => {
    const [own, foreign] = [await add({ dueOn: '2026-06-09' }), await add({ unit: 'YI', dueOn: today })];
    expect(await listHead(jia, 'YI')).toBeNull();
    expect((await listHead(jia, 'JIA'))?.years).toContain(year);
    expect(await taskView(jia, foreign.id, today)).toBeNull();
    expect((await taskView(jia, own.id, today))?.isOverdue).toBe(true);
    // The due date itself is not late.
    expect((await taskView(yi, foreign.id, today))?.isOverdue).toBe(false);
    const all = { unit: '', year };
    expect((await taskLines(jia, all, { today, most: 10 })).map(({ id }) => id)).toEqual([own.id]);
    expect(await taskLines(jia, { unit: 'YI', year }, { today, most: 10 })).toEqual([]);
    expect(await taskTotal(jia, { unit: 'JIA', year })).toBe(1);
    expect(await taskTotal(jia, { unit: 'YI', year })).toBe(0);
    const { lines, total } = await unitLines(jia, { year, group: '' }, { page: 1, today });
    expect([total, ...lines.map(({ unit, overdue }) => `${unit.code} ${overdue}`)]).toEqual([1, 'JIA 1']);
    for (const role of ['leader', 'auditor', 'assessmentOffice'] as const)
      expect((await taskLines(person(role), all, { today, most: 10 })).map(({ id }) => id).sort(), role).toEqual(
        [own.id, foreign.id].sort(),
      );
    for (const who of [person('administrator'), person('departmentReviewer'), anonymousPrincipal()]) {
      expect(await taskLines(who, all, { today, most: 10 }), who.role).toEqual([]);
      expect(await listHead(who, 'JIA'), who.role).toBeNull();
      expect(await taskView(who, own.id, today), who.role).toBeNull();
      expect(await yearsOfLists(who), who.role).toEqual([]);
      expect(await taskCounts(who, today), who.role).toBeNull();
    }
    const [told] =
      await sql`select count(*) filter (where state in ('notBegun', 'underWay'))::int as open from unit_task
      where org_unit_code = 'YI'`;
    expect((await taskCounts(yi, today))?.open).toBe(told?.open);
  });

  test('hostile text stays text, on its way to the page and into a file', async () => {
    const hostile = `=HYPERLINK("x")<script>${randomBytes(2).toString('hex')}</script>\\u0000''`;
    const { id } = await add({ title: hostile, goal: '@SUM(1)' });
    await give(planTask as never, jia, { id, version: 1, unit: 'JIA', measure: '+1+1 第一步', responsible: '-张三' });
    const [line] = await taskLines(jia, { unit: 'JIA', year }, { today, most: 10 });
    expect(line).toMatchObject({ title: hostile, goal: '@SUM(1)', measure: '+1+1 第一步', responsible: '-张三' });
    const csv = csvText(taskSheet(line ? [line] : [], { title: '清单', about: [] }, 'zh-CN'));
    for (const start of ['=', '@', '+', '-'])
      expect(csv).not.toMatch(new RegExp(`(^|,)"?[${start}](HYPER|SUM|1|张)`, 'm'));
    expect(await refusalOf(add({ title: '有控制\u0007字符的标题' }))).toBe('invalid input');
  });
});
