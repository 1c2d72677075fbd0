import { type GridCell, type GridStep, type KeptEntry, refreshed, stepCells } from '@/app/ui/grid/cells';
import type { FormFigure } from '@/lib/reporting/entry/form/words';
import type { SaveConflict } from '@/lib/reporting/entry/words';
import { keyOf } from '@/lib/reporting/figure-key';
import type { FigureEntry } from '@/lib/reporting/words';

/** One figure in the browser: its fields, the stored entry, another person's changes, and its evidence. */
export type Cell = GridCell<FigureEntry, SaveConflict> & { readonly evidence: FormFigure['evidence'] };
export type Cells = ReadonlyMap<string, Cell>;

export type Step =
  | GridStep<FigureEntry, SaveConflict>
  | { readonly kind: 'refreshed'; readonly figures: readonly FormFigure[] }
  | {
      readonly kind: 'attached';
      readonly key: string;
      readonly evidence: NonNullable<Cell['evidence']>;
      readonly version: number;
    };

/** An entry that was not stored, with the version of the figure that it was typed over. */
export type DraftedCell = KeptEntry<FigureEntry>;

export function cellsOf(figures: readonly FormFigure[]): Cells {
  return new Map(
    figures.map(({ entry, version, evidence, ...figure }) => [
      keyOf(figure),
      { entry, saved: entry, version, evidence, conflict: null },
    ]),
  );
}

export function step(cells: Cells, one: Step): Cells {
  if (one.kind !== 'refreshed' && one.kind !== 'attached') return stepCells(cells, one, keyOf);
  const next = new Map(cells);
  const change = (key: string, to: (cell: Cell) => Cell) => {
    const cell = next.get(key);
    if (cell) next.set(key, to(cell));
  };
  if (one.kind === 'attached') {
    change(one.key, (cell) => ({ ...cell, evidence: one.evidence, version: one.version }));
    return next;
  }
  for (const { entry, version, evidence, ...figure } of one.figures) {
    change(keyOf(figure), (cell) => refreshed(cell, { entry, version, evidence }));
  }
  return next;
}
