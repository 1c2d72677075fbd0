import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Basis, Measure } from '@/lib/catalogue/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import { endBy, partSources } from '@/lib/monitoring/targets/plans/year-periods';

type Asked = {
  readonly indicators: readonly { readonly code: string; readonly measure: Measure; readonly basis: Basis }[];
  readonly units: readonly string[];
  readonly years: readonly number[];
};
/** Where an indicator of a unit stood at the end of each month of a year; null where it is not known. */
export type YearEnds = (unit: string, indicator: string, year: number) => readonly (string | null)[];

type Row = {
  readonly unit: string;
  readonly indicator: string;
  readonly year: string;
  readonly periods: string;
  readonly values: string;
};

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
  const rows = await database.execute<Row>(sql`
    select o.org_unit_code as unit, o.indicator_code as indicator, left(o.period_code, 4) as year,
      string_agg(o.period_code, ',') as periods, string_agg(o.value::text, ',') as values
    from observation o
    where o.indicator_code = any(${sql.param(indicators.map(({ code }) => code))}::text[])
      and o.org_unit_code = any(${sql.param([...units])}::text[]) and o.period_code = any(${sql.param(periods)}::text[])
      and ${readable(principal, sql`o.org_unit_code`)}
    group by 1, 2, 3`);
  const adding = new Map(indicators.map((one) => [one.code, addsThroughYear(one)]));
  const ways = new Map(
    years.flatMap((year) => [true, false].map((adds) => [`${year} ${adds}`, waysOf(year, adds)] as const)),
  );
  // By year too: most targets have no figure in most of the years.
  const known = new Map(
    rows.map(({ unit, indicator, year, periods: codes, values }) => {
      const all = values.split(',');
      const inYear = new Map(codes.split(',').map((period, at) => [period, all[at] ?? '']));
      return [`${targetKey({ unit, indicator })} ${year}`, inYear];
    }),
  );
  return (unit, indicator, year) => {
    const own = known.get(`${targetKey({ unit, indicator })} ${year}`);
    if (!own) return nothing;
    const ofMonths = ways.get(`${year} ${adding.get(indicator) ?? false}`) ?? [];
    return ofMonths.map((some) => endBy(some, (period) => own.get(period)));
  };
}
