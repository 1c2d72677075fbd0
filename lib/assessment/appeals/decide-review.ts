import * as z from 'zod';
import { command } from '@/lib/access/command';
import { AppealWords, ShownAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';
import { outcomes } from '@/lib/assessment/appeals/words';

/** 复核决定: the second decision, which is final, by somebody who took no earlier step and did not publish the run. */
export const decideReview = command({
  name: 'appeal.decideReview',
  input: ShownAppeal.extend({ outcome: z.enum(outcomes), reason: AppealWords }),
  run: (work, { outcome, reason, ...shown }) =>
    takeStep(work, shown, { kind: 'decideReview', outcome }, { words: reason }),
});
