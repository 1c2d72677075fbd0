import * as z from 'zod';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/** 加分: `pointsEach` per counted item, or the ledger's own points, up to the item's points. */
export const Bonus = z.strictObject({
  kind: z.literal('bonus'),
  from: z.enum(['value', 'ledger']),
  pointsEach: Real.default(1),
});
export type Bonus = z.infer<typeof Bonus>;
