import * as z from 'zod';
import { Key, Percent } from '@/lib/assessment/schemes/atoms/bounds';
import { Transform } from '@/lib/assessment/schemes/atoms/transforms';

/** Several methods on the same indicator, as level and growth (静态 40 %, 动态 60 %). Weights of parts sum to 100. */
export function blendOf<Plain extends z.ZodType>(plain: Plain) {
  return z.strictObject({
    kind: z.literal('blend'),
    parts: z
      .array(
        z.strictObject({ key: Key, weight: Percent, transforms: z.array(Transform).max(6).default([]), method: plain }),
      )
      .min(2)
      .max(4),
  });
}
