'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { completeConsequence } from '@/lib/monitoring/consequences/complete-consequence';
import { confirmConsequence } from '@/lib/monitoring/consequences/confirm-consequence';
import { declineConsequence } from '@/lib/monitoring/consequences/decline-consequence';
import { enterConsequence } from '@/lib/monitoring/consequences/enter-consequence';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import { paths, withQuery } from '@/lib/paths';
import type { doneSteps } from './address';

const shownIn = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
const entryIn = (form: FormData) => ({
  ...shownIn(form),
  ...{ on: text(form, 'on'), paper: text(form, 'paper'), words: text(form, 'words') },
});
const done = (step: (typeof doneSteps)[number]) => (id: string) => ({
  to: withQuery(paths.consequence(id), { done: step }),
});

export const run = action(proposeConsequences, {
  read: () => ({}),
  next: (ran) => ({ to: withQuery(paths.consequences, { ran }) }),
});

export const confirm = action(confirmConsequence, {
  read: (form) => ({ ...shownIn(form), reason: text(form, 'reason') }),
  next: done('confirm'),
});

export const decline = action(declineConsequence, {
  read: (form) => ({ ...shownIn(form), reason: text(form, 'reason') }),
  next: done('decline'),
});

export const enter = action(enterConsequence, { read: entryIn, next: done('enter') });

export const complete = action(completeConsequence, { read: entryIn, next: done('complete') });
