import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { metBy } from '@/lib/monitoring/follow-ups/condition/queries';
import { FollowUpWords, ShownFollowUp } from '@/lib/monitoring/follow-ups/follow-up-input';
import { refuseStep, takeStep } from '@/lib/monitoring/follow-ups/take-step';

/**
 * 销号: closes a follow-up after its check, with what was found; never by who reported. Its condition is looked at in the
 * figures of this moment, and the event keeps what satisfied it. One that no figure satisfies needs `despite`.
 */
export const closeFollowUp = command({
  name: 'followUp.close',
  input: ShownFollowUp.extend({ finding: FollowUpWords, despite: z.boolean() }),
  run: (work, { finding, despite, ...shown }) =>
    takeStep(
      work,
      shown,
      async (held) => {
        const { condition } = held;
        // Whether it may be closed at all is told before its condition.
        refuseStep(work, held, { kind: 'close', metBy: null, despite });
        const met = condition && (await metBy(work.principal, condition, work.tx));
        const isOpen = condition !== null && met === null;
        if (isOpen && !despite) throw new Refusal('invalid', 'followUps.refused.conditionOpen', { field: 'despite' });
        return { kind: 'close', metBy: met, despite: isOpen };
      },
      finding,
    ),
});
