import * as z from 'zod';
import { Bounds } from '@/lib/assessment/schemes/atoms/bounds';

/** base × e^(ln(100 / base) (x − low)/(high − low)). */
export const ExponentialEfficacy = z.strictObject({
  kind: z.literal('exponentialEfficacy'),
  base: z.number().min(1).max(99).default(60),
  bounds: Bounds,
});
export type ExponentialEfficacy = z.infer<typeof ExponentialEfficacy>;
