import { command } from '@/lib/access/command';
import { OwnAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';
import { lines } from '@/lib/reporting/collections/terms';

/** 撤回: the unit takes an appeal back before it is decided. */
export const withdrawAppeal = command({
  name: 'appeal.withdraw',
  input: OwnAppeal.extend({ note: lines(0, 1000) }),
  run: (work, { note, ...shown }) => takeStep(work, shown, { kind: 'withdraw' }, { words: note }),
});
