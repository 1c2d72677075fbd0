import { command } from '@/lib/access/command';
import { ConsequenceWords, ShownConsequence } from '@/lib/monitoring/consequences/consequence-input';
import { takeStep } from '@/lib/monitoring/consequences/take-step';

/** Confirms a consequence that a rule proposed, with a reason; its unit sees it from now on. */
export const confirmConsequence = command({
  name: 'consequence.confirm',
  input: ShownConsequence.extend({ reason: ConsequenceWords }),
  run: (work, { reason, ...shown }) => takeStep(work, shown, { kind: 'confirm' }, reason),
});
