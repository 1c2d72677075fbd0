'use server';

import { action, text } from '@/app/server/action';
import { acceptAppeal } from '@/lib/assessment/appeals/accept-appeal';
import { askReview } from '@/lib/assessment/appeals/ask-review';
import { closeAppeal } from '@/lib/assessment/appeals/close-appeal';
import { decideAppeal } from '@/lib/assessment/appeals/decide-appeal';
import { decideReview } from '@/lib/assessment/appeals/decide-review';
import { fileAppeal } from '@/lib/assessment/appeals/file-appeal';
import { rejectAppeal } from '@/lib/assessment/appeals/reject-appeal';
import { settleAppeal } from '@/lib/assessment/appeals/remedies/settle-appeal';
import { withdrawAppeal } from '@/lib/assessment/appeals/withdraw-appeal';
import { paths, withQuery } from '@/lib/paths';
import type { doneSteps } from './address';
import { fieldOf, ownIn, remedyIn, shownIn, termsIn } from './read-form';

const done = (step: (typeof doneSteps)[number]) => (id: string) => ({
  to: withQuery(paths.appeal(id), { done: step }),
});
const decisionIn = (form: FormData) => ({
  ...shownIn(form),
  outcome: text(form, 'outcome'),
  reason: text(form, 'reason'),
});

export const file = action(fileAppeal, { read: termsIn, next: done('filed'), fieldOf });

export const accept = action(acceptAppeal, { read: shownIn, next: done('accept') });

export const reject = action(rejectAppeal, {
  read: (form) => ({ ...shownIn(form), reason: text(form, 'reason') }),
  next: done('reject'),
});

export const decide = action(decideAppeal, { read: decisionIn, next: done('decide') });

export const review = action(askReview, {
  read: (form) => ({ ...ownIn(form), reason: text(form, 'reason') }),
  next: done('askReview'),
});

export const decideAgain = action(decideReview, { read: decisionIn, next: done('decideReview') });

export const settle = action(settleAppeal, {
  read: (form) => ({ ...shownIn(form), remedy: remedyIn(form), note: text(form, 'note') }),
  next: done('settle'),
  fieldOf,
});

export const close = action(closeAppeal, {
  read: (form) => ({ ...shownIn(form), note: text(form, 'note') }),
  next: done('close'),
});

export const withdraw = action(withdrawAppeal, {
  read: (form) => ({ ...ownIn(form), note: text(form, 'note') }),
  next: done('withdraw'),
});
