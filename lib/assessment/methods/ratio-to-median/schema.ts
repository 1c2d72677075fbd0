import * as z from 'zod';
import { cap, floor } from '@/lib/assessment/methods/kit/shares';

/** 与中位数之比: x/median of the peers, for less-is-better median/x. A median of zero or less has no ratio. */
export const RatioToMedian = z.strictObject({ kind: z.literal('ratioToMedian'), floor, cap });
export type RatioToMedian = z.infer<typeof RatioToMedian>;
