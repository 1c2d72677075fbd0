'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { paths, withQuery } from '@/lib/paths';
import { askExtension } from '@/lib/reporting/collections/exceptions/ask-extension';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { submitReturn } from '@/lib/reporting/entry/submit-return';
import { withdrawReturn } from '@/lib/reporting/entry/withdraw-return';
import { figureKey } from '@/lib/reporting/figure-key';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { entryFields } from '@/lib/reporting/words';

const formPath = (collectionId: string) => paths.entry(collectionId);
const version = (form: FormData) => ({
  collectionId: text(form, 'collectionId'),
  unitCode: text(form, 'unitCode'),
  version: wholeNumber(form, 'version'),
});

/** The figures of a form sent without scripts, each with the version that was shown. */
function cellsIn(form: FormData) {
  return [...form.keys()]
    .filter((name) => name.startsWith('version:'))
    .flatMap((name) => {
      const key = name.slice('version:'.length);
      const figure = figureKey(key);
      const entry = Object.fromEntries(entryFields.map((field) => [field, text(form, `${field}:${key}`)]));
      return figure ? [{ ...figure, version: wholeNumber(form, name), entry }] : [];
    });
}

const cellsToSave = (form: FormData) => ({
  collectionId: text(form, 'collectionId'),
  unitCode: text(form, 'unitCode'),
  cells: cellsIn(form),
});

export const save = action(saveFigures, {
  read: cellsToSave,
  next: ({ conflicts }, form) => ({
    to: withQuery(formPath(text(form, 'collectionId')), { saved: conflicts.length }),
  }),
});

/** Saves the explanations written on the page before submission, and shows that page again. */
export const explain = action(saveFigures, {
  read: cellsToSave,
  next: ({ conflicts }, form) => ({
    to: withQuery(paths.entrySubmission(text(form, 'collectionId')), { explained: conflicts.length }),
  }),
});

export const submit = action(submitReturn, {
  read: version,
  next: ({ collectionId, sent }) => ({ to: withQuery(formPath(collectionId), { submitted: sent }) }),
});

export const withdraw = action(withdrawReturn, {
  read: version,
  next: (collectionId) => ({ to: withQuery(formPath(collectionId), { withdrawn: '1' }) }),
});

export const askMoreTime = action(askExtension, {
  read: (form) => ({
    collectionId: text(form, 'collectionId'),
    unitCode: text(form, 'unitCode'),
    untilOn: text(form, 'untilOn'),
    reason: text(form, 'reason'),
  }),
  next: (_number, form) => ({ to: withQuery(formPath(text(form, 'collectionId')), { asked: '1' }) }),
});

export const reopen = action(askReopening, {
  read: (form) => ({
    collectionId: text(form, 'collectionId'),
    unitCode: text(form, 'unitCode'),
    figures: form.getAll('figure').flatMap((key) => figureKey(String(key)) ?? []),
    reason: text(form, 'reason'),
  }),
  next: (_number, form) => ({ to: withQuery(formPath(text(form, 'collectionId')), { asked: '1' }) }),
});
