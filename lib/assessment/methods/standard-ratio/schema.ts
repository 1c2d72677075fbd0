import * as z from 'zod';
import { cap, floor, Share } from '@/lib/assessment/methods/kit/shares';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/**
 * 每分比率差: standardShare + (x − standard) ÷ ((best − standard)/(bestShare − standardShare)); with `best` null the peers'
 * best.
 */
export const StandardRatio = z.strictObject({
  kind: z.literal('standardRatio'),
  standard: Real,
  standardShare: Share,
  best: Real.nullable(),
  bestShare: Share.default(100),
  floor,
  cap,
});
export type StandardRatio = z.infer<typeof StandardRatio>;
