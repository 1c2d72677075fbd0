import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { FollowUpId, FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { lockedFollowUp } from '@/lib/monitoring/follow-ups/queries';
import { isTakenIn } from '@/lib/monitoring/follow-ups/steps';
import { storeStep, takeStep } from '@/lib/monitoring/follow-ups/take-step';

/**
 * 合并: makes a follow-up part of another one of the same unit; both keep their histories. Refuses another unit's, whose people
 * may not see this one, and one that is reported already. The other one only gets an entry, in whatever version it is.
 */
export const mergeFollowUps = command({
  name: 'followUp.merge',
  input: ShownFollowUp.extend({ into: FollowUpId, reason: FollowUpWords }),
  async run(work, { into, reason, ...shown }) {
    if (into === shown.id) throw new Refusal('invalid', 'followUps.refused.itself', { field: 'into' });
    // In one order, so that two merges do not wait for each other.
    const locked = new Map<string, Awaited<ReturnType<typeof lockedFollowUp>>>();
    for (const id of [into, shown.id].toSorted()) locked.set(id, await lockedFollowUp(work, id));
    const [other, own] = [locked.get(into), locked.get(shown.id)];
    if (!other || !own) throw new Error('a follow-up that is locked and not there');
    if (other.unit !== own.unit) throw new Refusal('invalid', 'followUps.refused.unitsDiffer', { field: 'into' });
    if (!isTakenIn(other.state, 'absorb'))
      throw new Refusal('conflict', 'followUps.refused.notOpen', { field: 'into' });
    const merged = await takeStep(work, shown, { kind: 'merge', into }, reason);
    const absorbed = await storeStep(work, into, other, { kind: 'absorb', from: shown.id }, reason);
    return { result: into, changes: [...merged.changes, ...absorbed.changes] as const };
  },
});
