'use server';

import { itemsIn, sharedTerms, tickedNames, unitsIn } from '@/app/(desk)/reporting/collections/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import { paths, withQuery } from '@/lib/paths';
import { closeCollection } from '@/lib/reporting/collections/close-collection';
import { editCollection } from '@/lib/reporting/collections/edit-collection';
import { extendDeadline } from '@/lib/reporting/collections/exceptions/extend-deadline';
import { refuseExtension } from '@/lib/reporting/collections/exceptions/refuse-extension';
import { openCollection } from '@/lib/reporting/collections/open-collection';
import { remindUnits } from '@/lib/reporting/collections/remind-units';
import { decideReopening } from '@/lib/reporting/review/decide-reopening';

const terms = (form: FormData) => ({
  ...sharedTerms(form),
  opensOn: text(form, 'opensOn'),
  dueOn: text(form, 'dueOn'),
});
const version = (form: FormData) => ({
  collectionId: text(form, 'collectionId'),
  version: wholeNumber(form, 'version'),
});
const page = (id: string, done: string, count?: number) => ({ to: withQuery(paths.collection(id), { done, count }) });

export const open = action(openCollection, {
  read: (form) => {
    const periodCode = text(form, 'periodCode');
    return { ...terms(form), periodCode, ...unitsIn(form), items: itemsIn(form, periodCode) };
  },
  next: (id) => page(id, 'open'),
});

export const edit = action(editCollection, {
  read: (form) => ({ ...version(form), ...terms(form), unitCodes: tickedNames(form, 'unit-') }),
  next: (id) => page(id, 'edit'),
});

export const close = action(closeCollection, {
  read: (form) => ({ ...version(form), reason: text(form, 'reason') }),
  next: (id) => page(id, 'close'),
});

export const remind = action(remindUnits, {
  read: (form) => ({
    collectionId: text(form, 'collectionId'),
    unitCodes: tickedNames(form, 'unit-'),
    message: text(form, 'message'),
  }),
  next: (count, form) => page(text(form, 'collectionId'), 'remind', count),
});

export const extend = action(extendDeadline, {
  read: (form) => ({
    collectionId: text(form, 'collectionId'),
    unitCode: text(form, 'unitCode'),
    untilOn: text(form, 'untilOn'),
    untilTime: text(form, 'untilTime'),
    reason: text(form, 'reason'),
  }),
  next: (_unit, form) => page(text(form, 'collectionId'), 'extend'),
});

export const refuseMore = action(refuseExtension, {
  read: (form) => ({
    collectionId: text(form, 'collectionId'),
    unitCode: text(form, 'unitCode'),
    number: wholeNumber(form, 'number'),
    reason: text(form, 'reason'),
  }),
  next: (_unit, form) => page(text(form, 'collectionId'), 'refuseMore'),
});

export const decide = action(decideReopening, {
  read: (form) => ({
    collectionId: text(form, 'collectionId'),
    unitCode: text(form, 'unitCode'),
    number: wholeNumber(form, 'number'),
    isGranted: text(form, 'decision') === 'grant',
    reason: text(form, 'reason'),
  }),
  next: (_state, form) => page(text(form, 'collectionId'), 'decide'),
});
