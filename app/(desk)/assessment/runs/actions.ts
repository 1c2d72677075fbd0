'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { announceRun } from '@/lib/assessment/publicity/announce-run';
import { approveRun } from '@/lib/assessment/runs/approve-run';
import { computeRun } from '@/lib/assessment/runs/compute-run';
import { discardRun } from '@/lib/assessment/runs/discard-run';
import { publishRun } from '@/lib/assessment/runs/publish-run';
import { gapKinds } from '@/lib/assessment/runs/words';
import { paths, withQuery } from '@/lib/paths';

const at = (form: FormData) => ({ id: text(form, 'id'), version: wholeNumber(form, 'version') });
/** The kinds of gaps that the form showed, with their reasons. */
const kindsIn = (form: FormData) => gapKinds.filter((kind) => form.has(`count.${kind}`));
const acknowledgedIn = (form: FormData) =>
  kindsIn(form).map((kind) => ({
    ...{ kind, count: wholeNumber(form, `count.${kind}`), reason: text(form, `reason.${kind}`) },
  }));
const reasonField = (path: string, form: FormData) => {
  const [, nth] = /^acknowledged\.(\d+)\.reason$/.exec(path) ?? [];
  return nth && `reason.${kindsIn(form)[Number(nth)]}`;
};
const page = (id: string, done: string) => ({ to: withQuery(paths.run(id), { done }) });

export const compute = action(computeRun, {
  read: (form) => ({
    schemeCode: text(form, 'schemeCode'),
    number: wholeNumber(form, 'number'),
    periodCode: text(form, 'periodCode'),
    deadlinePassed: form.has('deadlinePassed'),
    withUnconfirmed: form.has('withUnconfirmed'),
    note: text(form, 'note'),
  }),
  next: (id) => page(id, 'computed'),
});

export const approve = action(approveRun, {
  read: (form) => ({ ...at(form), acknowledged: acknowledgedIn(form) }),
  fieldOf: reasonField,
  next: (id) => page(id, 'approved'),
});

export const publish = action(publishRun, {
  read: (form) => ({ ...at(form), acknowledged: acknowledgedIn(form), boundsConfirmed: form.has('boundsConfirmed') }),
  fieldOf: reasonField,
  next: (id) => page(id, 'published'),
});

export const discard = action(discardRun, { read: at, next: () => ({ to: paths.runs }) });

export const announce = action(announceRun, {
  read: (form) => ({
    run: text(form, 'run'),
    version: wholeNumber(form, 'version'),
    firstDay: text(form, 'firstDay'),
    lastDay: text(form, 'lastDay'),
    body: text(form, 'body'),
    contact: text(form, 'contact'),
    telephone: text(form, 'telephone'),
    words: text(form, 'words'),
    reason: text(form, 'reason'),
  }),
  next: (id) => page(id, 'announced'),
});
