import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { Named } from '@/lib/i18n/words';
import {
  type FollowUpChoice,
  type FollowUpLine,
  mostCards,
  nextDay,
  soonDays,
} from '@/lib/monitoring/follow-ups/list/words';
import { inSight } from '@/lib/monitoring/follow-ups/queries';
import { isWaiting } from '@/lib/monitoring/follow-ups/remarks/queries';
import {
  checkStates,
  endStates,
  type FollowUpState,
  followUpStates,
  unitStates,
} from '@/lib/monitoring/follow-ups/words';
import { pageLength, pageWithin } from '@/lib/paging';

const f = sql`f`;
const isIn = (states: readonly FollowUpState[]) => sql`f.state = any(${sql.param([...states])}::text[])`;
const isUnits = isIn(unitStates);
/** Whether the unit of the follow-up `f` is late on a day. */
export const isOver = (today: string) => sql`(${isUnits} and f.due_on < ${today}::date)`;
const isDueWithin = (today: string, days: number) =>
  sql`(${isUnits} and f.due_on between ${today}::date and ${today}::date + ${days}::int)`;

function chosen({ unit, state, due, origin }: FollowUpChoice, today: string): SQL {
  const byState: Readonly<Partial<Record<typeof state, SQL>>> = {
    '': sql`true`,
    open: sql`not ${isIn(endStates)}`,
    toCheck: isIn(checkStates),
    extension: sql`f.extension is not null`,
  };
  const byDue = {
    '': sql`true`,
    overdue: isOver(today),
    soon: isDueWithin(today, soonDays),
    next: isDueWithin(today, nextDay),
  };
  return sql`${byState[state] ?? sql`f.state = ${state}`} and ${byDue[due]} and (${unit} = '' or f.org_unit_code = ${unit})
    and (${origin} = '' or f.origin ->> 'kind' = ${origin})`;
}

const columns = sql`f.id, f.version, f.title, f.state, f.due_on::text as "dueOn", f.origin ->> 'kind' as origin,
  f.extension is not null as "isExtensionAsked", f.measures, f.updated_at as "updatedAt",
  json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit,
  coalesce((select json_agg(json_build_object('code', a.code, 'nameZh', a.name_zh, 'nameEn', a.name_en) order by a.sort_order)
    from org_unit a where f.assisting ? a.code), '[]'::json) as assisting`;

/** By due date, then by year and number. */
const byDueDate = sql`f.due_on, left(f.id, 4) desc, length(f.id) desc, f.id desc`;
/** Not ended ones first, by due date, as the index `follow_up_in_order` has them. */
const order = sql`(f.state in (${sql.raw(endStates.map((state) => `'${state}'`).join(', '))})), ${byDueDate}`;

const lineOf = (row: FollowUpLine): FollowUpLine => ({ ...row, updatedAt: new Date(row.updatedAt) });

/** A page of the follow-ups in sight that were chosen, and the number of all of them. */
export async function followUpList(
  principal: Principal,
  choice: FollowUpChoice,
  { page, today, most = pageLength }: { readonly page: number; readonly today: string; readonly most?: number },
): Promise<{ lines: FollowUpLine[]; total: number; page: number }> {
  const where = sql`${inSight(principal, f)} and ${chosen(choice, today)}`;
  const [counted] = await db().execute<{ total: number }>(
    sql`select count(*)::int as total from follow_up f where ${where}`,
  );
  const total = counted?.total ?? 0;
  const shown = pageWithin(page, total, most);
  // The page first, so that names are looked up for its lines alone.
  const rows = await db().execute<FollowUpLine>(sql`
    select ${columns} from (select * from follow_up f where ${where} order by ${order} limit ${most}
      offset ${(shown - 1) * most}) f join org_unit u on u.code = f.org_unit_code
    order by ${order}`);
  return { lines: rows.map(lineOf), total, page: shown };
}

/** The chosen follow-ups as a board: by state the first cards, and the number of all. */
export async function followUpBoard(
  principal: Principal,
  choice: FollowUpChoice,
  today: string,
): Promise<{ cards: FollowUpLine[]; counts: Readonly<Partial<Record<FollowUpState, number>>> }> {
  const where = sql`${inSight(principal, f)} and ${chosen(choice, today)}`;
  const [rows, counted] = await Promise.all([
    db().execute<FollowUpLine>(sql`
      select ${columns} from unnest(${sql.param([...followUpStates])}::text[]) asked (state)
      cross join lateral (
        select * from follow_up f where f.state = asked.state and ${where} order by ${byDueDate} limit ${mostCards}) f
      join org_unit u on u.code = f.org_unit_code
      order by ${byDueDate}`),
    db().execute<{ state: FollowUpState; count: number }>(sql`
      select f.state, count(*)::int as count from follow_up f where ${where} group by 1`),
  ]);
  return {
    cards: rows.map(lineOf),
    counts: Object.fromEntries(counted.map(({ state, count }) => [state, count])),
  };
}

/** The units that answer for a follow-up in sight, in their official order. */
export async function unitsOfFollowUps(principal: Principal): Promise<Named[]> {
  const rows = await db().execute<Named>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn" from org_unit u
    where exists (select from follow_up f where f.org_unit_code = u.code and ${inSight(principal, f)})
    order by u.sort_order, u.code`);
  return [...rows];
}

/** How many follow-ups wait for somebody, by what they wait for. */
export type FollowUpCounts = Readonly<
  Record<
    'toSign' | 'inThree' | 'inOne' | 'overdue' | 'sentBack' | 'toCheck' | 'extensions' | 'toAssign' | 'remarks',
    number
  >
>;

/** What waits for a unit, of those that it answers for, or for the office; null for everybody else. */
export async function followUpCounts(principal: Principal, today: string): Promise<FollowUpCounts | null> {
  const isOffice = maySee(principal.role, 'manageFollowUps');
  if (!isOffice && (principal.unitCode === null || !maySee(principal.role, 'followUps'))) return null;
  const own = isOffice ? sql`true` : sql`f.org_unit_code = ${principal.unitCode}`;
  const count = (condition: SQL) => sql`count(*) filter (where ${condition})::int`;
  const [row] = await db().execute<FollowUpCounts>(sql`
    select ${count(sql`f.state = 'assigned'`)} as "toSign", ${count(isDueWithin(today, soonDays))} as "inThree",
      ${count(isDueWithin(today, nextDay))} as "inOne", ${count(isOver(today))} as overdue,
      ${count(sql`f.state = 'working' and f.reported_by is not null`)} as "sentBack",
      ${count(isIn(checkStates))} as "toCheck", ${count(sql`f.extension is not null`)} as extensions,
      ${count(sql`f.state = 'raised'`)} as "toAssign",
      (select count(*)::int from leader_remark r where ${isOffice}::boolean and ${isWaiting}) as remarks
    from follow_up f where ${inSight(principal, f)} and ${own}`);
  return row ? { ...row } : null;
}
