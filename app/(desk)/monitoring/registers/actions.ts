'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { fixCounts } from '@/lib/monitoring/registers/compared/fix-counts';
import { linkCount } from '@/lib/monitoring/registers/compared/link-count';
import { unlinkCount } from '@/lib/monitoring/registers/compared/unlink-count';
import { recordVisit } from '@/lib/monitoring/registers/entries/record-visit';
import { saveEntry } from '@/lib/monitoring/registers/entries/save-entry';
import { keptIdentifier } from '@/lib/monitoring/registers/identifier';
import { saveRegister } from '@/lib/monitoring/registers/save-register';
import { termFields } from '@/lib/monitoring/registers/words';
import { paths, withQuery } from '@/lib/paths';
import { fieldOfEntry, fieldOfRegister, fixedIn } from './read-form';

const registerIn = (form: FormData) => ({ register: text(form, 'register'), version: wholeNumber(form, 'version') });

export const save = action(saveRegister, {
  read: (form) => ({
    code: text(form, 'registerCode').trim().toUpperCase(),
    version: wholeNumber(form, 'version'),
    kind: text(form, 'kind'),
    ...{ nameZh: text(form, 'nameZh'), nameEn: text(form, 'nameEn'), visitDays: wholeNumber(form, 'visitDays') },
    ...{ fields: text(form, 'fields'), grades: text(form, 'grades'), groups: text(form, 'groups') },
  }),
  next: (code) => ({ to: withQuery(paths.register(code), { done: 'saved' }) }),
  fieldOf: fieldOfRegister,
});

export const saveOne = action(saveEntry, {
  read: (form) => ({
    ...registerIn(form),
    identifier: keptIdentifier(text(form, 'identifier')),
    ...{ from: text(form, 'from'), state: text(form, 'state'), reason: text(form, 'reason') },
    ...Object.fromEntries(termFields.map((field) => [field, text(form, fieldOfEntry(field))])),
  }),
  next: ({ register, identifier }, form) => ({
    to: withQuery(paths.registerEntry(register, identifier), { done: 'saved', day: text(form, 'from') }),
  }),
  fieldOf: fieldOfEntry,
});

export const visit = action(recordVisit, {
  read: (form) => ({
    ...registerIn(form),
    identifier: text(form, 'identifier'),
    ...{ unit: text(form, 'ownUnit'), day: text(form, 'visitDay'), note: text(form, 'note') },
  }),
  next: ({ register, identifier }) => ({
    to: withQuery(paths.registerEntry(register, identifier), { done: 'visited' }),
  }),
  fieldOf: (path) => (path === 'day' ? 'visitDay' : undefined),
});

export const link = action(linkCount, {
  read: (form) => ({
    ...registerIn(form),
    ...{ indicator: text(form, 'indicator').trim(), counts: text(form, 'counts'), per: text(form, 'per') },
    ...{ unit: text(form, 'unit').trim(), ofField: text(form, 'ofField'), ofGrade: text(form, 'ofGrade') },
    ofGroup: text(form, 'ofGroup'),
  }),
  next: ({ register }, form) => ({
    to: withQuery(paths.registerFigures(register), { month: text(form, 'month'), done: 'linked' }),
  }),
});

export const unlink = action(unlinkCount, {
  read: (form) => ({ ...registerIn(form), link: text(form, 'link') }),
  next: (register, form) => ({
    to: withQuery(paths.registerFigures(register), { month: text(form, 'month'), done: 'unlinked' }),
  }),
});

export const fix = action(fixCounts, {
  read: (form) => ({
    ...registerIn(form),
    ...{ month: text(form, 'month'), figures: fixedIn(form), reason: text(form, 'reason') },
  }),
  next: ({ register, month, count }) => ({
    to: withQuery(paths.registerFigures(register), { month, done: 'fixed', count }),
  }),
});
