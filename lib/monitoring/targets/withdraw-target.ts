import * as z from 'zod';
import { command } from '@/lib/access/command';
import { issuedTarget, proposeChange } from '@/lib/monitoring/targets/propose-change';
import { TargetPlaceInput, TargetReason, Year } from '@/lib/monitoring/targets/target-input';
import { toldChanges, toldValues } from '@/lib/monitoring/targets/told-changes';

/** Proposes to take an issued target back, with a reason. It goes when another office account confirms it. */
export const withdrawTarget = command({
  name: 'target.withdraw',
  input: TargetPlaceInput.extend({ year: Year, version: z.int().min(1), reason: TargetReason }),
  async run(work, { version, reason, ...key }) {
    const { issued } = await issuedTarget(work, { ...key, version });
    const nothing = { base: null, stretch: null, plan: null };
    await proposeChange(work, key, { ...nothing, note: issued.note, reason, changes: version });
    const told = { ...key, before: toldValues(issued), after: { reason, state: 'waiting' } };
    return { result: key, changes: toldChanges(key.year, [told]) };
  },
});
