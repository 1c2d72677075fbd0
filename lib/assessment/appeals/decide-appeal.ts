import * as z from 'zod';
import { command } from '@/lib/access/command';
import { AppealWords, ShownAppeal } from '@/lib/assessment/appeals/appeal-input';
import { takeStep } from '@/lib/assessment/appeals/take-step';
import { outcomes } from '@/lib/assessment/appeals/words';
import { dayPlus, todayOf } from '@/lib/catalogue/today';

/**
 * 决定: decides an appeal with reasons, by somebody who took no earlier step and did not publish the run. Until so many days
 * later, as the settings say, the unit may ask for a review.
 */
export const decideAppeal = command({
  name: 'appeal.decide',
  input: ShownAppeal.extend({ outcome: z.enum(outcomes), reason: AppealWords }),
  run: (work, { outcome, reason, ...shown }) => {
    const reviewUntil = dayPlus(todayOf(work), work.policy.reviewDays);
    return takeStep(work, shown, { kind: 'decide', outcome, reviewUntil }, { words: reason });
  },
});
