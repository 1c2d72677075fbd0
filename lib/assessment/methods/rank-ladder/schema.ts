import * as z from 'zod';
import { placesOfTied } from '@/lib/assessment/ranks/places-among';
import { Percent, Real } from '@/lib/assessment/schemes/atoms/bounds';

/**
 * 位次赋分: 100 − step × (rank − 1), the step in percent or in points of the item. A value at or above `gate.atLeast` earns
 * at least `gate.share`, the start of its ladder (GDP growth ≥ 8 % → 4 of 6 points, then by place).
 */
export const RankLadder = z.strictObject({
  kind: z.literal('rankLadder'),
  step: z.number().min(0).max(100),
  stepIn: z.enum(['percent', 'points']),
  ties: z.enum(placesOfTied).default('best'),
  gate: z.strictObject({ atLeast: Real, share: Percent }).nullable().default(null),
});
export type RankLadder = z.infer<typeof RankLadder>;
