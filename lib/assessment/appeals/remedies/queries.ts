import { sql } from 'drizzle-orm';
import { db, type Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { inSight } from '@/lib/assessment/appeals/queries';
import type { RemedyLine } from '@/lib/assessment/appeals/remedies/words';

/** The most things of each kind that are offered. */
const most = 100;

/**
 * What an appeal may have led to since it was filed, newest first: entries of the ledger about its unit under its scheme, new
 * values of figures that the scheme reads of the unit, and newer published runs of the same scheme and period with the unit.
 */
export async function remediesSince(
  principal: Principal,
  id: string,
  on: Pick<Tx, 'execute'> = db(),
): Promise<RemedyLine[]> {
  const rows = await on.execute<Omit<RemedyLine, 'at'> & { at: string }>(sql`
    with own as (
      select a.org_unit_code as unit, a.filed_at, r.id as run, r.scheme_code, r.period_code, r.published_at,
        v.document::text as document
      from appeal a join run r on r.id = a.run_id
      join scheme_version v on v.scheme_code = r.scheme_code and v.number = r.scheme_version
      where a.id = ${id} and ${inSight(principal, sql`a`)})
    (select json_build_object('kind', 'adjustment', 'id', e.id) as remedy, e.updated_at as at,
        json_build_object('kind', e.kind, 'points', e.points::text, 'reason', e.reason) as entry, null::json as indicator
      from own join adjustment e on e.org_unit_code = own.unit and e.scheme_code = own.scheme_code
        and e.updated_at >= own.filed_at order by e.updated_at desc, e.id limit ${most})
    union all
    (select json_build_object('kind', 'run', 'id', n.id), n.published_at, null, null
      from own join run n on n.scheme_code = own.scheme_code and n.period_code = own.period_code and n.id <> own.run
        and n.published_at > own.published_at
        and exists (select from run_score s where s.run_id = n.id and s.org_unit_code = own.unit)
      order by n.published_at desc, n.id limit ${most})
    union all
    (select json_build_object('kind', 'figure', 'indicator', o.indicator_code, 'period', o.period_code), max(o.recorded_at), null,
        json_build_object('nameZh', i.name_zh, 'nameEn', i.name_en)
      from own join observation_revision o on o.org_unit_code = own.unit and o.recorded_at >= own.filed_at
      join indicator i on i.code = o.indicator_code
      where strpos(own.document, '"' || i.code || '"') > 0
      group by o.indicator_code, o.period_code, i.name_zh, i.name_en order by 2 desc, o.indicator_code, o.period_code limit ${most})`);
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
