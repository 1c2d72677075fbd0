import type { Direction } from '@/lib/catalogue/words';
import { settleDifference } from '@/lib/statistics/noise';
import type { Progress, YearCurve } from './words';

/**
 * Where an indicator stands at the end of a month, from 1 to 12. One that is better lower is behind above its expected
 * value, whether it should fall or may only rise so far. Null for a direction that has no better side.
 */
export function progressOf(
  curve: YearCurve,
  { actual, month, direction }: { actual: number; month: number; direction: Direction },
): Progress | null {
  if (direction !== 'higher' && direction !== 'lower') return null;
  const [expected, expectedShare] = [curve.values[month - 1], curve.shares[month - 1]];
  if (expected === undefined || expectedShare === undefined) return null;
  const sign = direction === 'lower' ? -1 : 1;
  const size = Math.max(Math.abs(actual), Math.abs(expected), Math.abs(curve.target));
  const gap = settleDifference((actual - expected) * sign, size);
  const way = Math.abs(curve.target - curve.start);
  const left = settleDifference(curve.target - actual, size);
  return {
    month,
    expected,
    expectedShare,
    actual,
    actualShare: way === 0 ? null : (actual - curve.start) / (curve.target - curve.start),
    gap,
    gapPoints: way === 0 ? null : (gap / way) * 100,
    pace: month >= 12 ? null : left / (12 - month),
    isReached: left * sign <= 0,
  };
}
