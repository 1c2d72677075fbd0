import { text, wholeNumber } from '@/app/server/action';
import { itemsFor } from '@/lib/reporting/collections/terms';
import { reviewLevels } from '@/lib/reporting/words';

/** What follows a prefix in the names of the boxes that were ticked, in the order of the page. */
export function ticked(form: FormData, prefix: string): string[] {
  return [...form.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
}

/** The indicators ticked, each with what is asked of it. */
export function pickedItems(form: FormData) {
  const pick = (basis: 'current' | 'yearToDate') => (indicatorCode: string) => ({
    indicatorCode,
    basis,
    isRequired: form.has(`required-${indicatorCode}`),
  });
  return [...ticked(form, 'current-').map(pick('current')), ...ticked(form, 'soFar-').map(pick('yearToDate'))];
}

/** The figures ticked for a period. */
export function itemsIn(form: FormData, periodCode: string) {
  return itemsFor(periodCode, pickedItems(form));
}

/** The group chosen, or the units ticked where there is none. */
export function unitsIn(form: FormData): { peerGroupCode: string; unitCodes: string[] } {
  const peerGroupCode = text(form, 'peerGroupCode');
  return { peerGroupCode, unitCodes: peerGroupCode === '' ? ticked(form, 'unit-') : [] };
}

/** Who reviews what, and what for: the terms that a collection and a calendar have in common. */
export function sharedTerms(form: FormData) {
  const chain = ticked(form, 'chain-');
  return {
    title: text(form, 'title'),
    dueTime: text(form, 'dueTime'),
    graceDays: wholeNumber(form, 'graceDays'),
    reviewChain: reviewLevels.filter((level) => chain.includes(level)),
    vintage: text(form, 'vintage'),
    instructions: text(form, 'instructions'),
  };
}
