import { type Draft, draftsLeft, forgetDraft, keepDraft, placeOf } from '@/app/ui/forms/drafts';
import { differs, type GridCell, type KeptEntry, type Texts, type Theirs } from './cells';

/** A grid of which drafts are kept: its name among the forms, and the owner of its page. */
export type DraftedGrid = { readonly owner: string; readonly name: string };

type Cells<Entry extends Texts> = ReadonlyMap<string, GridCell<Entry, Theirs<Entry>>>;
type Drafted<Entry> = Readonly<Record<string, KeptEntry<Entry>>>;

/** The entries that one visit to a grid left in the browser, by cell, and their place there. */
export type GridDraft<Entry> = { readonly place: string; readonly draft: Draft<Drafted<Entry>> };

function keep<Entry>({ owner }: DraftedGrid, place: string, content: Drafted<Entry>): void {
  if (Object.keys(content).length === 0) forgetDraft(owner, place);
  else keepDraft(owner, place, { content, version: '' });
}

/** Keeps the entries that the server has not acknowledged, those in a conflict too, as the draft of this visit. */
export function keepGridDraft<Entry extends Texts>(grid: DraftedGrid, visit: string, cells: Cells<Entry>): void {
  const open = [...cells].filter(([, { entry, saved }]) => differs(entry, saved));
  const content = Object.fromEntries(open.map(([key, { entry, version }]) => [key, { entry, version }]));
  keep(grid, placeOf(grid.name, visit), content);
}

/** What other visits to the grid left. */
export function gridDraftsLeft<Entry extends Texts>({ owner, name }: DraftedGrid, visit: string): GridDraft<Entry>[] {
  return draftsLeft<Drafted<Entry>>(owner, name, visit);
}

/** Removes cells from what a visit left; those that this page does not show stay for the page that does. */
export function forgetInDraft<Entry extends Texts>(
  grid: DraftedGrid,
  { place, draft }: GridDraft<Entry>,
  keys: ReadonlySet<string>,
): void {
  keep(grid, place, Object.fromEntries(Object.entries(draft.content).filter(([key]) => !keys.has(key))));
}

/** The entries of an earlier visit that are neither stored nor typed again. */
export function offeredCells<Entry extends Texts>(
  { draft }: GridDraft<Entry>,
  cells: Cells<Entry>,
): [string, KeptEntry<Entry>][] {
  return Object.entries(draft.content).filter(([key, { entry }]) => {
    const cell = cells.get(key);
    return cell && differs(entry, cell.entry) && differs(entry, cell.saved);
  });
}

/** Whether all that an earlier visit left is stored or typed again on this page. */
export function isTakenUp<Entry extends Texts>(left: GridDraft<Entry>, cells: Cells<Entry>): boolean {
  return Object.keys(left.draft.content).every((key) => cells.has(key)) && offeredCells(left, cells).length === 0;
}
