import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Named } from '@/lib/i18n/words';
import type { ListChoice, TaskCounts, UnitLine } from '@/lib/monitoring/task-lists/list/words';
import { isOverdue } from '@/lib/monitoring/task-lists/page/queries';
import { lampsAtLast } from '@/lib/monitoring/task-lists/portrait/queries';
import { inSight } from '@/lib/monitoring/task-lists/queries';
import { pageLength, pageWithin } from '@/lib/paging';

/** The units `u` of a list: the members of a sequence, or all that are in any, on a day; and those that have tasks of the year. */
const listedUnits = ({ year, group }: ListChoice, today: string) => sql`(
  exists (select from peer_group_member m where m.org_unit_code = u.code and (${group} = '' or m.peer_group_code = ${group})
    and m.valid_from <= ${today}::date and (m.valid_to is null or m.valid_to >= ${today}::date))
  or ${group} = '' and exists (select from unit_task k where k.org_unit_code = u.code and k.year = ${year}))`;

/** A page of the units in sight with their counts: those that are late first, then those with most red lamps. */
export async function unitLines(
  principal: Principal,
  choice: ListChoice,
  { page, today }: { readonly page: number; readonly today: string },
): Promise<{ lines: UnitLine[]; total: number; page: number }> {
  const where = sql`${inSight(principal, sql`u.code`)} and ${listedUnits(choice, today)}`;
  const [counted] = await db().execute<{ total: number }>(
    sql`select count(*)::int as total from org_unit u where ${where}`,
  );
  const total = counted?.total ?? 0;
  const shown = pageWithin(page, total, pageLength);
  const rows = await db().execute<UnitLine>(sql`
    with counted as materialized (
      select k.org_unit_code as code, (count(*) filter (where k.state <> 'withdrawn'))::int as tasks,
        (count(*) filter (where k.state in ('notBegun', 'underWay')))::int as open,
        (count(*) filter (where ${isOverdue(today)}))::int as overdue, (count(*) filter (where k.state = 'done'))::int as done
      from unit_task k where k.year = ${choice.year} group by 1),
    red as materialized (
      select l.org_unit_code as code, count(*)::int as red from ${lampsAtLast(choice.year)} l
      where l.colour = 'red' and ${readable(principal, sql`l.org_unit_code`)} group by 1)
    select json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
      coalesce(c.tasks, 0) as tasks, coalesce(c.open, 0) as open, coalesce(c.overdue, 0) as overdue, coalesce(c.done, 0) as done,
      coalesce(r.red, 0) as red
    from org_unit u left join counted c on c.code = u.code left join red r on r.code = u.code
    where ${where}
    order by coalesce(c.overdue, 0) desc, coalesce(r.red, 0) desc, coalesce(c.tasks, 0) = 0, u.sort_order, u.code
    limit ${pageLength} offset ${(shown - 1) * pageLength}`);
  return { lines: [...rows], total, page: shown };
}

/** The sequences with members on a day, in their official order. */
export async function groupsOfLists(principal: Principal, today: string): Promise<Named[]> {
  if (!maySee(principal.role, 'allTaskLists')) return [];
  return db().execute<Named>(sql`
    select g.code, g.name_zh as "nameZh", g.name_en as "nameEn" from peer_group g
    where exists (select from peer_group_member m where m.peer_group_code = g.code and m.valid_from <= ${today}::date
      and (m.valid_to is null or m.valid_to >= ${today}::date))
    order by g.sort_order, g.code`);
}

/** The years that have tasks in sight, the newest first. */
export async function yearsOfLists(principal: Principal): Promise<number[]> {
  const rows = await db().execute<{ year: number }>(
    sql`select distinct k.year from unit_task k where ${inSight(principal, sql`k.org_unit_code`)} order by 1 desc`,
  );
  return rows.map(({ year }) => year);
}

/** What waits in the lists in sight, of all years; null for who sees none. */
export async function taskCounts(principal: Principal, today: string): Promise<TaskCounts | null> {
  if (!maySee(principal.role, 'taskLists')) return null;
  const [row] = await db().execute<TaskCounts>(sql`
    select (count(*) filter (where k.state in ('notBegun', 'underWay')))::int as open,
      (count(*) filter (where ${isOverdue(today)}))::int as overdue,
      (count(*) filter (where k.state = 'notBegun'))::int as "notBegun"
    from unit_task k where ${inSight(principal, sql`k.org_unit_code`)}`);
  return row ? { ...row } : null;
}
