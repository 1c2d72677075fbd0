import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { isOver } from '@/lib/monitoring/follow-ups/list/queries';
import { inSight as followUpInSight } from '@/lib/monitoring/follow-ups/queries';
import { endStates } from '@/lib/monitoring/follow-ups/words';
import { lampColumns, lampIndicator, lampTables, seesLamps, versionsBy } from '@/lib/monitoring/lamps/shown/queries';
import type { ShownLamp } from '@/lib/monitoring/lamps/shown/words';
import type { WrittenMeasure } from '@/lib/monitoring/lamps/written-lamp';
import { isOverdue } from '@/lib/monitoring/task-lists/page/queries';
import { inSight as taskInSight } from '@/lib/monitoring/task-lists/queries';
import { openStates } from '@/lib/monitoring/task-lists/words';
import type { LampChoice, Place, TaskChoice } from '@/lib/publishing/api/choices';
import { after, oneMore } from '@/lib/publishing/api/queries';
import type { ApiTask } from '@/lib/publishing/api/schemas';

type LampRow = ShownLamp & { readonly of: WrittenMeasure };

/** A day as the year and month by which lamps are stored. */
const monthOf = (day: string): SQL => sql`(${Number(day.slice(0, 4))}::int, ${Number(day.slice(5, 7))}::int)`;

/** The lamps after a place, each as it counts on pages: as told, or else as it is now; by unit, indicator and month. */
export async function lampsAfter(
  principal: Principal,
  { indicator, unit, from, to }: LampChoice,
  { limit, key }: Place<[string, string, number, number]>,
): Promise<LampRow[]> {
  if (!seesLamps(principal)) return [];
  const columns = [sql`l.org_unit_code`, sql`l.indicator_code`, sql`l.year`, sql`l.month`];
  const order = sql.join(columns, sql`, `);
  return db().execute<LampRow>(sql`
    select distinct on (${order}) ${lampColumns}, ${lampIndicator} as of,
      max(l.version) over (partition by ${order}) > l.version as "isRevised"
    from ${lampTables} join indicator i on i.code = l.indicator_code
    where ${readable(principal, sql`l.org_unit_code`)}
      and ${unit === undefined ? sql`true` : sql`l.org_unit_code = ${unit}`}
      and ${indicator === undefined ? sql`true` : sql`l.indicator_code = ${indicator}`}
      and ${from === undefined ? sql`true` : sql`(l.year, l.month) >= ${monthOf(from)}`}
      and ${to === undefined ? sql`true` : sql`(l.year, l.month) <= ${monthOf(to)}`}
      and ${after(columns, key, ['text', 'text', 'int', 'int']) ?? sql`true`}
    order by ${order}, ${versionsBy('counting')} limit ${oneMore(limit)}`);
}

/** A row of `tasks` before its state is told in words. */
export type TaskRow = Omit<ApiTask, 'word_zh' | 'word_en'>;

/**
 * The follow-ups and the tasks of lists after a place that pages show on a day, each kind by its id. A token of a unit sees
 * those that its units answer for or assist.
 */
export async function tasksAfter(
  principal: Principal,
  { unit, kind, state }: TaskChoice,
  { limit, key, today }: Place<[string, string]> & { readonly today: string },
): Promise<TaskRow[]> {
  const assists = sql`exists (select from jsonb_array_elements_text(f.assisting) assisting (code)
    where ${readable(principal, sql`assisting.code`)})`;
  const isOpen = state === 'open' ? sql`is_open` : sql`not is_open`;
  const place = after([sql`kind`, sql`id`], key, ['text', 'text']);
  return db().execute<TaskRow>(sql`
    select kind, id, title, matter, unit, assisting, indicator, state, due_on, is_overdue, measures, updated_at from (
      select 'followUp' as kind, f.id, f.title, f.matter, f.org_unit_code as unit, f.assisting,
        coalesce(f.origin ->> 'indicator', f.condition ->> 'indicator') as indicator, f.state, f.due_on::text as due_on,
        ${isOver(today)} as is_overdue, f.measures, f.updated_at, f.state <> all(${sql.param([...endStates])}::text[]) as is_open
      from follow_up f
      where ${followUpInSight(principal, sql`f`)} and (${readable(principal, sql`f.org_unit_code`)} or ${assists})
      union all
      select 'task', k.id, k.title, k.goal, k.org_unit_code, '[]'::jsonb, k.indicator_code, k.state, k.due_on::text,
        ${isOverdue(today)}, k.measure, k.updated_at, k.state = any(${sql.param([...openStates])}::text[])
      from unit_task k
      where ${taskInSight(principal, sql`k.org_unit_code`)} and ${readable(principal, sql`k.org_unit_code`)}) shown
    where ${unit === undefined ? sql`true` : sql`unit = ${unit}`} and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
      and ${state === undefined ? sql`true` : isOpen} and ${place ?? sql`true`}
    order by kind, id limit ${oneMore(limit)}`);
}
