import * as z from 'zod';
import { Real, Words } from '@/lib/assessment/schemes/atoms/bounds';

/** 分档功效系数: between two tiers the coefficient is interpolated. Tiers from the worst to the best. */
export const TieredEfficacy = z.strictObject({
  kind: z.literal('tieredEfficacy'),
  tiers: z
    .array(z.strictObject({ name: Words, value: Real, coefficient: z.number().min(0).max(1) }))
    .min(2)
    .max(10),
  below: z.enum(['zero', 'lowest']).default('zero'),
});
export type TieredEfficacy = z.infer<typeof TieredEfficacy>;
