import * as z from 'zod';
import { Share } from '@/lib/assessment/methods/kit/shares';
import { Bounds } from '@/lib/assessment/schemes/atoms/bounds';

/** Min-max or goalposts on a scale of from … to, in percent; `clamp` limits values outside given bounds to the ends. */
export const MinMax = z.strictObject({
  kind: z.literal('minMax'),
  bounds: Bounds,
  from: Share.default(0),
  to: Share.default(100),
  clamp: z.boolean().default(true),
});
export type MinMax = z.infer<typeof MinMax>;
