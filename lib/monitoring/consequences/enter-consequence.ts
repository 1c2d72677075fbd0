import { command } from '@/lib/access/command';
import { EntryInput } from '@/lib/monitoring/consequences/consequence-input';
import { takeStep } from '@/lib/monitoring/consequences/take-step';

/** Records what was done about a confirmed consequence. Refuses a day to come. */
export const enterConsequence = command({
  name: 'consequence.enter',
  input: EntryInput,
  run: (work, { on, paper, words, ...shown }) => takeStep(work, shown, { kind: 'enter', on, paper }, words),
});
