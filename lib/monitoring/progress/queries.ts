import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { Basis, Measure } from '@/lib/catalogue/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { addsThroughYear } from '@/lib/monitoring/targets/plans/plan';
import { knownWay, type PartSource, partSources } from '@/lib/monitoring/targets/plans/year-periods';
import { sumOfDecimals } from '@/lib/statistics/numbers';

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
      string_agg(o.period_code, ',' order by o.period_code) as periods,
      string_agg(o.value::text, ',' order by o.period_code) as values
    from observation o
    where o.indicator_code = any(${sql.param(indicators.map(({ code }) => code))}::text[])
      and o.org_unit_code = any(${sql.param([...units])}::text[]) and o.period_code = any(${sql.param(periods)}::text[])
      and ${readable(principal, sql`o.org_unit_code`)}
    group by 1, 2, 3`);
  const adding = new Map(indicators.map((one) => [one.code, addsThroughYear(one)]));
  // Most units have figures of the same periods, for which the way to each month is looked up once.
  const waysTo = new Map<string, Way[]>();
  const wayOf = ({ indicator, year, periods: codes }: Row): Way[] => {
    const adds = adding.get(indicator) ?? false;
    const key = `${adds} ${codes}`;
    const found = waysTo.get(key) ?? waysThrough(waysOf(Number(year), adds), codes.split(','));
    waysTo.set(key, found);
    return found;
  };
  const known = new Map(
    rows.map((row) => {
      const values = row.values.split(',');
      return [`${targetKey(row)} ${row.year}`, wayOf(row).map((way) => endOf(way, values))] as const;
    }),
  );
  return (unit, indicator, year) => known.get(`${targetKey({ unit, indicator })} ${year}`) ?? nothing;
}

/** The places of the figures that give the end of a month, among the known periods; null for none. */
type Way = readonly number[] | null;

function waysThrough(months: readonly (readonly PartSource[])[], periods: readonly string[]): Way[] {
  const places = new Map(periods.map((period, at) => [period, at]));
  return months.map(
    (ways) => knownWay(ways, (period) => places.has(period))?.map((one) => places.get(one) ?? 0) ?? null,
  );
}

function endOf(way: Way, values: readonly string[]): string | null {
  if (way === null) return null;
  const [first = 0] = way;
  return way.length === 1 ? (values[first] ?? null) : sumOfDecimals(way.map((at) => values[at] ?? ''));
}
