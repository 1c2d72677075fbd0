import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import type { HistoryStep, ListHead, TaskLine, TaskView } from '@/lib/monitoring/task-lists/page/words';
import { inSight } from '@/lib/monitoring/task-lists/queries';
import { openStates } from '@/lib/monitoring/task-lists/words';

const isOpen = sql`k.state = any(${sql.param([...openStates])}::text[])`;

/** Whether the unit is late with the task `k` on a day; the due date itself is not late. */
export const isOverdue = (today: string): SQL => sql`(${isOpen} and k.due_on < ${today}::date)`;

const columns = (
  today: string,
) => sql`k.id, k.year, k.title, k.goal, k.due_on::text as "dueOn", k.measure, k.responsible, k.state,
  k.version, k.template_task as "templateTask", k.follow_up_id as "followUp", ${isOverdue(today)} as "isOverdue",
  json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
  case when i.code is not null then json_build_object('code', i.code, 'nameZh', i.name_zh, 'nameEn', i.name_en) end as indicator,
  (select json_build_object('words', e.words, 'at', e.at) from unit_task_event e
    where e.task_id = k.id and e.kind in ('note', 'begin', 'finish', 'reopen') order by e.step desc limit 1) as note`;
const tables = sql`unit_task k join org_unit u on u.code = k.org_unit_code left join indicator i on i.code = k.indicator_code`;

/** A unit whose list is in sight, with the years that have tasks, targets or lamps of it; null for any other. */
export async function listHead(principal: Principal, unit: string): Promise<ListHead | null> {
  const [head] = await db().execute<ListHead>(sql`
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      array(select year from unit_task where org_unit_code = u.code union select year from target where org_unit_code = u.code
        union select year::int from lamp where org_unit_code = u.code order by 1 desc) as years
    from org_unit u where u.code = ${unit} and ${inSight(principal, sql`u.code`)}`);
  return head ?? null;
}

/** The tasks in sight of a year, of one unit or all: open ones first, by the day when they are due; withdrawn ones last. */
export async function taskLines(
  principal: Principal,
  { unit, group = '', year }: { readonly unit: string; readonly group?: string; readonly year: number },
  { today, most }: { readonly today: string; readonly most: number },
): Promise<TaskLine[]> {
  return db().execute<TaskLine>(sql`
    select ${columns(today)} from ${tables}
    where k.year = ${year} and (${unit} = '' or k.org_unit_code = ${unit})
      and (${group} = '' or exists (select from peer_group_member m where m.org_unit_code = k.org_unit_code
        and m.peer_group_code = ${group} and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date)))
      and ${inSight(principal, sql`k.org_unit_code`)}
    order by u.sort_order, u.code, k.state = 'withdrawn', not ${isOpen}, k.due_on, k.template_id, k.template_task, k.id
    limit ${most}`);
}

/** The number of tasks of a unit in a year. */
export async function taskTotal(
  principal: Principal,
  { unit, year }: { readonly unit: string; readonly year: number },
): Promise<number> {
  const [row] = await db().execute<{ total: number }>(sql`
    select count(*)::int as total from unit_task k
    where k.org_unit_code = ${unit} and k.year = ${year} and ${inSight(principal, sql`k.org_unit_code`)}`);
  return row?.total ?? 0;
}

/** A task with its history; null where there is none, or none that somebody sees. */
export async function taskView(principal: Principal, id: string, today: string): Promise<TaskView | null> {
  const [row] = await db().execute<Omit<TaskView, 'history'>>(sql`
    select ${columns(today)},
      case when t.id is not null then json_build_object('id', t.id, 'title', t.title) end as template
    from ${tables} left join task_template t on t.id = k.template_id
    where k.id = ${id} and ${inSight(principal, sql`k.org_unit_code`)}`);
  if (!row) return null;
  const steps = await db().execute<HistoryStep>(sql`
    select e.kind, coalesce(e.facts ->> 'measure', '') as measure, coalesce(e.facts ->> 'responsible', '') as responsible,
      e.words, coalesce(a.name, e.actor) as by, e.at
    from unit_task_event e join unit_task k on k.id = e.task_id left join app_user a on a.id = e.actor
    where k.id = ${id} and ${inSight(principal, sql`k.org_unit_code`)} order by e.step`);
  return { ...row, history: steps.map((step) => ({ ...step, at: new Date(step.at) })) };
}
