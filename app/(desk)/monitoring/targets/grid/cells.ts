import { dirtyCells, type GridCell, type GridStep, refreshed, stepCells } from '@/app/ui/grid/cells';
import { type HistoryStep, type Sheet, stepSheetBy } from '@/app/ui/grid/history';
import type { TargetGrid, YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { readEntry } from '@/lib/monitoring/targets/read-target';
import type { TargetConflict, TargetEntry, TargetState } from '@/lib/monitoring/targets/words';
import type { CheckedIndicator } from '@/lib/reporting/words';

/** A target in the browser, with its state and the figures of the years before, the last one first. */
export type TargetCell = GridCell<TargetEntry, TargetConflict> & {
  readonly state: TargetState;
  readonly course: YearlyCourse;
  readonly indicator: CheckedIndicator;
};
export type TargetCells = ReadonlyMap<string, TargetCell>;

export type TargetStep =
  | GridStep<TargetEntry, TargetConflict>
  | { readonly kind: 'refreshed'; readonly grid: TargetGrid };
export type TargetSheet = Sheet<TargetCells>;
export type TargetSheetStep = TargetStep | HistoryStep;

/** The cells of a grid, by their keys. */
export function cellsOf({ rows, indicators }: TargetGrid): TargetCells {
  const cells = new Map<string, TargetCell>();
  for (const { unit, cells: row } of rows) {
    row.forEach(({ b, s, v, k, c, o }, at) => {
      const indicator = indicators[at];
      if (!indicator) return;
      const entry = { base: b, stretch: s };
      const more = { state: k, course: { values: c, others: o }, indicator };
      const key = targetKey({ unit: unit.code, indicator: indicator.code });
      cells.set(key, { entry, saved: entry, version: v, conflict: null, ...more });
    });
  }
  return cells;
}

/** Whether a target may be typed: one that is issued changes on its own page, with a reason and a second person. */
export const isOpen = ({ state }: Pick<TargetCell, 'state'>) => state === 'empty' || state === 'draft';

function step(cells: TargetCells, one: TargetStep): TargetCells {
  if (one.kind !== 'refreshed') return stepCells(cells, one, targetKey);
  const fresh = cellsOf(one.grid);
  return new Map(
    [...fresh].map(([key, cell]) => {
      const held = cells.get(key);
      if (!held || !isOpen(cell)) return [key, cell];
      const { entry, version, state, course } = cell;
      return [key, refreshed(held, { entry, version, state, course })];
    }),
  );
}

const rules = { step, conflicting: (one: TargetStep) => (one.kind === 'saved' ? one.conflicts.map(targetKey) : []) };

/** The sheet of targets after a step. */
export function stepSheet(sheet: TargetSheet, one: TargetSheetStep): TargetSheet {
  return stepSheetBy(rules, sheet, one);
}

/** Whether the texts of a cell are numbers, so that they can be stored. */
export const isReadable = (cell: TargetCell) => readEntry(cell.entry, cell.indicator) !== null;

/** The cells to be sent: changed, open and readable. What is no number stays in the browser. */
export function sendable(cells: TargetCells): [string, TargetCell][] {
  return dirtyCells(cells).filter(([, cell]) => isOpen(cell) && isReadable(cell));
}
