'use server';

import { action, text } from '@/app/server/action';
import { indicatorPath, lookedAt, lookedAtIn, returnPath } from '@/app/ui/reporting/review-address';
import { figureKey, keyOf } from '@/lib/reporting/figure-key';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { askReopening } from '@/lib/reporting/review/ask-reopening';
import { approveAcrossUnits, returnAcrossUnits } from '@/lib/reporting/review/decide-across-units';
import { returnFigures } from '@/lib/reporting/review/return-figures';
import { undoDecision } from '@/lib/reporting/review/undo-decision';
import { verifyFigure } from '@/lib/reporting/review/verify-figure';
import type { Outcome } from '@/lib/reporting/review/words';

const place = (form: FormData) => ({ collectionId: text(form, 'collection'), unitCode: text(form, 'unit') });
const figures = (form: FormData) =>
  form.getAll('figures').map((word) => (typeof word === 'string' ? lookedAt(word) : null));
/** The typed reason, or the chosen phrase where scripts have not inserted it. */
const reason = (form: FormData) => text(form, 'reason').trim() || text(form, 'phrase');

/** The address of the return at the next figure, with the last action. */
function addressAfter(form: FormData, done: Outcome, count = 1) {
  const [figure, ...more] = figures(form);
  // A request to reopen stays at its approved figure; all other decisions lead to one that waits.
  const isWaiting = done !== 'asked';
  const across = figureKey(text(form, 'across'));
  if (across) {
    const { collectionId, unitCode } = place(form);
    const next = { unit: text(form, 'next'), isWaiting, done, count, about: unitCode };
    return { to: indicatorPath(collectionId, across, next) };
  }
  const about = figure && more.length === 0 ? keyOf(figure) : '';
  const to = returnPath(
    { ...place(form), department: text(form, 'department') },
    { figure: text(form, 'next'), isWaiting, done, count, about },
  );
  return { to };
}

export const approve = action(approveFigures, {
  read: (form) => ({ ...place(form), figures: figures(form), reason: text(form, 'reason') }),
  next: (count, form) => addressAfter(form, 'approved', count),
});

export const giveBack = action(returnFigures, {
  read: (form) => ({ ...place(form), figures: figures(form), reason: reason(form) }),
  next: (count, form) => addressAfter(form, 'returned', count),
});

export const verify = action(verifyFigure, {
  read: (form) => ({
    ...place(form),
    figure: figures(form)[0],
    typed: text(form, 'typed').trim(),
    typedYoy: text(form, 'typedYoy').trim(),
    reason: text(form, 'reason'),
  }),
  next: (_key, form) => addressAfter(form, 'verified'),
});

export const ask = action(askReopening, {
  read: (form) => ({
    ...place(form),
    figures: figures(form).map(
      (figure) => figure && { indicatorCode: figure.indicatorCode, periodCode: figure.periodCode },
    ),
    reason: text(form, 'reason'),
  }),
  next: (_number, form) => addressAfter(form, 'asked'),
});

const acrossUnits = (form: FormData) => ({
  collectionId: text(form, 'collection'),
  figures: form.getAll('figures').map((word) => (typeof word === 'string' ? lookedAtIn(word) : null)),
});

export const approveAcross = action(approveAcrossUnits, {
  read: acrossUnits,
  next: (count, form) => addressAfter(form, 'approved', count),
});

export const giveBackAcross = action(returnAcrossUnits, {
  read: (form) => ({ ...acrossUnits(form), reason: reason(form) }),
  next: (count, form) => addressAfter(form, 'returned', count),
});

export const undo = action(undoDecision, {
  read: (form) => ({ decidedAt: text(form, 'decidedAt') }),
  next: (count, form) => addressAfter(form, 'undone', count),
});
