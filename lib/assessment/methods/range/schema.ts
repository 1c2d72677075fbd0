import * as z from 'zod';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/** 适度: 100 inside low … high, outside 100 − distance/span × 100; the span is given or the peers' greatest distance. */
export const Range = z.strictObject({
  kind: z.literal('range'),
  low: Real,
  high: Real,
  span: z.discriminatedUnion('from', [
    z.strictObject({ from: z.literal('peers') }),
    z.strictObject({ from: z.literal('given'), below: z.number().positive(), above: z.number().positive() }),
  ]),
});
export type Range = z.infer<typeof Range>;
