'use server';

import { action, text } from '@/app/server/action';
import { askExtension } from '@/lib/monitoring/follow-ups/ask-extension';
import { assignFollowUp } from '@/lib/monitoring/follow-ups/assign-follow-up';
import { checkReport } from '@/lib/monitoring/follow-ups/check-report';
import { closeFollowUp } from '@/lib/monitoring/follow-ups/close-follow-up';
import { decideExtension } from '@/lib/monitoring/follow-ups/decide-extension';
import { dropFollowUp } from '@/lib/monitoring/follow-ups/drop-follow-up';
import { editFollowUp } from '@/lib/monitoring/follow-ups/edit-follow-up';
import { mergeFollowUps } from '@/lib/monitoring/follow-ups/merge-follow-ups';
import { noteProgress } from '@/lib/monitoring/follow-ups/note-progress';
import { planMeasures } from '@/lib/monitoring/follow-ups/plan-measures';
import { raiseFollowUp } from '@/lib/monitoring/follow-ups/raise-follow-up';
import { answerRemark } from '@/lib/monitoring/follow-ups/remarks/answer-remark';
import { remarkUpon } from '@/lib/monitoring/follow-ups/remarks/remark-upon';
import { writeRemark } from '@/lib/monitoring/follow-ups/remarks/write-remark';
import { reportResult } from '@/lib/monitoring/follow-ups/report-result';
import { sendFollowUpBack } from '@/lib/monitoring/follow-ups/send-back';
import { signFollowUp } from '@/lib/monitoring/follow-ups/sign-follow-up';
import { transferFollowUp } from '@/lib/monitoring/follow-ups/transfer-follow-up';
import { paths, withQuery } from '@/lib/paths';
import type { doneSteps } from './address';
import { aboutIn, fieldOf, originIn, ownIn, shownIn, termsIn } from './read-form';

const done = (step: (typeof doneSteps)[number]) => (id: string) => ({
  to: withQuery(paths.followUp(id), { done: step }),
});

export const raise = action(raiseFollowUp, {
  read: (form) => ({ ...termsIn(form), origin: originIn(form) }),
  next: done('raised'),
  fieldOf,
});

export const edit = action(editFollowUp, {
  read: (form) => ({ ...termsIn(form), ...shownIn(form) }),
  next: done('edit'),
  fieldOf,
});

export const assign = action(assignFollowUp, { read: shownIn, next: done('assign') });

export const sign = action(signFollowUp, { read: ownIn, next: done('sign') });

export const plan = action(planMeasures, {
  read: (form) => ({ ...ownIn(form), measures: text(form, 'measures') }),
  next: done('plan'),
});

export const note = action(noteProgress, {
  read: (form) => ({ ...ownIn(form), note: text(form, 'note') }),
  next: done('note'),
});

export const report = action(reportResult, {
  read: (form) => ({ ...ownIn(form), report: text(form, 'report') }),
  next: done('report'),
});

export const check = action(checkReport, { read: shownIn, next: done('check') });

export const sendBack = action(sendFollowUpBack, {
  read: (form) => ({ ...shownIn(form), reason: text(form, 'reason') }),
  next: done('sendBack'),
});

export const close = action(closeFollowUp, {
  read: (form) => ({ ...shownIn(form), finding: text(form, 'finding'), despite: text(form, 'despite') === 'on' }),
  next: done('close'),
});

export const ask = action(askExtension, {
  read: (form) => ({ ...ownIn(form), until: text(form, 'until'), reason: text(form, 'reason') }),
  next: done('askExtension'),
});

export const decide = action(decideExtension, {
  read: (form) => ({ ...shownIn(form), decision: text(form, 'decision'), reason: text(form, 'reason') }),
  next: done('decideExtension'),
});

export const merge = action(mergeFollowUps, {
  read: (form) => ({ ...shownIn(form), into: text(form, 'into'), reason: text(form, 'reason') }),
  next: done('merge'),
});

export const transfer = action(transferFollowUp, {
  read: (form) => ({ ...shownIn(form), to: text(form, 'to'), reason: text(form, 'reason') }),
  next: done('transfer'),
});

export const drop = action(dropFollowUp, {
  read: (form) => ({ ...shownIn(form), reason: text(form, 'reason') }),
  next: done('drop'),
});

// What a leader writes stays where it was written; the form says that it is signed.
export const remark = action(writeRemark, {
  read: (form) => ({ about: aboutIn(form), remark: text(form, 'remark') }),
  next: () => ({}),
  fieldOf,
});

export const remarkOnFollowUp = action(remarkUpon, {
  read: (form) => ({ ...shownIn(form), remark: text(form, 'remark') }),
  next: () => ({}),
});

export const answer = action(answerRemark, {
  read: (form) => ({ remark: text(form, 'answeredRemark'), reason: text(form, 'reason') }),
  next: () => ({ to: withQuery(paths.followUps, { done: 'answered' }) }),
});
