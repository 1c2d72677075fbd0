import { type SQL, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { lastDayOf } from '@/lib/monitoring/registers/compared/month';
import type { ComparedRow, CountLink } from '@/lib/monitoring/registers/compared/words';
import { factsOn } from '@/lib/monitoring/registers/queries';
import type { Register } from '@/lib/monitoring/registers/words';
import { shownRevision } from '@/lib/observations/cited/queries';

const named = (of: string) => {
  const u = sql.raw(of);
  return sql`json_build_object('code', ${u}.code, 'nameZh', ${u}.name_zh, 'nameEn', ${u}.name_en)`;
};
const linkJson = sql`json_build_object('id', l.id, 'indicator', ${named('i')}, 'counts', l.counts, 'per', l.per,
  'ofField', l.of_field, 'ofGrade', l.of_grade, 'ofGroup', l.of_group,
  'unit', case when lu.code is not null then ${named('lu')} end)`;

/** The indicators that are counted from a register, for those who read all of it. */
export async function countLinks(principal: Principal, code: string): Promise<CountLink[]> {
  if (!maySee(principal.role, 'allRegisters')) return [];
  const rows = await db().execute<{ link: CountLink }>(sql`
    select ${linkJson} as link from register_link l join indicator i on i.code = l.indicator_code
    left join org_unit lu on lu.code = l.org_unit_code
    where l.register_code = ${code} order by i.sort_order, i.code, l.created_at, l.id`);
  return rows.map(({ link }) => link);
}

/** How many entries `e` a relation `x` asks for: its filter, its part and its `unit`. */
const countOf = (x: string, entries: SQL = sql`e`): SQL => {
  const of = sql.raw(x);
  return sql`(select case ${of}.counts when 'fields' then count(distinct nullif(e.field, '')) else count(*) end::int from ${entries} e
    where ${of}.of_field in ('', e.field) and ${of}.of_grade in ('', e.grade) and ${of}.of_group in ('', e."group")
      and (${of}.per = 'whole' or ${of}.unit = case ${of}.per when 'street' then e.street else e.bureau end))`;
};

/** What registers count now for figures that were fixed, by the ids of the cited ones; none for who may not cite. */
export async function countedAgain(principal: Principal, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0 || !maySee(principal.role, 'cited')) return new Map();
  const rows = await db().execute<{ id: string; counted: number }>(sql`
    with x as materialized (
      select f.*, c.org_unit_code as unit from register_fixed f join cited_figure c on c.id = f.cited_id
      where f.cited_id = any(${sql.param([...ids])}::text[])),
    all_of as materialized (
      select k.register_code, k.day, e.* from (select distinct register_code, day from x) k
      join lateral ${factsOn(sql`k.register_code`, sql`k.day`)} e on e.state = 'joined')
    select x.cited_id as id, ${countOf('x', sql`(select * from all_of a where (a.register_code, a.day) = (x.register_code, x.day))`)} as counted
    from x`);
  return new Map(rows.map(({ id, counted }) => [id, counted]));
}

/**
 * The counts of a register for the last day of a month, a row for each linked indicator and unit, beside what pages show, what
 * other documents say and what was fixed before. Streets and bureaus are those with entries on that day, or with a figure that was counted; a month before the first
 * entry has none, since the register knows nothing of it.
 */
export async function comparedRows(
  principal: Principal,
  { code, sourceCode }: Pick<Register, 'code' | 'sourceCode'>,
  month: string,
  on: Tx | Database = db(),
): Promise<ComparedRow[]> {
  const day = lastDayOf(month);
  if (!day || !maySee(principal.role, 'allRegisters')) return [];
  const key = sql`(x.indicator_code, x.period_code, x.org_unit_code)`;
  const figure = (of: string) => {
    const r = sql.raw(of);
    return sql`'value', ${r}.value::text, 'decimals', ${r}.decimals, 'qualifier', ${r}.qualifier,
      'qualifierPrinted', ${r}.qualifier_printed`;
  };
  const rows = await on.execute<ComparedRow>(sql`
    with e as materialized (select * from ${factsOn(code, day)} f where f.state = 'joined'),
    x as materialized (
      select l.id, l.indicator_code, l.counts, l.per, l.of_field, l.of_grade, l.of_group, u.unit, u.unit as org_unit_code,
        ${month}::text as period_code
      from register_link l
      join lateral (
        select l.org_unit_code as unit where l.per = 'whole'
        union select street from e where l.per = 'street' and street <> ''
        union select bureau from e where l.per = 'bureau' and bureau <> ''
        union select o.org_unit_code from observation o where l.per <> 'whole' and o.indicator_code = l.indicator_code
          and o.period_code = ${month} and o.source_code = ${sourceCode}) u on true
      where l.register_code = ${code}
        and exists (select from register_change c where c.register_code = ${code} and c.holds_from <= ${day}::date)),
    fixed as materialized (
      select f.*, c.indicator_code, c.org_unit_code as unit, c.state, c.decided_at, coalesce(a.name, f.actor) as by,
        coalesce(d.name, c.decided_by, '') as confirmed_by
      from register_fixed f join cited_figure c on c.id = f.cited_id
      left join app_user a on a.id = f.actor left join app_user d on d.id = c.decided_by
      where f.register_code = ${code} and c.period_code = ${month} and c.state in ('waiting', 'confirmed'))
    select ${linkJson} as link, ${named('u')} as unit, ${countOf('x')} as counted,
      case when shown.revision is not null then json_build_object(${figure('shown')}, 'revision', shown.revision,
        'isCounted', shown.source_code = ${sourceCode}) end as shown,
      (select json_build_object(${figure('r')}) from observation_revision r
        where (r.indicator_code, r.period_code, r.org_unit_code) = ${key} and r.source_code <> ${sourceCode}
          and r.revision > coalesce((select max(w.revision) from observation_revision w where w.is_withdrawal
            and (w.indicator_code, w.period_code, w.org_unit_code) = ${key} and w.source_code <> ${sourceCode}), 0)
        order by r.revision desc limit 1) as reported,
      (select json_build_object('counted', f.counted, 'again', ${countOf('f')}, 'by', f.by, 'confirmedBy', f.confirmed_by)
        from fixed f where f.indicator_code = x.indicator_code and f.unit = x.unit and f.state = 'confirmed'
        order by f.decided_at desc, f.cited_id limit 1) as fixed,
      (select json_build_object('counted', f.counted, 'by', f.by)
        from fixed f where f.indicator_code = x.indicator_code and f.unit = x.unit and f.state = 'waiting'
        order by f.at desc, f.cited_id limit 1) as waiting
    from x join register_link l on l.id = x.id
    join indicator i on i.code = x.indicator_code join org_unit u on u.code = x.unit
    left join org_unit lu on lu.code = l.org_unit_code
    left join ${shownRevision('x', 'shown')} on true
    order by i.sort_order, i.code, l.created_at, l.id, u.sort_order, u.code`);
  return rows.map((row) => ({ ...row }));
}
