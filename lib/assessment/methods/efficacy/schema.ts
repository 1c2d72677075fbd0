import * as z from 'zod';
import { Bounds, Percent } from '@/lib/assessment/schemes/atoms/bounds';

/** 功效系数: base + (100 − base)(x − low)/(high − low). */
export const Efficacy = z.strictObject({ kind: z.literal('efficacy'), base: Percent.default(60), bounds: Bounds });
export type Efficacy = z.infer<typeof Efficacy>;
