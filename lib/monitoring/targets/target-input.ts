import * as z from 'zod';
import { firstYear, lastYear, longestTarget, planShapes } from '@/lib/monitoring/targets/words';
import { printable } from '@/lib/printable';
import { Code, lines } from '@/lib/reporting/collections/terms';

export const Year = z.int().min(firstYear).max(lastYear);

/** Which target: a unit and an indicator. */
export const TargetPlaceInput = z.strictObject({ unit: Code, indicator: Code });

/** A typed target; whether it is a number is looked at by the command, which knows the indicator. */
export const TypedTarget = z.string().trim().max(longestTarget).regex(printable);

/** The document that sets a target. */
export const TargetNote = lines(2, 200);
/** Why a target is changed, withdrawn or disputed; another person reads it. */
export const TargetReason = lines(4, 300);

export const planParts = ['quarter', 'month'] as const;

/** How a plan is made: its parts and its shape; the values of a given one. */
export const PlanInput = z.strictObject({
  by: z.enum(planParts),
  shape: z.enum(planShapes),
  values: z.array(TypedTarget).max(12),
});
export type PlanInput = z.infer<typeof PlanInput>;
