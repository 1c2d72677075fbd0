import * as z from 'zod';
import { type Acknowledged, type Gaps, gapKinds } from '@/lib/assessment/runs/words';
import { type FieldFault, Refusal } from '@/lib/errors';

/** The least length of a reason, in characters. */
const leastReason = 4;

/** What a person took note of: each kind of gaps with the count that was shown and a reason. */
export const Acknowledgements = z
  .array(z.strictObject({ kind: z.enum(gapKinds), count: z.int().positive(), reason: z.string().trim().max(500) }))
  .max(gapKinds.length)
  .default([]);

/**
 * The gaps of a run as a step took note of them. Refuses, all at once, kinds without a reason and kinds whose count is not
 * the one that was shown.
 */
export function acknowledgedGaps(
  step: Acknowledged['step'],
  gaps: readonly Gaps[],
  given: z.output<typeof Acknowledgements>,
): Acknowledged[] {
  const faults: FieldFault[] = [];
  const acknowledged = gaps.flatMap(({ kind, count }): Acknowledged[] => {
    const one = given.find((ack) => ack.kind === kind);
    if (one && one.count === count && [...one.reason].length >= leastReason)
      return [{ step, kind, count, reason: one.reason }];
    faults.push({ field: `reason.${kind}`, key: `runs.refused.gaps.${kind}`, details: { count, least: leastReason } });
    return [];
  });
  const [first] = faults;
  if (first) throw new Refusal('conflict', first.key, { ...first.details, field: first.field }, faults);
  return acknowledged;
}
