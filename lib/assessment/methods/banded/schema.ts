import * as z from 'zod';
import { Share } from '@/lib/assessment/methods/kit/shares';
import { Real } from '@/lib/assessment/schemes/atoms/bounds';

/** 分档计分: the share of the last band whose `atLeast` is reached, or an interpolation between two bands. */
export const Banded = z.strictObject({
  kind: z.literal('banded'),
  bands: z
    .array(z.strictObject({ atLeast: Real, share: Share }))
    .min(1)
    .max(40),
  below: Share.default(0),
  interpolate: z.boolean().default(false),
});
export type Banded = z.infer<typeof Banded>;
