import * as z from 'zod';
import { floor, Share } from '@/lib/assessment/methods/kit/shares';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/** 基准值: x/reference, or `difference` 100 + (x − reference) × perUnit; the reference is given or the peers' mean. */
export const RatioToReference = z.strictObject({
  kind: z.literal('ratioToReference'),
  reference: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('given'), value: Real }),
    z.strictObject({ from: z.literal('mean') }),
  ]),
  formula: z.enum(['ratio', 'difference']).default('ratio'),
  perUnit: Real.default(1),
  floor,
  cap: Share.default(150),
});
export type RatioToReference = z.infer<typeof RatioToReference>;
