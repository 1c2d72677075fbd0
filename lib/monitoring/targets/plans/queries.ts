import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { addsThroughYear, type PlanBasis } from '@/lib/monitoring/targets/plans/plan';
import { endBy, partSources, wholeYear } from '@/lib/monitoring/targets/plans/year-periods';
import type { TargetPlace, TargetPlan } from '@/lib/monitoring/targets/words';

export type PlannedPlace = TargetPlace & Pick<PlanBasis, 'measure' | 'basis'>;
type Found = Pick<PlanBasis, 'last' | 'prior' | 'parts'>;

/** What last year's figures say of how a plan for `year` may be shaped, by target. Figures that may not be read are none. */
export async function planFigures(
  principal: Principal,
  asked: { readonly year: number; readonly by: TargetPlan['by']; readonly places: readonly PlannedPlace[] },
  database: Pick<Database | Tx, 'execute'>,
): Promise<ReadonlyMap<string, Found>> {
  const { year, by, places } = asked;
  const whole = [wholeYear(year - 1), wholeYear(year - 2)] as const;
  const sources = { adds: partSources(year - 1, by, true), level: partSources(year - 1, by, false) };
  const periods = [
    ...new Set([...whole.flatMap((one) => [...one.all, ...one.levels]), ...Object.values(sources).flat(3)]),
  ];
  const rows = await database.execute<{ unit: string; indicator: string; period: string; value: string }>(sql`
    select o.org_unit_code as unit, o.indicator_code as indicator, o.period_code as period, o.value::text as value
    from json_to_recordset(${JSON.stringify(places)}::json) a (unit text, indicator text)
    join observation o on o.org_unit_code = a.unit and o.indicator_code = a.indicator
      and o.period_code = any(${sql.param(periods)}::text[])
    where ${readable(principal, sql`o.org_unit_code`)}`);
  const known = new Map(rows.map((row) => [`${targetKey(row)} ${row.period}`, row.value]));
  return new Map(
    places.map((place) => {
      const adds = addsThroughYear(place);
      const at = (period: string) => known.get(`${targetKey(place)} ${period}`);
      const end = ({ all, levels }: ReturnType<typeof wholeYear>) =>
        [...all, ...(adds ? [] : levels)].map(at).find((value) => value !== undefined) ?? null;
      const [last, prior] = [end(whole[0]), end(whole[1])];
      const parts = (adds ? sources.adds : sources.level).map((ways) => endBy(ways, at));
      return [targetKey(place), { last, prior, parts }];
    }),
  );
}
