import { type Draft, draftOf, draftsLeft, forgetDraft, keepDraft, placeOf, takeDraft } from '@/app/ui/forms/drafts';
import { differs, type GridCell, type KeptEntry, type Texts, type Theirs } from './cells';

/** A grid of which drafts are kept: its name among the forms, and the owner of its page. */
export type DraftedGrid = { readonly owner: string; readonly name: string };

type Cells<Entry extends Texts> = ReadonlyMap<string, GridCell<Entry, Theirs<Entry>>>;
type Drafted<Entry> = Readonly<Record<string, KeptEntry<Entry>>>;

/** The entries that one visit to a grid left in the browser, by cell, and their place there. */
export type GridDraft<Entry> = { readonly place: string; readonly draft: Draft<Drafted<Entry>> };

const isEmpty = (content: object) => Object.keys(content).length === 0;

/** Keeps the entries that the server has not acknowledged, those in a conflict too, as the draft of this visit. */
export function keepGridDraft<Entry extends Texts>(grid: DraftedGrid, visit: string, cells: Cells<Entry>): void {
  const open = [...cells].filter(([, { entry, saved }]) => differs(entry, saved));
  const content = Object.fromEntries(open.map(([key, { entry, version }]) => [key, { entry, version }]));
  const place = placeOf(grid.name, visit);
  if (isEmpty(content)) forgetDraft(grid.owner, place);
  else keepDraft(grid.owner, place, { content, version: '' });
}

/** What other visits to the grid left. */
export function gridDraftsLeft<Entry extends Texts>({ owner, name }: DraftedGrid, visit: string): GridDraft<Entry>[] {
  return draftsLeft<Drafted<Entry>>(owner, name, visit);
}

/**
 * Takes cells over from what a visit left. Those that this page does not show stay for the page that does, and those
 * that a tab still open has typed since, which nobody has seen here.
 */
export function takeFromDraft<Entry extends Texts>(
  { owner }: DraftedGrid,
  { place, draft }: GridDraft<Entry>,
  keys: ReadonlySet<string>,
): void {
  const present = draftOf<Drafted<Entry>>(owner, place);
  if (!present) return;
  const isSeen = ([key, { entry }]: [string, KeptEntry<Entry>]) => {
    const seen = draft.content[key];
    return keys.has(key) && seen !== undefined && !differs(entry, seen.entry);
  };
  const others = Object.fromEntries(Object.entries(present.content).filter((each) => !isSeen(each)));
  takeDraft(owner, place);
  if (!isEmpty(others)) keepDraft(owner, place, { content: others, version: '' });
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
