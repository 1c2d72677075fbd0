import * as z from 'zod';
import { isAmount } from './amount';
import { Code, Percent, Real } from './bounds';

/** The earlier period for a comparison: the same one a year before, or the preceding one. */
const Against = z.enum(['yearEarlier', 'previous']);

/** The transforms of a value before its method, in the order of the list. */
export const Transform = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log'), base: z.enum(['e', '10']).default('e') }),
  /** Divided by another indicator of the same unit and period, times `factor`: per head, per unit of energy. */
  z.strictObject({ kind: z.literal('ratio'), indicator: Code, factor: Real.default(1) }),
  /** (x ÷ x₀ − 1) × 100; no percentage where x₀ ≤ 0: the scheme's policy of denominators decides. */
  z.strictObject({ kind: z.literal('growth'), against: Against }),
  z.strictObject({ kind: z.literal('change'), against: Against }),
  /**
   * The place among the peers, by the item's direction: 1 is best. Everything after it works on a rank, where less is
   * better.
   */
  z.strictObject({ kind: z.literal('rank') }),
  z.strictObject({ kind: z.literal('winsorise'), low: Percent, high: Percent }),
  /** The average of this period and the ones before it, `periods` in all. */
  /**
   * A formula over x and other indicators, now, in the period before or a year earlier, times the unit's factor (难度系数;
   * 1 where none is given): x + max(min((G_GDP - 9) * 1.5, 5), -5).
   */
  z.strictObject({
    kind: z.literal('expression'),
    text: z.string().trim().min(1).max(400).refine(isAmount),
    factors: z
      .array(z.strictObject({ unit: Code, factor: Real }))
      .max(500)
      .default([]),
  }),
  z.strictObject({ kind: z.literal('average'), periods: z.int().min(2).max(24), against: Against }),
]);
export type Transform = z.infer<typeof Transform>;
