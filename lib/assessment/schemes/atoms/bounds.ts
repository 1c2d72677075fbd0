import * as z from 'zod';

/** A finite number of a scheme. An empty text is not accepted as zero. */
export const Real = z.number().finite();
export const Percent = z.number().min(0).max(100);
/** The key of a block, an item or a rule inside its scheme. */
export const Key = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/);
export const Code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/);
export const Words = z.string().trim().min(1).max(200);

/**
 * The values between which an item is scored. `low` earns least (不允许值) and `high` most (满意值), in either direction: for
 * an item where less is better, `low` is the greater number. Percentiles are of the peers, by linear interpolation.
 */
export const Bounds = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('peers') }),
  z.strictObject({ from: z.literal('given'), low: Real, high: Real, setBy: z.string().max(200).default('') }),
  z.strictObject({ from: z.literal('percentiles'), low: Percent, high: Percent }),
]);
export type Bounds = z.infer<typeof Bounds>;
