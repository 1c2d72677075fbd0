import * as z from 'zod';
import { cap, floor } from '@/lib/assessment/methods/kit/shares';
import { Percent, Real } from '@/lib/assessment/schemes/atoms/bounds';

/** The target of a value: the unit's own base or stretch target, or one for all units. */
const Target = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('base') }),
  z.strictObject({ from: z.literal('stretch') }),
  z.strictObject({ from: z.literal('given'), value: Real }),
]);

/**
 * 目标完成率. `ratio` x/T (for less-is-better T/x), `linear` 2 − x/T, `improvement` (x − base)/(T − base) with the base of a
 * year earlier, `allOrNothing`, `start` startShare + (x − T) × perUnit (80 % 起步), for less-is-better with T − x.
 */
export const Completion = z.strictObject({
  kind: z.literal('completion'),
  target: Target,
  formula: z.enum(['ratio', 'linear', 'improvement', 'allOrNothing', 'start']),
  floor,
  cap,
  startShare: Percent.default(80),
  perUnit: Real.default(10),
});
export type Completion = z.infer<typeof Completion>;
