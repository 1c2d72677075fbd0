import type { TargetField } from '@/lib/monitoring/targets/words';

/** A place in the grid: its row, and its column of which each indicator has two. */
export type Place = { readonly row: number; readonly column: number };

/** The cell with the cursor, and the opposite corner of what is selected. */
export type Selection = { readonly at: Place; readonly from: Place };

export const only = (at: Place): Selection => ({ at, from: at });

/** The rows and columns of a selection. */
export function spanOf({ at, from }: Selection) {
  return {
    top: Math.min(at.row, from.row),
    bottom: Math.max(at.row, from.row),
    left: Math.min(at.column, from.column),
    right: Math.max(at.column, from.column),
  };
}

export const fieldAt = (column: number): TargetField => (column % 2 === 0 ? 'base' : 'stretch');
export const indicatorAt = (column: number): number => Math.floor(column / 2);

/** A place moved inside a grid; the place itself at its edge. */
export function moved({ row, column }: Place, by: Place, size: Place): Place {
  const within = (value: number, length: number) => Math.min(Math.max(0, value), Math.max(0, length - 1));
  return { row: within(row + by.row, size.row), column: within(column + by.column, size.column) };
}

/** The places of a selection, row by row. */
export function placesIn(selection: Selection): Place[] {
  const { top, bottom, left, right } = spanOf(selection);
  const places: Place[] = [];
  for (let row = top; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) places.push({ row, column });
  }
  return places;
}
