import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { readsUnit } from '@/lib/access/queries';
import type { Named } from '@/lib/i18n/words';
import { lastDay, monthText } from '@/lib/monitoring/lamps/month-text';
import type { LampMonth } from '@/lib/monitoring/lamps/shown/words';
import type { Deduction, Standing, YearSoFar } from './words';

/**
 * The score of the year as it stands at the end of a month, for a report of a sequence: of each scheme the newest published
 * ranking of a period that ended within the year, and the deductions of the ledger up to that day, confirmed or not. Their
 * points are added as they were recorded, before caps and before entries of one incident are counted once. Only of units of which somebody may read.
 */
export async function yearSoFar(
  principal: Principal,
  database: Pick<Tx, 'execute'>,
  { group, year, month }: LampMonth & { readonly group: string },
): Promise<YearSoFar> {
  const day = lastDay(monthText({ year, month }));
  const unitName = sql`json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en)`;
  const taken = (which: SQL) => sql`json_build_object('entries', count(*) filter (where ${which}),
    'points', coalesce(sum(a.points) filter (where ${which}), 0)::text)`;
  const schemeName = sql`json_build_object('code', s.code, 'nameZh', s.name_zh, 'nameEn', s.name_en)`;
  const standings = await database.execute<Standing>(sql`
    select r.id as run, ${schemeName} as scheme, r.period_code as "periodCode", r.ranked,
      (select coalesce(json_agg(json_build_object('unit', ${unitName}, 'shown', score.shown::text,
          'rank', score.rank, 'isTied', score.is_tied) order by score.position), '[]')
        from run_score score join org_unit u on u.code = score.org_unit_code
        where score.run_id = r.id and not score.is_apart) as rows
    from scheme s cross join lateral (
      select r.* from run r join period p on p.code = r.period_code
      where r.scheme_code = s.code and r.peer_group_code = ${group} and r.state = 'published' and p.year = ${year}
        and p.ends_on <= ${day}::date
      order by p.sort_key desc, r.published_at desc limit 1) r
    order by s.code`);
  const deductions = await database.execute<Deduction>(sql`
    select ${schemeName} as scheme, ${unitName} as unit, ${taken(sql`a.state = 'confirmed'`)} as confirmed,
      ${taken(sql`a.state <> 'confirmed'`)} as provisional
    from adjustment a join scheme s on s.code = a.scheme_code join period p on p.code = a.period_code
      join org_unit u on u.code = a.org_unit_code
    where s.peer_group_code = ${group} and a.kind = 'deduction' and a.state <> 'revoked' and p.year = ${year}
      and coalesce(a.happened_on, (a.recorded_at at time zone 'Asia/Shanghai')::date) <= ${day}::date
    group by s.code, u.code order by s.code, u.sort_order, u.code`);
  return readableYear(principal, { standings, deductions });
}

/**
 * The score of a year, of the units of which somebody may read. What is not confirmed is told of one's own unit alone, unless the
 * ledger itself is open to the reader.
 */
export function readableYear(principal: Principal, { standings, deductions }: YearSoFar): YearSoFar {
  const mayRead = ({ unit }: { readonly unit: Named }) => readsUnit(principal, unit.code);
  const seesAll = principal.role === 'system' || maySee(principal.role, 'ledger');
  return {
    standings: standings.map((one) => ({ ...one, rows: one.rows.filter(mayRead) })),
    deductions: deductions
      .filter(mayRead)
      .map((one) => (seesAll || one.unit.code === principal.unitCode ? one : { ...one, provisional: null }))
      .filter(({ confirmed, provisional }) => confirmed.entries > 0 || provisional !== null),
  };
}
