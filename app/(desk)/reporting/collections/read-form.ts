import { text, wholeNumber } from '@/app/server/action';
import { itemsFor } from '@/lib/reporting/collections/terms';
import { reviewLevels } from '@/lib/reporting/words';

/** The names of the checked boxes with a prefix, without it, in the order of the page. */
export function tickedNames(form: FormData, prefix: string): string[] {
  return [...form.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/** The chosen indicators, each with its bases. */
export function pickedItems(form: FormData) {
  const pick = (basis: 'current' | 'yearToDate') => (indicatorCode: string) => ({
    indicatorCode,
    basis,
    isRequired: form.has(`required-${indicatorCode}`),
  });
  return [
    ...tickedNames(form, 'current-').map(pick('current')),
    ...tickedNames(form, 'soFar-').map(pick('yearToDate')),
  ];
}

/** The items chosen for a period. */
export function itemsIn(form: FormData, periodCode: string) {
  return itemsFor(periodCode, pickedItems(form));
}

/** The chosen group, or the chosen units where there is none. */
export function unitsIn(form: FormData): { peerGroupCode: string; unitCodes: string[] } {
  const peerGroupCode = text(form, 'peerGroupCode');
  return { peerGroupCode, unitCodes: peerGroupCode === '' ? tickedNames(form, 'unit-') : [] };
}

/** Reviewers, vintage and instructions: the terms that a collection and a calendar share. */
export function sharedTerms(form: FormData) {
  const chain = tickedNames(form, 'chain-');
  return {
    title: text(form, 'title'),
    dueTime: text(form, 'dueTime'),
    graceDays: wholeNumber(form, 'graceDays'),
    reviewChain: reviewLevels.filter((level) => chain.includes(level)),
    vintage: text(form, 'vintage'),
    instructions: text(form, 'instructions'),
    formNumber: text(form, 'formNumber'),
    issuedBy: text(form, 'issuedBy'),
  };
}
