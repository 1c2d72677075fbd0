import type { EarlierYear, Forecast } from './words';

/** The most earlier years that a forecast follows. */
const mostYears = 3;

/**
 * The value that a year would end with, if it went on as earlier years did from this month: for an amount that adds up, last
 * year's total times this year's growth so far; for any other, the change that last year made until its end. The range is
 * that of up to three earlier years. Null where last year is not known in this month and at its end, or where shares say
 * nothing since it was not above zero.
 */
export function forecastOf(of: {
  readonly adds: boolean;
  readonly actual: number;
  readonly month: number;
  readonly year: number;
  readonly earlier: readonly EarlierYear[];
}): Forecast | null {
  const { adds, actual, month, year } = of;
  const ends = Array.from({ length: mostYears }, (_, at) => year - 1 - at).flatMap((past) => {
    const known = of.earlier.find((one) => one.year === past)?.ends;
    const [then, end] = [known?.[month - 1] ?? null, known?.at(-1) ?? null];
    if (then === null || end === null) return [];
    if (!adds) return [{ year: past, value: actual + (end - then) }];
    return then > 0 && end > 0 && actual >= 0 ? [{ year: past, value: (end * actual) / then }] : [];
  });
  const [last] = ends;
  if (!last || last.year !== year - 1) return null;
  const values = ends.map(({ value }) => value);
  return {
    method: adds ? 'sharesOfYears' : 'changesOfYears',
    value: last.value,
    range: ends.length > 1 ? { low: Math.min(...values), high: Math.max(...values) } : null,
    years: ends.map((one) => one.year),
  };
}
