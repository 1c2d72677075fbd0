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
  | { readonly kind: 'resolve'; readonly key: string; readonly keep: 'mine' | 'theirs' }
  | {
      readonly kind: 'attached';
      readonly key: string;
      readonly evidence: NonNullable<Cell['evidence']>;
      readonly version: number;
    };

export function cellsOf(figures: readonly FormFigure[]): Cells {
  return new Map(
    figures.map(({ entry, version, evidence, ...figure }) => [
      keyOf(figure),
      { entry, saved: entry, version, evidence, conflict: null },
    ]),
  );
}

const differs = (one: FigureEntry, other: FigureEntry) => entryFields.some((field) => one[field] !== other[field]);

export function isDirty({ entry, saved, conflict }: Cell): boolean {
  return conflict === null && differs(entry, saved);
}

/** The cells that are not stored yet, without those in an undecided conflict. */
export function dirtyCells(cells: Cells): [string, Cell][] {
  return [...cells].filter(([, cell]) => isDirty(cell));
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
          // The answer to an earlier save was lost: the stored text is our own.
          differs(conflict.entry, cell.entry)
            ? { ...cell, conflict }
            : { ...cell, version: conflict.version, saved: conflict.entry },
        );
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
