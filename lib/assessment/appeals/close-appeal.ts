import { command } from '@/lib/access/command';
import { ShownAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';
import { lines } from '@/lib/reporting/collections/terms';

/**
 * 办结: closes an appeal after its review, or once the days to ask for one are over. Refuses one that was upheld before it is
 * recorded what it led to.
 */
export const closeAppeal = command({
  name: 'appeal.close',
  input: ShownAppeal.extend({ note: lines(0, 1000) }),
  run: (work, { note, ...shown }) => takeStep(work, shown, { kind: 'close' }, { words: note }),
});
