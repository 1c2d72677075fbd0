import { parsePeriod, periodCode } from '@/lib/catalogue/periods/period';
import { enMonths } from '@/lib/catalogue/periods/written';
import { type PointRow, type SeriesHead, trendOf } from '@/lib/dashboards/series/period-series';
import type { TrendSpec } from '@/lib/dashboards/series/words';
import { translator } from '@/lib/i18n/translator';
import type { Locale } from '@/lib/i18n/words';

/** The year of a year to date; null for any other period. */
export function yearToDateOf(code: string): number | null {
  const period = parsePeriod(code);
  return period?.kind === 'yearToDate' ? period.year : null;
}

/** The positions of the Januaries in a course of `length` months that ends with a year to date; none for other periods. */
export function yearStarts(period: string, length: number): number[] {
  const last = parsePeriod(period);
  if (last?.kind !== 'yearToDate') return [];
  return Array.from({ length }, (_, at) => at).filter((at) => (length - last.index - at) % 12 === 0);
}

/**
 * The year of `period` against the year before it, month by month from January on: one line over the years would fall each
 * January. `points` are years to date, `heads` their units.
 */
export function yearsAgainst(
  points: readonly PointRow[],
  heads: readonly SeriesHead[],
  period: string,
  locale: Locale,
): TrendSpec {
  const now = yearToDateOf(period) ?? 0;
  const moved = points.flatMap((point): PointRow[] => {
    const at = parsePeriod(point.tickKey);
    return at ? [{ ...point, seriesKey: `${point.seriesKey} ${at.year}`, tickKey: `${at.index}` }] : [];
  });
  const series = heads.flatMap(({ key, label }) =>
    [now, now - 1].map((year) => ({ key: `${key} ${year}`, label: `${label} ${year}`, focal: year === now })),
  );
  const t = translator(locale, 'indicators');
  // Between the first month of the year before and the last of this one some pair of months does not compare.
  const incomparable = heads
    .filter(({ reorganised = [] }) => reorganised.some((day) => day > `${now - 1}-01-31` && day <= `${now}-12-31`))
    .map(({ label }) => label);
  const months = Array.from({ length: 12 }, (_, at) => ({
    key: `${at + 1}`,
    label: t('charts.monthsTo', { month: locale === 'en' && at > 0 ? `${enMonths[at]}` : `${at + 1}` }),
  }));
  const spec = trendOf(moved, series, months);
  const drawn = [now, now - 1].filter((year) => spec.series.some(({ key }) => key.endsWith(` ${year}`)));
  const periods = (month: string) => drawn.map((year) => periodCode('yearToDate', year, Number(month)));
  return {
    ...spec,
    ticks: spec.ticks.map((tick) => ({ ...tick, periods: periods(tick.key) })),
    ...(incomparable.length > 0 && { incomparable }),
  };
}
