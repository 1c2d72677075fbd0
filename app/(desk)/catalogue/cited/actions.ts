'use server';

import { tickedNames } from '@/app/(desk)/reporting/collections/read-form';
import { action, text, wholeNumber } from '@/app/server/action';
import { confirmCited } from '@/lib/observations/cited/confirm-cited';
import { refuseCited } from '@/lib/observations/cited/refuse-cited';
import { takeBackCited } from '@/lib/observations/cited/take-back-cited';
import { withdrawCited } from '@/lib/observations/cited/withdraw-cited';
import { paths, withQuery } from '@/lib/paths';

/** The ticked figures, each with the version that the page showed, or the whole file. */
const chosen = (form: FormData) => ({
  figures: [...tickedNames(form, 'figure-'), ...[text(form, 'figure')].filter(Boolean)].map((ticked) => {
    const [id = '', version = ''] = ticked.split('@');
    return { id, version: Number(version) };
  }),
  batchId: text(form, 'batchId'),
  count: wholeNumber(form, 'count'),
});
const queue = (done: string, count?: number) => ({ to: withQuery(paths.citedFigures, { done, count }) });

export const confirm = action(confirmCited, { read: chosen, next: (count) => queue('confirm', count) });

export const refuse = action(refuseCited, {
  read: (form) => ({ ...chosen(form), reason: text(form, 'reason') }),
  next: (count) => queue('refuse', count),
});

export const takeBack = action(takeBackCited, { read: chosen, next: (count) => queue('takeBack', count) });

export const withdraw = action(withdrawCited, {
  read: (form) => ({
    indicatorCode: text(form, 'indicatorCode'),
    orgUnitCode: text(form, 'orgUnitCode'),
    periodCode: text(form, 'periodCode'),
    version: wholeNumber(form, 'version'),
    restores: wholeNumber(form, 'restores'),
    reason: text(form, 'reason'),
  }),
  next: () => queue('withdraw'),
});
