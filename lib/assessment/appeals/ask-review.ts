import { command } from '@/lib/access/command';
import { AppealWords, OwnAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';

/** 申请复核: the unit asks once, within its days, that somebody else decides anew. */
export const askReview = command({
  name: 'appeal.askReview',
  input: OwnAppeal.extend({ reason: AppealWords }),
  run: (work, { reason, ...shown }) => takeStep(work, shown, { kind: 'askReview' }, { words: reason }),
});
