import * as z from 'zod';

/** 评议, 满意度: the mean of several scores without the highest and the lowest `trim` of them, out of `outOf`. */
export const Expert = z.strictObject({
  kind: z.literal('expert'),
  trim: z.int().min(0).max(20).default(0),
  outOf: z.number().positive().default(100),
});
export type Expert = z.infer<typeof Expert>;
