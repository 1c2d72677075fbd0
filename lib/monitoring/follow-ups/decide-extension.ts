import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { lockedFollowUp } from '@/lib/monitoring/follow-ups/queries';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** Grants or declines the later due date that a unit asked for, with a reason that it reads; never by who asked. */
export const decideExtension = command({
  name: 'followUp.decideExtension',
  input: ShownFollowUp.extend({ decision: z.enum(['grant', 'decline']), reason: FollowUpWords }),
  async run(work, { decision, reason, ...shown }) {
    const { extension } = await lockedFollowUp(work, shown.id);
    if (!extension) throw new Refusal('conflict', 'followUps.refused.notAsked');
    return decision === 'grant'
      ? takeStep(work, shown, { kind: 'grantExtension', until: extension.until }, reason)
      : takeStep(work, shown, { kind: 'declineExtension' }, reason);
  },
});
