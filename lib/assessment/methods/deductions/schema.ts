import * as z from 'zod';
import { floor } from '@/lib/assessment/methods/kit/shares';

/**
 * 扣分: the item's points less its confirmed deductions, not below `floor`; per incident the heaviest deduction, or all.
 */
export const Deductions = z.strictObject({
  kind: z.literal('deductions'),
  floor,
  incident: z.enum(['heaviest', 'all']).default('heaviest'),
});
export type Deductions = z.infer<typeof Deductions>;
