import type { Outcome } from '@/lib/assessment/methods/kit/peers';
import { isSame, reaches } from '@/lib/statistics/noise';
import type { TieredEfficacy } from './schema';

/**
 * 分档功效系数: W k_a + (x − a)/(b − a) (W k_b − W k_a). Tiers run from the worst to the best, upwards or downwards. Letters
 * of the unit: lower, lowerCoefficient, upper, upperCoefficient; beyond the ends only the tier that is reached.
 */
export function tieredOutcome({ tiers, below }: TieredEfficacy, x: number): Outcome {
  const [worst, best] = [tiers[0], tiers.at(-1)];
  if (!worst || !best) return { share: null };
  const sign = best.value >= worst.value ? 1 : -1;
  if (reaches(sign * x, sign * best.value, 'higher')) {
    const terms = { lower: best.value, lowerCoefficient: best.coefficient };
    const cap = best.coefficient * 100;
    return isSame(x, best.value)
      ? { share: cap, terms }
      : { share: cap, terms, notes: [{ kind: 'clampedHigh', values: { cap } }] };
  }
  if (!reaches(sign * x, sign * worst.value, 'higher')) {
    const floor = below === 'zero' ? 0 : worst.coefficient * 100;
    return {
      share: floor,
      terms: { upper: worst.value, upperCoefficient: worst.coefficient },
      notes: [{ kind: 'clampedLow', values: { floor } }],
    };
  }
  const at = tiers.findLastIndex(({ value }) => reaches(sign * x, sign * value, 'higher'));
  const [lower, upper] = [tiers[at] ?? worst, tiers[at + 1] ?? best];
  const part = (x - lower.value) / (upper.value - lower.value);
  return {
    share: 100 * (lower.coefficient + part * (upper.coefficient - lower.coefficient)),
    terms: {
      lower: lower.value,
      upper: upper.value,
      lowerCoefficient: lower.coefficient,
      upperCoefficient: upper.coefficient,
    },
  };
}
