import { isRedefined } from '@/lib/catalogue/comparing/redefined';
import { type Period, parsePeriod, periodCode } from '@/lib/catalogue/periods/period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';
import type { ChartTick } from '@/lib/dashboards/series/words';
import { yearToDateOf } from '@/lib/dashboards/series/year-to-date';
import type { Locale } from '@/lib/i18n/words';

/** A period of a line over time; `breaks`: the line is broken before it. */
export type SpacedPeriod = { readonly code: string; readonly breaks: 'definition' | 'year' | null };

const perYear = { year: 1, half: 2, quarter: 4, month: 12, yearToDate: 12 } as const;

/** The most periods of one line; beyond, only the periods with figures are drawn. */
const mostSpaced = 150;

/**
 * The periods of a line from the first to the last of `codes`, oldest first and equally far apart in time: those without
 * a figure are among them, so that a gap is as wide as it is. Months that are known only at the ends of quarters are a
 * quarter apart. A line is broken where the definition changed, and where a year to date begins again.
 */
export function spacedPeriods(codes: readonly string[], redefined: readonly string[] = []): SpacedPeriod[] {
  const all = everyPeriod(codes);
  return all.map((code, at) => {
    const before = all[at - 1];
    if (before === undefined) return { code, breaks: null };
    if (isRedefined(redefined, before, code)) return { code, breaks: 'definition' };
    return { code, breaks: yearToDateOf(before) !== yearToDateOf(code) ? 'year' : null };
  });
}

function everyPeriod(codes: readonly string[]): readonly string[] {
  const periods = codes.map(parsePeriod);
  const [first] = periods;
  if (!isDated(first) || !periods.every((period) => isDated(period) && period.kind === first.kind)) return codes;
  const { kind } = first;
  const times = perYear[kind];
  const numbers = periods.filter(isDated).map(({ year, index }) => year * times + index - 1);
  const steps = numbers.slice(1).map((number, at) => number - (numbers[at] ?? number));
  // A year that nobody published is a gap, whatever the others are apart.
  const step = kind === 'year' ? 1 : steps.reduce(greatestDivisor, 0);
  const [start, end] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  if (step < 1 || steps.some((one) => one < 1) || (end - start) / step >= mostSpaced) return codes;
  return Array.from({ length: (end - start) / step + 1 }, (_, at) => {
    const number = start + at * step;
    return periodCode(kind, Math.floor(number / times), (number % times) + 1);
  });
}

const isDated = (period: Period | null | undefined): period is Period & { kind: keyof typeof perYear } =>
  period != null && period.kind !== 'undated';

const greatestDivisor = (a: number, b: number): number => (a === 0 ? b : b === 0 ? a : greatestDivisor(b, a % b));

/**
 * The ticks of a line over time, with those before which a changed definition breaks it, or a change of the unit: a merger
 * or a split on one of the days of `reorganised`.
 */
export function timeTicks(
  codes: readonly string[],
  redefined: readonly string[],
  locale: Locale,
  reorganised: readonly string[] = [],
): ChartTick[] {
  const periods = spacedPeriods(codes, redefined);
  return periods.map(({ code, breaks }, at) => {
    const before = periods[at - 1]?.code;
    const isReorganised = before !== undefined && isRedefined(reorganised, before, code);
    return {
      key: code,
      label: writtenPeriod(code, locale),
      ...(parsePeriod(code)?.kind === 'year' && { short: code }),
      ...((breaks === 'definition' || isReorganised) && { isRedefined: true }),
      ...(isReorganised && { isReorganised }),
    };
  });
}

/** The figures of a sparkline by period, null in a gap, and the points before which its line is broken. */
export function sparkCourse(
  figures: readonly { readonly period: string; readonly value: number | null }[],
  redefined: readonly string[],
): { points: (number | null)[]; breaks: number[] } {
  const found = new Map(figures.map(({ period, value }) => [period, value]));
  const periods = spacedPeriods(
    figures.map(({ period }) => period),
    redefined,
  );
  return {
    points: periods.map(({ code }) => found.get(code) ?? null),
    breaks: periods.flatMap(({ breaks }, at) => (breaks === null ? [] : at)),
  };
}
