import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { run, runScore } from '@/db/schema/assessment';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { inSight } from '@/lib/assessment/queries';
import type { RankedRow } from '@/lib/assessment/rankings/several/words';

/**
 * The first ranked units of several runs, and those of `units`, by rank, in one statement. Units that are apart have no rank and are left out.
 */
export async function leadingRows(
  principal: Principal,
  runs: readonly string[],
  { most, units }: { readonly most: number; readonly units: readonly string[] },
): Promise<RankedRow[]> {
  if (runs.length === 0) return [];
  return db().execute<RankedRow>(sql`
    with named as materialized (
      select ${run.id} as id, ${run.ranked} as ranked, ${run.units} as units,
        (select jsonb_object_agg(u ->> 'code', u) from jsonb_array_elements(${run.terms} -> 'units') u) as unit
      from ${run} where ${run.id} = any(${sql.param([...runs])}::text[]) and ${inSight(principal)})
    select s.run_id as run, s.org_unit_code as code, named.unit -> s.org_unit_code ->> 'nameZh' as "nameZh",
      named.unit -> s.org_unit_code ->> 'nameEn' as "nameEn", s.rank, s.is_tied as "isTied",
      s.is_provisional as "isProvisional", s.is_eligible as "isEligible", s.notes, s.previous_rank as "previousRank",
      s.shown::text as shown, named.ranked, named.units
    from named join ${runScore} s on s.run_id = named.id
    where s.rank is not null and (s.rank <= ${most} or s.org_unit_code = any(${sql.param([...units])}::text[]))
      and ${readable(principal, sql`s.org_unit_code`)}
    order by s.run_id, s.position`);
}
