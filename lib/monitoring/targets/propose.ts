import { growthOver } from '@/lib/catalogue/comparing/comparable-base';
import type { Direction, Measure } from '@/lib/catalogue/words';
import type { YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import { decimalOf } from '@/lib/statistics/numbers';
import type { Growth } from '@/lib/statistics/words';

type Indicator = { readonly measure: Measure; readonly direction: Direction; readonly decimals: number };

/**
 * Last year's figure with a growth in percent, or for a rate in percentage points, rounded half up to the decimals of
 * the indicator. Null where there is no figure, or where the measure does not grow: a rank, a grade.
 */
export function grownBy(
  { measure, decimals }: Pick<Indicator, 'measure' | 'decimals'>,
  last: string | null,
  growth: number,
): string | null {
  if (last === null || (measure !== 'amount' && measure !== 'rate')) return null;
  const value = measure === 'rate' ? Number(last) + growth : Number(last) * (1 + growth / 100);
  return decimalOf(Math.round(value * 1e9) / 1e9, decimals);
}

/** A unit's last two yearly figures. */
export type Course = { readonly last: string | null; readonly prior: string | null };

/**
 * Where a peer will stand if it grows once more as it did last year: last × last ÷ the one before, for a rate last plus
 * its last change. Without an earlier figure, or from one that is not above zero, it is held to stay where it is. Null
 * without a figure.
 */
export function expected(measure: Measure, { last, prior }: Course): number | null {
  if (last === null) return null;
  const [now, before] = [Number(last), prior === null ? null : Number(prior)];
  if (before === null) return now;
  if (measure === 'rate') return now + (now - before);
  return before > 0 && now > 0 ? (now * now) / before : now;
}

/**
 * The value with which a unit would reach a place among its peers, whose figures are expected to go on as they did: as
 * good as the one that is in that place without it, rounded to the better side. Null where there is no better side,
 * and where fewer peers have figures than the place needs.
 */
export function reachingPlace(
  { measure, direction, decimals }: Indicator,
  others: readonly Course[],
  place: number,
): string | null {
  if (direction !== 'higher' && direction !== 'lower') return null;
  const sign = direction === 'higher' ? -1 : 1;
  const ahead = others.flatMap((course) => expected(measure, course) ?? []).sort((one, other) => sign * (one - other));
  const met = ahead[place - 1];
  if (met === undefined || place < 1) return null;
  const scale = 10 ** decimals;
  const scaled = Math.round(met * scale * 1e6) / 1e6;
  const better = direction === 'higher' ? Math.ceil(scaled) : Math.floor(scaled);
  return decimalOf(better / scale, decimals);
}

export const noCourse: YearlyCourse = { values: [], others: [] };

/** The figure of a year that is comparable with the year after it; 0 is last year. */
export function baseIn({ values, others }: YearlyCourse, at: number): string | null {
  const other = others[at] ?? null;
  return other ? other.value : (values[at] ?? null);
}

/** The growth that a target asks for over last year's figure; null without one, a word where it is not comparable. */
export function askedGrowth(measure: Measure, value: string | null, { values, others }: YearlyCourse): Growth | null {
  return value === null ? null : growthOver(measure, value, values[0] ?? null, others[0] ?? null);
}

/** The yearly growth rates of a course, newest first; null where a year of the two has no figure. */
export function growthsOf(measure: Measure, { values, others }: YearlyCourse): (Growth | null)[] {
  return values
    .slice(0, -1)
    .map((value, at) => askedGrowth(measure, value, { values: values.slice(at + 1), others: others.slice(at + 1) }));
}
