import { translator } from '@/lib/i18n/translator';
import type { Named } from '@/lib/i18n/words';
import type { FollowUpState } from '@/lib/monitoring/follow-ups/words';
import { writtenNumber } from '@/lib/monitoring/follow-ups/written';
import type { TaskState } from '@/lib/monitoring/task-lists/words';
import { eachOnce } from '@/lib/publishing/bulletins/kit/each-once';
import { inSections } from '@/lib/publishing/bulletins/kit/in-sections';
import { writtenDate } from '@/lib/publishing/bulletins/kit/written-date';
import type { AnnexTable, Facts } from '@/lib/publishing/bulletins/words';

/** A follow-up that its unit knows of and that is not ended. */
export type OpenFollowUp = {
  readonly id: string;
  readonly title: string;
  readonly state: FollowUpState;
  readonly dueOn: string;
};

/** A task that is not done. */
export type OpenTask = {
  readonly id: string;
  readonly title: string;
  readonly goal: string;
  readonly responsible: string;
  readonly state: TaskState;
  readonly dueOn: string;
};

/** What a task list is written from, each by the day when it is due. */
export type TaskRows = {
  readonly unit: Named;
  readonly followUps: readonly OpenFollowUp[];
  readonly tasks: readonly OpenTask[];
};

const locale = 'zh-CN';
const followUpState = (state: FollowUpState) => translator(locale, 'followUps')(`states.${state}`);
const taskState = (state: TaskState) => translator(locale, 'taskLists')(`states.${state}`);

/** How many there are in each state, by its name. */
function byState(states: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return counts;
}
const statesOf = ({ followUps, tasks }: TaskRows) =>
  [
    ['督办', byState(followUps.map(({ state }) => followUpState(state))), followUps[0]],
    ['任务', byState(tasks.map(({ state }) => taskState(state))), tasks[0]],
  ] as const;

/** What the marks of a task list stand for: how many there are in each state, and until when each is to be done. */
export function taskFacts(rows: TaskRows): Facts {
  const { unit, followUps, tasks } = rows;
  const facts = new Map<string, string>([
    ['单位', unit.nameZh],
    ['督办数', `${followUps.length}`],
    ['任务数', `${tasks.length}`],
  ]);
  for (const [what, counts, first] of statesOf(rows)) {
    for (const [state, count] of counts) facts.set(`${what}·${state}数`, `${count}`);
    if (first) facts.set(`${what}·最早期限`, writtenDate(first.dueOn));
  }
  for (const { id, dueOn } of followUps) facts.set(`${writtenNumber(id, locale)}·期限`, writtenDate(dueOn));
  const names = eachOnce(tasks.map(({ id, title }) => [id, title]));
  for (const { id, dueOn } of tasks) facts.set(`${names.get(id)}·期限`, writtenDate(dueOn));
  return facts;
}

/** The first wording of a task list, by rules. Every number is a mark. */
export function taskText(rows: TaskRows): { readonly title: string; readonly body: string } {
  const { followUps, tasks } = rows;
  const told = ([what, counts]: ReturnType<typeof statesOf>[number], said: string) =>
    `${said}有{${what}数}项：${[...counts.keys()].map((state) => `${state}{${what}·${state}数}项`).join('、')}。最早的期限是{${what}·最早期限}。`;
  const [ofFollowUps, ofTasks] = statesOf(rows);
  const isEmpty = followUps.length + tasks.length === 0;
  const sections = [
    {
      head: '督办事项',
      lines: [followUps.length > 0 ? told(ofFollowUps, '没有销号的督办事项') : '没有未销号的督办事项。'],
    },
    { head: '清单任务', lines: [tasks.length > 0 ? told(ofTasks, '没有完成的任务') : '没有未完成的任务。'] },
  ];
  return {
    title: '关于印送{单位}任务清单的函',
    body: inSections(
      ['现将你单位没有办结的督办事项和任务印送给你们，请按期办理。'],
      sections,
      isEmpty ? [] : ['各项和期限见附件。'],
    ),
  };
}

/** The annexes of a task list: the follow-ups and the tasks, each where there are any. */
export function taskAnnexes({ unit, followUps, tasks }: TaskRows): AnnexTable[] {
  const listed: AnnexTable[] = [
    {
      title: `${unit.nameZh}督办事项`,
      columns: ['编号', '事项', '状态', '期限'],
      isNumber: [false, false, false, false],
      rows: followUps.map(({ id, title, state, dueOn }) => [
        ...[writtenNumber(id, locale), title, followUpState(state), writtenDate(dueOn)],
      ]),
      notes: [],
    },
    {
      title: `${unit.nameZh}任务清单`,
      columns: ['任务', '目标', '责任人', '状态', '期限'],
      isNumber: [false, false, false, false, false],
      rows: tasks.map(({ title, goal, responsible, state, dueOn }) => [
        ...[title, goal, responsible, taskState(state), writtenDate(dueOn)],
      ]),
      notes: [],
    },
  ];
  return listed.filter(({ rows }) => rows.length > 0);
}
