'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { createIndicator } from '@/lib/catalogue/indicators/editing/create-indicator';
import { defineIndicator } from '@/lib/catalogue/indicators/editing/define-indicator';
import { deleteIndicator } from '@/lib/catalogue/indicators/editing/delete-indicator';
import { editIndicator } from '@/lib/catalogue/indicators/editing/edit-indicator';
import { retireIndicator } from '@/lib/catalogue/indicators/editing/retire-indicator';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';
import { paths, withQuery } from '@/lib/paths';
import { definitionIn, fieldsIn, outcomePage, versionIn } from './read-form';

export const create = action(createIndicator, {
  read: (form) => ({ newCode: text(form, 'newCode'), ...fieldsIn(form), ...definitionIn(form) }),
  next: (code) => ({ to: withQuery(paths.indicatorForm(code), { done: 'created' }) }),
});

export const edit = action(editIndicator, {
  read: (form) => ({ ...versionIn(form), newCode: text(form, 'newCode'), ...fieldsIn(form) }),
  next: (code) => ({ to: withQuery(paths.indicatorForm(code), { done: 'edited' }) }),
});

export const define = action(defineIndicator, {
  read: (form) => {
    const change = text(form, 'isBreak');
    const isBreak = change === 'scope' ? true : change === 'words' ? false : null;
    return { ...versionIn(form), ...definitionIn(form), isBreak, reason: text(form, 'reason') };
  },
  next: ({ state }, form) => outcomePage(form, state, 'defined'),
});

export const derive = action(deriveIndicator, {
  read: (form) => ({
    code: text(form, 'code'),
    version: wholeNumber(form, 'version'),
    expression: text(form, 'expression'),
    unitCode: text(form, 'unitCode').trim(),
    reason: text(form, 'reason'),
  }),
  next: ({ state }, form) => outcomePage(form, state, 'derived'),
});

export const retire = action(retireIndicator, {
  read: (form) => ({
    ...versionIn(form),
    retiredOn: text(form, 'retiredOn'),
    replacedBy: text(form, 'replacedBy'),
    reason: text(form, 'reason'),
  }),
  next: ({ state }, form) => outcomePage(form, state, 'retired'),
});

export const resume = action(retireIndicator, {
  read: (form) => ({ ...versionIn(form), retiredOn: null, replacedBy: '', reason: text(form, 'reason') }),
  next: ({ state }, form) => outcomePage(form, state, 'resumed'),
});

export const remove = action(deleteIndicator, {
  read: versionIn,
  next: () => ({ to: withQuery(paths.indicators, { deleted: '1' }) }),
});
