import * as z from 'zod';
import { command } from '@/lib/access/command';
import { FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { takeStep } from '@/lib/monitoring/follow-ups/take-step';

/** Grants or declines the later due date that a unit asked for, with a reason that it reads; never by who asked. */
export const decideExtension = command({
  name: 'followUp.decideExtension',
  input: ShownFollowUp.extend({ decision: z.enum(['grant', 'decline']), reason: FollowUpWords }),
  run: (work, { decision, reason, ...shown }) =>
    takeStep(
      work,
      shown,
      ({ extension }) =>
        decision === 'grant' ? { kind: 'grantExtension', until: extension?.until ?? '' } : { kind: 'declineExtension' },
      reason,
    ),
});
