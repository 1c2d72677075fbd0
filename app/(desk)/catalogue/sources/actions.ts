'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { createSource } from '@/lib/catalogue/sources/create-source';
import { deleteSource } from '@/lib/catalogue/sources/delete-source';
import { editSource } from '@/lib/catalogue/sources/edit-source';
import { restoreSource } from '@/lib/catalogue/sources/restore-source';
import { withdrawSource } from '@/lib/catalogue/sources/withdraw-source';
import { recordCited } from '@/lib/observations/cited/record-cited';
import { paths, withQuery } from '@/lib/paths';

const facts = (form: FormData) => ({
  title: text(form, 'title'),
  publisher: text(form, 'publisher'),
  url: text(form, 'url'),
  publishedOn: text(form, 'publishedOn'),
  retrievedOn: text(form, 'retrievedOn'),
  accessNote: text(form, 'accessNote'),
  licence: text(form, 'licence'),
  reliability: text(form, 'reliability'),
});
const version = (form: FormData) => ({ code: text(form, 'code'), version: wholeNumber(form, 'version') });
const page = (code: string, done: string) => ({ to: withQuery(paths.source(code), { done }) });

export const create = action(createSource, {
  read: (form) => ({ sourceCode: text(form, 'sourceCode'), ...facts(form) }),
  next: (code) => page(code, 'create'),
});

export const edit = action(editSource, {
  read: (form) => ({ ...version(form), ...facts(form) }),
  next: (code) => page(code, 'edit'),
});

export const withdraw = action(withdrawSource, {
  read: (form) => ({ ...version(form), reason: text(form, 'reason') }),
  next: (code) => page(code, 'withdraw'),
});

export const restore = action(restoreSource, {
  read: (form) => ({ ...version(form), reason: text(form, 'reason') }),
  next: (code) => page(code, 'restore'),
});

export const remove = action(deleteSource, {
  read: version,
  next: (code) => ({ to: withQuery(paths.sources, { removed: code }) }),
});

const typed = [
  ...['sourceCode', 'indicator', 'unit', 'period', 'printed', 'vintage', 'reportedYoy', 'rank', 'rankScopeZh'],
  ...['rankScopeEn', 'rankGroupCode', 'locator', 'quote', 'note', 'reason', 'seen', 'seenScope'],
];
/** What the next figure of one document most often has in common with the one before. */
const kept = ['indicator', 'period', 'vintage', 'locator'];

export const record = action(recordCited, {
  read: (form) => Object.fromEntries(typed.map((name) => [name, text(form, name)])),
  next: (_id, form) => ({
    to: withQuery(paths.recordCited(text(form, 'sourceCode')), {
      ...Object.fromEntries(kept.map((name) => [name, text(form, name)])),
      done: 'record',
    }),
  }),
});
