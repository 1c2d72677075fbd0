import { type Draft, draftsLeft, forgetDraft, keepDraft, placeOf } from '@/app/ui/forms/drafts';
import { differs } from '@/app/ui/grid/cells';
import type { Cells, DraftedCell } from './cells';
import type { FormOf } from './send-cells';

type Drafted = Readonly<Record<string, DraftedCell>>;

/** The entries that one visit to a return left in the browser, by figure, and their place there. */
export type EntryDraft = { readonly place: string; readonly draft: Draft<Drafted> };

/** A return as a form of which drafts are kept. */
const formName = ({ collectionId, unitCode }: FormOf) => `entry ${collectionId} ${unitCode}`;

/** Keeps the entries that the server has not acknowledged, as the draft of this visit to the return. */
export function keepEntryDraft(form: FormOf, visit: string, cells: Cells): void {
  const open = [...cells].filter(([, { entry, saved }]) => differs(entry, saved));
  const place = placeOf(formName(form), visit);
  const content: Drafted = Object.fromEntries(open.map(([key, { entry, version }]) => [key, { entry, version }]));
  if (open.length === 0) forgetDraft(form.owner, place);
  else keepDraft(form.owner, place, { content, version: '' });
}

/** What other visits to the return left. */
export function entryDraftsLeft(form: FormOf, visit: string): EntryDraft[] {
  return draftsLeft<Drafted>(form.owner, formName(form), visit);
}

export function forgetEntryDraft(form: FormOf, { place }: EntryDraft): void {
  forgetDraft(form.owner, place);
}

/** The entries of an earlier visit that are neither stored nor typed again. */
export function offeredCells({ draft }: EntryDraft, cells: Cells): [string, DraftedCell][] {
  return Object.entries(draft.content).filter(([key, { entry }]) => {
    const cell = cells.get(key);
    return cell && differs(entry, cell.entry) && differs(entry, cell.saved);
  });
}
