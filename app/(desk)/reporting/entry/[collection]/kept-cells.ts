import { draftedForms, draftOf, forgetDraft, keepDraft } from '@/app/ui/forms/drafts';
import { type Cells, differs, type KeptCell } from './cells';
import type { FormOf } from './send-cells';

/** The entries that one visit to a return left in the browser, by figure, and their place there. */
export type Left = { readonly place: string; readonly cells: Readonly<Record<string, KeptCell>> };

const placeOf = ({ collectionId, unitCode }: FormOf, visit: string) => `entry ${collectionId} ${unitCode} ${visit}`;

/**
 * Keeps the entries that the server has not acknowledged. Each visit has a place of its own, so that two tabs of a form
 * do not remove what the other one keeps.
 */
export function keepCells(form: FormOf, visit: string, cells: Cells): void {
  const open = [...cells].filter(([, { entry, saved }]) => differs(entry, saved));
  const place = placeOf(form, visit);
  const content = Object.fromEntries(open.map(([key, { entry, version }]) => [key, { entry, version }]));
  if (open.length === 0) forgetDraft(form.owner, place);
  else keepDraft(form.owner, place, { content, version: '' });
}

/** What other visits to the return left. */
export function leftCells(form: FormOf, visit: string): Left[] {
  const places = draftedForms(form.owner).filter((place) => place.startsWith(placeOf(form, '')));
  return places
    .filter((place) => place !== placeOf(form, visit))
    .map((place) => ({ place, cells: draftOf<Left['cells']>(form.owner, place)?.content ?? {} }));
}

export function forgetLeft(form: FormOf, { place }: Left): void {
  forgetDraft(form.owner, place);
}

/** The entries of an earlier visit that are neither stored nor typed again. */
export function offeredCells(left: Left, cells: Cells): [string, KeptCell][] {
  return Object.entries(left.cells).filter(([key, { entry }]) => {
    const cell = cells.get(key);
    return cell && differs(entry, cell.entry) && differs(entry, cell.saved);
  });
}
