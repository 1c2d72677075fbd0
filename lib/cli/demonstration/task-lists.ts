import { asc, eq } from 'drizzle-orm';
import { taskTemplate, unitTask } from '@/db/schema/task-lists';
import { addTask } from '@/lib/monitoring/task-lists/add-task';
import { moveTask } from '@/lib/monitoring/task-lists/move-task';
import { noteTask } from '@/lib/monitoring/task-lists/note-task';
import { planTask } from '@/lib/monitoring/task-lists/plan-task';
import { handOutTemplate } from '@/lib/monitoring/task-lists/templates/hand-out-template';
import { saveTaskTemplate } from '@/lib/monitoring/task-lists/templates/save-template';
import { withdrawTask } from '@/lib/monitoring/task-lists/withdraw-task';
import type { Clock } from './clock';
import { act, reporterOf, reviewerOf, type Stage } from './stage';

/** Whether lists were played already, or people have drafted templates. */
export async function areListsPlayed({ tx }: Stage): Promise<boolean> {
  return (await tx.select({ id: taskTemplate.id }).from(taskTemplate).limit(1)).length > 0;
}

/**
 * Lists of invented units from a template of three tasks: one unit with a task done, one under way and one withdrawn, another
 * with one that is overdue, and a task that was added by itself; and a fourth task that is drafted and not handed out.
 */
export async function playTaskLists(stage: Stage, clock: Clock): Promise<void> {
  const year = Number(clock.day(-30).slice(0, 4));
  const task = (title: string, goal: string, dueOn: string) => ({ title: `演示：${title}`, goal, dueOn });
  const tasks = [
    task('倒排重点项目工期', '年底前重点项目全部开工', `${year}-12-31`),
    task('排查重大隐患', '隐患按期整改率达到 98%', clock.day(-30)),
    task('清理拖欠账款', '无分歧欠款年内清零', `${year}-12-20`),
  ];
  const template = { id: '', version: 0, title: '演示：县区补短板清单', year, tasks };
  const id = await act(stage, 'demo.office', saveTaskTemplate, template, clock.at(-30, 9));
  const units = { peerGroupCode: 'DEMO_COUNTIES', unitCodes: [] };
  await act(stage, 'demo.office', handOutTemplate, { id, version: 1, ...units }, clock.at(-30, 10));
  const more = [task('公开全年清单', '十二月底前向社会公开', `${year}-12-31`)];
  await act(stage, 'demo.office', saveTaskTemplate, { ...template, id, version: 2, tasks: more }, clock.at(-2, 9));
  await playJia(stage, clock);
  await playYi(stage, clock, year);
}

async function tasksOf({ tx }: Stage, unit: string) {
  return tx
    .select({ id: unitTask.id })
    .from(unitTask)
    .where(eq(unitTask.orgUnitCode, unit))
    .orderBy(asc(unitTask.templateTask));
}

async function playJia(stage: Stage, clock: Clock): Promise<void> {
  const unit = 'DEMO-JIA';
  const [projects, hazards, debts] = await tasksOf(stage, unit);
  if (!projects || !hazards || !debts) return;
  const own = (id: string, version: number) => ({ id, version, unit });
  const plan = { measure: '每个项目一名县领导包保，每周调度一次。', responsible: '演示：王县长' };
  await act(stage, reporterOf(unit), planTask, { ...own(projects.id, 1), ...plan }, clock.at(-28, 9));
  const begun = { ...own(projects.id, 2), move: 'begin', note: '九个项目已开工六个。' } as const;
  await act(stage, reporterOf(unit), moveTask, begun, clock.at(-20, 9));
  const note = { ...own(projects.id, 3), note: '又开工两个，余下一个在办用地手续。' };
  await act(stage, reviewerOf(unit), noteTask, note, clock.at(-4, 15));
  const found = { measure: '逐企排查，一患一档，整改一条销一条。', responsible: '演示：李局长' };
  await act(stage, reporterOf(unit), planTask, { ...own(hazards.id, 1), ...found }, clock.at(-29, 9));
  const done = { ...own(hazards.id, 2), move: 'finish', note: '隐患整改率 98.6%，已达到。' } as const;
  await act(stage, reporterOf(unit), moveTask, done, clock.at(-29, 16));
  const reason = '甲县没有无分歧欠款，这一项不适用。';
  await act(stage, 'demo.office2', withdrawTask, { id: debts.id, version: 1, reason }, clock.at(-10, 9));
}

async function playYi(stage: Stage, clock: Clock, year: number): Promise<void> {
  const unit = 'DEMO-YI';
  const [, hazards] = await tasksOf(stage, unit);
  if (!hazards) return;
  const shown = { id: hazards.id, unit };
  const plan = { measure: '对台账中的隐患逐条定人定期限。', responsible: '演示：赵局长' };
  await act(stage, reporterOf(unit), planTask, { ...shown, version: 1, ...plan }, clock.at(-27, 9));
  const begun = { ...shown, version: 2, move: 'begin', note: '台账已建好，整改过半。' } as const;
  await act(stage, reviewerOf(unit), moveTask, begun, clock.at(-12, 9));
  await act(
    stage,
    'demo.office',
    addTask,
    {
      ...{ unit, year, title: '演示：追上重点项目投资进度', goal: '年底前完成全年目标', dueOn: `${year}-12-31` },
      ...{ responsible: '演示：乙县发改局', indicator: 'DEMO_PROJ', followUp: null, reason: '红灯几个月没有转绿。' },
    },
    clock.at(-6, 9),
  );
}
