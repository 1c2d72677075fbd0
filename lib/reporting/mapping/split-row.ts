import { finding, shortText } from '@/lib/reporting/import/staged-finding';
import type { StagedFinding } from '@/lib/reporting/import/words';
import { type ColumnTarget, mappingFinding } from '@/lib/reporting/mapping/column-targets';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { cellAddress } from '@/lib/reporting/upload/cell-text';

/**
 * The signs of a number that a CSV file splits at its comma, 1,234 without quotation marks: a row longer than the others,
 * or a figure of up to three digits beside three that begin with a zero.
 */
export function splitFault(grid: Grid, row: number, targets: readonly ColumnTarget[]): StagedFinding | null {
  if (grid.sheet.format !== 'csv') return null;
  const last = Math.max(...targets.map(({ column }) => column));
  const over = grid.filled(row).find((column) => column > last && /^\s*\d+(\.\d+)?\s*$/.test(grid.own(row, column)));
  if (over !== undefined) {
    return finding('mandatory', 'longerRow', cellAddress(row + 1, over + 1), {
      cell: cellAddress(row + 1, over + 1),
      text: shortText(grid.own(row, over)),
    });
  }
  const split = targets.find(
    ({ column }) => /^-?[1-9]\d{0,2}$/.test(grid.own(row, column)) && /^0\d\d(\.\d+)?$/.test(grid.own(row, column + 1)),
  );
  if (!split) return null;
  const text = `${grid.own(row, split.column)},${grid.own(row, split.column + 1)}`;
  return mappingFinding('numberSplit', cellAddress(row + 1, split.column + 1), { text });
}
