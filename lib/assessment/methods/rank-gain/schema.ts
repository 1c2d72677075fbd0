import * as z from 'zod';
import { cap, floor } from '@/lib/assessment/methods/kit/shares';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/** 位次晋升: (earlier place − place)/earlier place. The value is a rank, or ranks are taken among the peers. */
export const RankGain = z.strictObject({
  kind: z.literal('rankGain'),
  ranks: z.enum(['ofValues', 'values']),
  against: z.enum(['yearEarlier', 'previous']),
  firstHeld: z.enum(['full', 'zero']).default('full'),
  factor: Real.default(1),
  floor,
  cap,
});
export type RankGain = z.infer<typeof RankGain>;
