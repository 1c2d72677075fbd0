import * as z from 'zod';
import { cap, floor, Share } from '@/lib/assessment/methods/kit/shares';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/** centre + spread × (x − mean)/standard deviation. */
export const ZScore = z.strictObject({
  kind: z.literal('zScore'),
  centre: Share.default(50),
  spread: Real.default(10),
  deviation: z.enum(['population', 'sample']).default('population'),
  floor,
  cap,
});
export type ZScore = z.infer<typeof ZScore>;
