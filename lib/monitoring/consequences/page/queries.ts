import { sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { lineColumns, lineTables } from '@/lib/monitoring/consequences/list/queries';
import type { ConsequenceView, HistoryStep } from '@/lib/monitoring/consequences/page/words';
import { inSight } from '@/lib/monitoring/consequences/queries';
import { aboutRule, gradesOfRule } from '@/lib/monitoring/consequences/rules/queries';

/** Whether the basis of `c` is no longer what counts: a lamp told anew, a run superseded, another due date. */
const isReplaced = sql`(case c.basis ->> 'kind'
  when 'lamps' then exists (
    select from jsonb_to_recordset(c.basis -> 'months') m (year smallint, month smallint, version smallint)
    join lamp l on l.org_unit_code = c.org_unit_code and l.indicator_code = c.basis ->> 'indicator' and l.year = m.year
      and l.month = m.month and l.version > m.version and l.told_at is not null)
  when 'runs' then exists (
    select from jsonb_to_recordset(c.basis -> 'runs') b (run text) join run x on x.id = b.run and x.state <> 'published')
  else exists (select from follow_up f where f.id = c.basis ->> 'followUp' and f.due_on::text <> c.basis ->> 'dueOn') end)`;

const reports = sql`coalesce((
  select json_agg(json_build_object('id', id, 'year', year, 'month', month) order by year, month) from (
    select distinct on (p.year, p.month) p.id, p.year, p.month
    from jsonb_to_recordset(c.basis -> 'months') m (year smallint, month smallint)
    join monitoring_report p on p.peer_group_code = r.peer_group_code and p.year = m.year and p.month = m.month
      and p.state = 'published'
    where jsonb_typeof(c.basis -> 'months') = 'array'
    order by p.year, p.month, p.kind = 'month' desc, p.number desc) told), '[]')`;

/** A consequence as its page shows it; null where there is none, or none that somebody sees. */
export async function consequenceView(
  principal: Principal,
  id: string,
  on: Pick<Tx, 'execute'> = db(),
): Promise<ConsequenceView | null> {
  const [row] = await on.execute<Omit<ConsequenceView, 'history'>>(sql`
    select ${lineColumns}, c.rule_number as "ruleNumber", c.version, ${isReplaced} as "isReplaced", ${reports} as reports,
      json_build_object('condition', r.condition, 'measure', r.measure, 'shares', r.shares, 'about', ${aboutRule},
        'grades', ${gradesOfRule}) as says
    from ${lineTables} where c.id = ${id} and ${inSight(principal, sql`c`)}`);
  if (!row) return null;
  const steps = await on.execute<HistoryStep>(sql`
    select e.kind, coalesce(e.facts ->> 'on', '') as on, coalesce(e.facts ->> 'paper', '') as paper, e.words,
      coalesce(a.name, e.actor) as by, e.at
    from consequence_event e join consequence c on c.id = e.consequence_id left join app_user a on a.id = e.actor
    where c.id = ${id} and ${inSight(principal, sql`c`)} order by e.step`);
  return {
    ...row,
    ...{ proposedAt: new Date(row.proposedAt), updatedAt: new Date(row.updatedAt) },
    history: steps.map((step) => ({ ...step, at: new Date(step.at) })),
  };
}
