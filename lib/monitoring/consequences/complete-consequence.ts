import { command } from '@/lib/access/command';
import { EntryInput } from '@/lib/monitoring/consequences/consequence-input';
import { takeStep } from '@/lib/monitoring/consequences/take-step';

/** Completes a confirmed consequence on a day, with words; nothing follows. Refuses a day to come. */
export const completeConsequence = command({
  name: 'consequence.complete',
  input: EntryInput,
  run: (work, { on, paper, words, ...shown }) => takeStep(work, shown, { kind: 'complete', on, paper }, words),
});
