import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Basis, Measure } from '@/lib/catalogue/words';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import { type PartSource, partSources } from '@/lib/monitoring/targets/plans/year-periods';
import { sumOfDecimals } from '@/lib/statistics/numbers';

type Asked = {
  readonly indicators: readonly { readonly code: string; readonly measure: Measure; readonly basis: Basis }[];
  readonly units: readonly string[];
  readonly years: readonly number[];
};
/** Where an indicator of a unit stood at the end of each month of a year; null where it is not known. */
export type YearEnds = (unit: string, indicator: string, year: number) => readonly (string | null)[];

const nothing: readonly null[] = Array.from({ length: 12 }, () => null);

/**
 * Where indicators of units stood at the end of each month of some years: the year to date, the sum of its quarters or months
 * for an amount that adds up, the figure of the month itself for any other. Figures that may not be read are none.
 */
export async function yearEnds(
  principal: Principal,
  { indicators, units, years }: Asked,
  database: Pick<Tx, 'execute'>,
): Promise<YearEnds> {
  const waysOf = (year: number, adds: boolean) => partSources(year, 'month', adds);
  const periods = [...new Set(years.flatMap((year) => [...waysOf(year, true), ...waysOf(year, false)].flat(2)))];
  const rows = await database.execute<{ unit: string; indicator: string; periods: string; values: string }>(sql`
    select o.org_unit_code as unit, o.indicator_code as indicator, string_agg(o.period_code, ',') as periods,
      string_agg(o.value::text, ',') as values
    from observation o
    where o.indicator_code = any(${sql.param(indicators.map(({ code }) => code))}::text[])
      and o.org_unit_code = any(${sql.param([...units])}::text[]) and o.period_code = any(${sql.param(periods)}::text[])
      and ${readable(principal, sql`o.org_unit_code`)}
    group by 1, 2`);
  const adding = new Map(indicators.map((one) => [one.code, addsThroughYear(one)]));
  const ways = new Map(
    years.flatMap((year) => [true, false].map((adds) => [`${year} ${adds}`, waysOf(year, adds)] as const)),
  );
  const known = new Map(
    rows.map((row) => {
      const values = row.values.split(',');
      return [
        `${row.unit}\n${row.indicator}`,
        new Map(row.periods.split(',').map((period, at) => [period, values[at] ?? ''])),
      ];
    }),
  );
  const yearOf = new Map(periods.map((period) => [period, Number(period.slice(0, 4))]));
  return (unit, indicator, year) => {
    const own = known.get(`${unit}\n${indicator}`);
    if (!own) return nothing;
    let isKnown = false;
    for (const period of own.keys()) if (yearOf.get(period) === year) isKnown = true;
    if (!isKnown) return nothing;
    return (ways.get(`${year} ${adding.get(indicator) ?? false}`) ?? []).map((some) => endBy(some, own));
  };
}

/** The end of a month by the first way of which every figure is known; null for none. */
function endBy(ways: readonly PartSource[], own: ReadonlyMap<string, string>): string | null {
  for (const way of ways) {
    if (!way.every((period) => own.has(period))) continue;
    const [first = ''] = way;
    return way.length === 1 ? (own.get(first) ?? null) : sumOfDecimals(way.map((period) => own.get(period) ?? ''));
  }
  return null;
}
