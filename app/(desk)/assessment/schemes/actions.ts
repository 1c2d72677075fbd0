'use server';

import { schemeFile } from '@/app/(desk)/assessment/schemes/read-file';
import { action, text, wholeNumber } from '@/app/server/action';
import { createScheme } from '@/lib/assessment/schemes/create-scheme';
import { discardScheme } from '@/lib/assessment/schemes/discard-scheme';
import { editScheme } from '@/lib/assessment/schemes/edit-scheme';
import { importScheme } from '@/lib/assessment/schemes/import-scheme';
import { publishScheme } from '@/lib/assessment/schemes/publish-scheme';
import { reviseScheme } from '@/lib/assessment/schemes/revise-scheme';
import { SchemeCode } from '@/lib/assessment/schemes/scheme-input';
import { Refusal } from '@/lib/errors';
import { writtenSecond } from '@/lib/i18n/moments';
import { paths, withQuery } from '@/lib/paths';

const draft = (form: FormData) => ({ code: text(form, 'code'), version: wholeNumber(form, 'version') });

function codeIn(form: FormData): string {
  const code = text(form, 'schemeCode').trim();
  if (!SchemeCode.safeParse(code).success)
    throw new Refusal('invalid', 'schemes.refused.badCode', { field: 'schemeCode' });
  return code;
}

/** A version of another scheme, as the menu writes it: `code/number`. */
function copyOf(form: FormData) {
  const [code = '', number = ''] = text(form, 'copyOf').split('/');
  return code === '' ? null : { code, number: /^\d{1,6}$/.test(number) ? Number(number) : 0 };
}

/** The document of the form, as JSON. Refuses invalid JSON with the place of the error. */
function documentIn(form: FormData): unknown {
  try {
    return JSON.parse(text(form, 'document'));
  } catch {
    throw new Refusal('invalid', 'schemes.faults.object', { field: 'document', path: 'document' });
  }
}

export const create = action(createScheme, {
  read: (form) => ({
    code: text(form, 'schemeCode').trim() === '' ? null : codeIn(form),
    nameZh: text(form, 'nameZh'),
    nameEn: text(form, 'nameEn'),
    kind: text(form, 'kind'),
    peerGroup: text(form, 'peerGroupCode'),
    copyOf: copyOf(form),
  }),
  next: (code) => ({ to: paths.schemeDesigner(code) }),
});

export const importFile = action(importScheme, {
  read: async (form) => ({ code: codeIn(form), document: await schemeFile(form), note: text(form, 'note') }),
  takesFile: true,
  next: ({ code, number }) => ({ to: withQuery(paths.scheme(code), { version: number, done: 'imported' }) }),
});

export const save = action(editScheme, {
  read: (form) => ({ ...draft(form), document: documentIn(form), note: text(form, 'note') }),
  next: (version) => ({ shown: { version, at: writtenSecond(new Date()).slice(11) } }),
});

export const revise = action(reviseScheme, {
  read: (form) => ({ code: text(form, 'code'), note: text(form, 'note') }),
  next: ({ code, number }) => ({ to: withQuery(paths.scheme(code), { version: number, done: 'revised' }) }),
});

export const discard = action(discardScheme, {
  read: draft,
  next: ({ code, isThere }) => ({
    to: withQuery(isThere ? paths.scheme(code) : paths.schemes, { done: 'discarded' }),
  }),
});

export const publish = action(publishScheme, {
  read: draft,
  next: (code) => ({ to: withQuery(paths.scheme(code), { done: 'published' }) }),
});
