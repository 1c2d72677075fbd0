import type { FigureReading } from '@/lib/reporting/words';
import { differenceOf, sumOfDecimals } from '@/lib/statistics/numbers';

type Stated = Pick<Extract<FigureReading, { kind: 'number' }>, 'value' | 'qualifier' | 'qualifierPrinted'>;

/** Between which values a figure lies, as decimals. */
export type KnownRange = { readonly low: string; readonly high: string };

/** Words that name a value near the truth: it lies within one of the last digit that is not zero. */
const nearWords = new Set(['多', '余', '不足']);
/** Farther than any figure. */
const farthest = `1${'0'.repeat(30)}`;

/**
 * What a stated bound tells of the truth: 24,100多 lies between 24,100 and 24,200, 330,000以上 at 330,000 or anywhere above.
 * Null for a figure that is none, since 约 and 预计 prove nothing and an exact one has no range.
 */
export function knownRange({ value, qualifier, qualifierPrinted }: Stated): KnownRange | null {
  if (qualifier !== 'at_least' && qualifier !== 'at_most') return null;
  const width = nearWords.has(qualifierPrinted) ? lastPlace(value) : farthest;
  return qualifier === 'at_least'
    ? { low: value, high: sumOfDecimals([value, width]) }
    : { low: differenceOf(value, width), high: value };
}

/** One of the last place that is not zero: 100 for 24,100, 0.1 for 2.50, 1 for 0. */
function lastPlace(value: string): string {
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const decimals = fraction.replace(/0+$/, '').length;
  if (decimals > 0) return `0.${'1'.padStart(decimals, '0')}`;
  const zeros = /0*$/.exec(whole.replace(/^0+(?=\d)/, ''))?.[0].length ?? 0;
  return /[1-9]/.test(whole) ? `1${'0'.repeat(zeros)}` : '1';
}
