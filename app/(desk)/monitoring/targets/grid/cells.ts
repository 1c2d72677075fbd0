import { differs, dirtyCells, type GridCell, type GridStep, refreshed, stepCells } from '@/app/ui/grid/cells';
import { type HistoryStep, type Sheet, stepSheetBy } from '@/app/ui/grid/history';
import type { TargetGrid, YearlyCourse } from '@/lib/monitoring/targets/grid/words';
import { targetKey } from '@/lib/monitoring/targets/keys/target-key';
import { readTarget } from '@/lib/monitoring/targets/read-target';
import type { TargetConflict, TargetEntry, TargetField, TargetState } from '@/lib/monitoring/targets/words';
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

/** The entry of a cell as far as it is numbers: a field whose text is none stays as it is stored. */
function readablePart({ entry, saved, indicator }: TargetCell): TargetEntry {
  const part = (field: TargetField) => ('fault' in readTarget(entry[field], indicator) ? saved[field] : entry[field]);
  return { base: part('base'), stretch: part('stretch') };
}

/** The cells to be sent, with what is sent: changed, open, and numbers. What is no number stays in the browser. */
export function sendable(cells: TargetCells): { key: string; cell: TargetCell; entry: TargetEntry }[] {
  return dirtyCells(cells).flatMap(([key, cell]) => {
    const entry = readablePart(cell);
    return isOpen(cell) && differs(entry, cell.saved) ? [{ key, cell, entry }] : [];
  });
}
