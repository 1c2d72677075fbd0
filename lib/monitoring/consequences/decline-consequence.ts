import { command } from '@/lib/access/command';
import { ConsequenceWords, ShownConsequence } from '@/lib/monitoring/consequences/consequence-input';
import { takeStep } from '@/lib/monitoring/consequences/take-step';

/** Declines a consequence that a rule proposed, with a reason; the same is not proposed again. */
export const declineConsequence = command({
  name: 'consequence.decline',
  input: ShownConsequence.extend({ reason: ConsequenceWords }),
  run: (work, { reason, ...shown }) => takeStep(work, shown, { kind: 'decline' }, reason),
});
