'use server';

import { action, text, wholeNumber } from '@/app/server/action';
import { sentFile } from '@/app/server/sent-file';
import { answerTargets } from '@/lib/monitoring/targets/answer-target';
import { changeTarget } from '@/lib/monitoring/targets/change-target';
import { confirmChange } from '@/lib/monitoring/targets/confirm-change';
import { importTargets } from '@/lib/monitoring/targets/import-targets';
import { issueTargets } from '@/lib/monitoring/targets/issue-targets';
import { saveTargets } from '@/lib/monitoring/targets/save-targets';
import { withdrawTarget } from '@/lib/monitoring/targets/withdraw-target';
import { paths, withQuery } from '@/lib/paths';
import { readFigureSheet } from '@/lib/reporting/upload/read-upload';
import { shownComparison } from './import/shown-comparison';
import { answersIn, draftsIn, jsonIn, keyIn, planForAll, planIn } from './read-form';

const targetPath = ({ unit, indicator, year }: { unit: string; indicator: string; year: number }, done: string) =>
  withQuery(paths.target(indicator, unit, year), { done });

export const issue = action(issueTargets, {
  read: (form) => ({
    year: wholeNumber(form, 'year'),
    note: text(form, 'note'),
    plan: planForAll(form),
    drafts: draftsIn(form),
  }),
  next: ({ issued, unplanned }, form) => ({
    to: withQuery(paths.targets, {
      ...{ year: text(form, 'year'), group: text(form, 'group'), unit: text(form, 'units') },
      ...{ indicator: text(form, 'indicators'), issued: `${issued}`, unplanned: `${unplanned}` },
    }),
  }),
});

export const saveOne = action(saveTargets, {
  read: (form) => {
    const { year, version, ...place } = keyIn(form);
    const cell = { ...place, version, base: text(form, 'base'), stretch: text(form, 'stretch'), plan: planIn(form) };
    return { year, cells: [cell] };
  },
  next: ({ conflicts }, form) => {
    if (conflicts.length > 0) return { refused: 'targets.refused.draftMovedHere' };
    return { to: targetPath({ ...keyIn(form), year: Number(text(form, 'year')) }, 'saved') };
  },
});

export const change = action(changeTarget, {
  read: (form) => ({
    ...keyIn(form),
    ...{ base: text(form, 'base'), stretch: text(form, 'stretch'), plan: planIn(form) },
    ...{ note: text(form, 'note'), reason: text(form, 'reason') },
  }),
  next: (key) => ({ to: targetPath(key, 'proposed') }),
});

export const withdraw = action(withdrawTarget, {
  read: (form) => ({ ...keyIn(form), reason: text(form, 'reason') }),
  next: (key) => ({ to: targetPath(key, 'proposed') }),
});

export const decide = action(confirmChange, {
  read: (form) => ({ ...keyIn(form), decision: text(form, 'decision') }),
  next: ({ isGone, ...key }, form) => ({
    to: targetPath(key, text(form, 'decision') === 'drop' ? 'dropped' : isGone ? 'withdrawn' : 'changed'),
  }),
});

export const answer = action(answerTargets, {
  read: answersIn,
  next: ({ answered }, form) => ({
    to: withQuery(paths.ownTargets, { year: text(form, 'year'), answered: `${answered}` }),
  }),
});

export const compare = action(importTargets, {
  takesFile: true,
  read: async (form) => {
    const file = sentFile(form, 'imports.refused.noFile');
    const sheet = await readFigureSheet(new Uint8Array(await file.arrayBuffer()), file.name);
    return { step: 'compare', year: wholeNumber(form, 'year'), sheet };
  },
  next: (result, _form, locale) => ({ shown: shownComparison(result, locale) }),
});

export const write = action(importTargets, {
  read: (form) => ({ step: 'write', year: wholeNumber(form, 'year'), drafts: jsonIn(form, 'drafts') }),
  next: (result, form) => ({
    to: withQuery(paths.targets, {
      ...{ year: text(form, 'year'), group: text(form, 'group'), unit: text(form, 'units') },
      ...{ indicator: text(form, 'indicators'), imported: result.kind === 'written' ? `${result.drafts}` : '' },
    }),
  }),
});
