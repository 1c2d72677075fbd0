import type { Measure } from '@/lib/catalogue/words';
import { compareDecimals, decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import type { Change } from '@/lib/statistics/words';

/**
 * Computed 同比 or 环比 to one decimal, half up. Rates differ in percentage points, never percent of percent; a zero or
 * negative base has no percentage, only the change in amount. Ranks, grades and flags have no growth.
 */
export function growthOf(measure: Measure, value: string, base: string): Change | null {
  if (measure === 'rank' || measure === 'grade' || measure === 'flag') return null;
  const [now, then] = [Number(value), Number(base)];
  const difference = decimalOf(Math.round((now - then) * 1e9) / 1e9, measure === 'rate' ? 1 : 2);
  if (measure === 'rate') return { kind: 'points', change: difference };
  const sign = compareDecimals(base, '0');
  if (sign === 0) return { kind: 'baseZero', change: difference };
  if (sign < 0) return { kind: 'baseNegative', change: difference };
  return { kind: 'percent', change: decimalOf(Math.round((now / then - 1) * 1e11) / 1e9, 1) };
}

/** The multiple of its base that a growth of more than a thousand percent makes: 9,509 for 950,800.2 %; null for less. */
export function multipleOf(percent: string): string | null {
  if (compareDecimals(percent, '1000') <= 0) return null;
  return groupedDecimal(decimalOf(Number(percent) / 100 + 1, compareDecimals(percent, '10000') < 0 ? 1 : 0));
}

/** A part as a percentage of its whole, one decimal; null when the whole is not above zero. */
export function shareOf(part: string, whole: string): string | null {
  if (compareDecimals(whole, '0') <= 0) return null;
  return decimalOf(Math.round((Number(part) / Number(whole)) * 1e11) / 1e9, 1);
}
