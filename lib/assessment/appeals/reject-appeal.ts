import { command } from '@/lib/access/command';
import { AppealWords, ShownAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';

/** 不予受理: the office does not take an appeal up, for a reason that the unit reads. That ends it, so who published the run does not. */
export const rejectAppeal = command({
  name: 'appeal.reject',
  input: ShownAppeal.extend({ reason: AppealWords }),
  run: (work, { reason, ...shown }) => takeStep(work, shown, { kind: 'reject' }, { words: reason }),
});
