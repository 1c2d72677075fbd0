import type { FormFigure } from '@/lib/reporting/entry/form/words';
import type { SaveConflict } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import { type EntryField, entryFields, type FigureEntry } from '@/lib/reporting/words';

/** One figure in the browser: its fields, the stored entry, and another person's changes. */
export type Cell = {
  readonly entry: FigureEntry;
  readonly saved: FigureEntry;
  readonly version: number;
  readonly evidence: FormFigure['evidence'];
  readonly conflict: SaveConflict | null;
  /** The entry that this page sent last: should its answer be lost, the stored text is still known as our own. */
  readonly sent?: FigureEntry;
};
export type Cells = ReadonlyMap<string, Cell>;

export type Step =
  | { readonly kind: 'write'; readonly key: string; readonly field: EntryField; readonly text: string }
  | { readonly kind: 'fill'; readonly entries: ReadonlyMap<string, Partial<FigureEntry>> }
  | { readonly kind: 'revert'; readonly key: string; readonly field: EntryField }
  | {
      readonly kind: 'saved';
      readonly sent: ReadonlyMap<string, FigureEntry>;
      readonly versions: ReadonlyMap<string, number>;
      readonly conflicts: readonly SaveConflict[];
    }
  | { readonly kind: 'sending'; readonly sent: ReadonlyMap<string, FigureEntry> }
  | { readonly kind: 'refreshed'; readonly figures: readonly FormFigure[] }
  | { readonly kind: 'restore'; readonly kept: ReadonlyMap<string, DraftedCell> }
  | { readonly kind: 'resolve'; readonly key: string; readonly keep: 'mine' | 'theirs' }
  | {
      readonly kind: 'attached';
      readonly key: string;
      readonly evidence: NonNullable<Cell['evidence']>;
      readonly version: number;
    };

/** An entry that was not stored, with the version of the figure that it was typed over. */
export type DraftedCell = { readonly entry: FigureEntry; readonly version: number };

export function cellsOf(figures: readonly FormFigure[]): Cells {
  return new Map(
    figures.map(({ entry, version, evidence, ...figure }) => [
      keyOf(figure),
      { entry, saved: entry, version, evidence, conflict: null },
    ]),
  );
}

export const differs = (one: FigureEntry, other: FigureEntry) =>
  entryFields.some((field) => one[field] !== other[field]);

export function isDirty({ entry, saved, conflict }: Cell): boolean {
  return conflict === null && differs(entry, saved);
}

/** The cells that are not stored yet, without those in an undecided conflict. */
export function dirtyCells(cells: Cells): [string, Cell][] {
  return [...cells].filter(([, cell]) => isDirty(cell));
}

/** Whether a stored text is our own, of which the answer was lost. */
function isOwn(cell: Cell, stored: FigureEntry): boolean {
  return !differs(stored, cell.entry) || (cell.sent !== undefined && !differs(stored, cell.sent));
}

/** A cell with what the server has now. What is not stored yet stays, and meets a change of another person on saving. */
function refreshed(cell: Cell, { entry, version, evidence }: FormFigure): Cell {
  if (version < cell.version || cell.conflict) return cell;
  if (!isDirty(cell)) return { ...cell, entry, saved: entry, version, evidence };
  return version === cell.version || isOwn(cell, entry) ? { ...cell, saved: entry, version, evidence } : cell;
}

export function step(cells: Cells, one: Step): Cells {
  const next = new Map(cells);
  const change = (key: string, to: (cell: Cell) => Cell) => {
    const cell = next.get(key);
    if (cell) next.set(key, to(cell));
  };
  switch (one.kind) {
    case 'write':
      change(one.key, (cell) => ({ ...cell, entry: { ...cell.entry, [one.field]: one.text } }));
      break;
    case 'fill':
      for (const [key, entry] of one.entries) {
        change(key, (cell) => ({ ...cell, entry: { ...cell.entry, ...entry } }));
      }
      break;
    case 'revert':
      change(one.key, (cell) => ({ ...cell, entry: { ...cell.entry, [one.field]: cell.saved[one.field] } }));
      break;
    case 'saved':
      for (const [key, version] of one.versions) {
        change(key, (cell) => ({ ...cell, version, saved: one.sent.get(key) ?? cell.saved }));
      }
      for (const conflict of one.conflicts) {
        change(keyOf(conflict), (cell) =>
          isOwn(cell, conflict.entry)
            ? { ...cell, version: conflict.version, saved: conflict.entry }
            : { ...cell, conflict },
        );
      }
      break;
    case 'sending':
      for (const [key, sent] of one.sent) change(key, (cell) => ({ ...cell, sent }));
      break;
    case 'refreshed':
      for (const figure of one.figures) change(keyOf(figure), (cell) => refreshed(cell, figure));
      break;
    case 'restore':
      for (const [key, { entry, version }] of one.kept) {
        // With the earlier version, so that the server reports what another person has changed since.
        change(key, (cell) => ({ ...cell, entry, version: Math.min(version, cell.version), conflict: null }));
      }
      break;
    case 'resolve':
      change(one.key, (cell) => {
        if (!cell.conflict) return cell;
        const { entry: theirs, version } = cell.conflict;
        return { ...cell, saved: theirs, version, conflict: null, entry: one.keep === 'mine' ? cell.entry : theirs };
      });
      break;
    case 'attached':
      change(one.key, (cell) => ({ ...cell, evidence: one.evidence, version: one.version }));
      break;
  }
  return next;
}
