import { sql } from 'drizzle-orm';
import type * as z from 'zod';
import { type Database, db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { nameOf } from '@/lib/i18n/names';
import type { Locale, Named } from '@/lib/i18n/words';
import { inSight as followUpInSight } from '@/lib/monitoring/follow-ups/queries';
import { endStates } from '@/lib/monitoring/follow-ups/words';
import { inSight as listInSight } from '@/lib/monitoring/task-lists/queries';
import { openStates } from '@/lib/monitoring/task-lists/words';
import { paths } from '@/lib/paths';
import type { BulletinSource, Room, SourceMenu } from '@/lib/publishing/bulletins/kit/room';
import { type OpenFollowUp, type OpenTask, type TaskRows, taskAnnexes, taskFacts, taskText } from './facts';
import type { TasksSource } from './schema';

type Source = z.infer<typeof TasksSource>;

// What is only raised is not known to the unit yet.
const isToldAndOpen = sql`f.state <> 'raised' and f.state <> all(${sql.param([...endStates])}::text[])`;
const isOpen = sql`k.state = any(${sql.param([...openStates])}::text[])`;

/** What a task list is written from: the open follow-ups and tasks of a unit as they are now; null for a unit that is not there. */
export async function readTasks(
  principal: Principal,
  { unit: code }: Source,
  on: Database | Tx = db(),
): Promise<BulletinSource | null> {
  const [unit] = await on.execute<Named>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
    where u.code = ${code} and ${listInSight(principal, sql`u.code`)}`);
  if (!unit) return null;
  const followUps = await on.execute<OpenFollowUp>(sql`
    select f.id, f.title, f.state, f.due_on::text as "dueOn" from follow_up f
    where f.org_unit_code = ${code} and ${isToldAndOpen} and ${followUpInSight(principal, sql`f`)}
    order by f.due_on, left(f.id, 4), length(f.id), f.id`);
  const tasks = await on.execute<OpenTask>(sql`
    select k.id, k.title, k.goal, k.responsible, k.state, k.due_on::text as "dueOn" from unit_task k
    where k.org_unit_code = ${code} and ${isOpen} and ${listInSight(principal, sql`k.org_unit_code`)}
    order by k.due_on, k.id`);
  const rows: TaskRows = { unit, followUps, tasks };
  return {
    facts: taskFacts(rows),
    names: [unit.nameZh, ...followUps.map(({ title }) => title), ...tasks.map(({ title }) => title)],
    annexes: taskAnnexes(rows),
    subject: unit.nameZh,
    unit,
    about: { orgUnitCode: code },
    firstText: () => taskText(rows),
  };
}

/** The units that have an open follow-up or task, as a menu. */
export async function taskMenus(principal: Principal, locale: Locale): Promise<readonly SourceMenu<'unit'>[]> {
  const units = await db().execute<Named>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
    where ${listInSight(principal, sql`u.code`)}
      and (exists (select from follow_up f where f.org_unit_code = u.code and ${isToldAndOpen})
        or exists (select from unit_task k where k.org_unit_code = u.code and ${isOpen}))
    order by u.sort_order, u.code`);
  return [
    { part: 'unit', options: units.map((one) => ({ value: one.code, label: nameOf(one, locale) || one.nameZh })) },
  ];
}

export const tasks: Room<Source> = {
  view: 'taskLists',
  read: readTasks,
  hold: null,
  menus: taskMenus,
  page: ({ unit }) => paths.taskList(unit),
};
