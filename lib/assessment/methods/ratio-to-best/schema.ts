import * as z from 'zod';

/** 对标第一: x/best, for less-is-better best/x. A best of zero or less has no ratio: then `fallback` scores the item. */
export const RatioToBest = z.strictObject({
  kind: z.literal('ratioToBest'),
  negative: z.enum(['zero', 'keep']).default('zero'),
  fallback: z.enum(['missing', 'minMax', 'rankLadder']).default('missing'),
});
export type RatioToBest = z.infer<typeof RatioToBest>;
