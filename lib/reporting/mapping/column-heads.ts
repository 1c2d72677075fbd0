import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import type { Grid } from '@/lib/reporting/mapping/grid';
import type { HeadRows } from '@/lib/reporting/mapping/head-rows';
import { type HeadRead, readHead } from '@/lib/reporting/mapping/heads';
import type { Readers } from '@/lib/reporting/mapping/names';

export type HeadLevel = {
  readonly text: string;
  readonly address: string;
  readonly row: number;
  readonly read: HeadRead;
};

/** The heads of a column from above. It is unclear where a text beside it may be meant for it as well. */
export type ColumnHead = {
  readonly levels: readonly HeadLevel[];
  readonly written: string;
  readonly isUnclear: boolean;
};

/**
 * The heads of the columns: merged ones count for all of theirs, and of several levels also one that is written once, at
 * the left of those below it.
 */
export function columnHeads(grid: Grid, { from, to }: HeadRows, readers: Readers): ColumnHead[] {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => from + at).filter(
    (row) => !isColumnNumbers(grid.sheet.rows[row] ?? []),
  );
  // A cache: a head over many columns is read once.
  const known = new Map<string, HeadRead>();
  const readOf = (text: string) => {
    const read = known.get(text) ?? readHead(text, readers);
    known.set(text, read);
    return read;
  };
  const hasBelow = (row: number, column: number) =>
    rows.some((below) => below > row && grid.text(below, column).trim() !== '');
  return Array.from({ length: grid.width }, (_, column) => {
    const levels: HeadLevel[] = [];
    let isUnclear = false;
    for (const row of rows) {
      const own = grid.text(row, column).trim();
      const source = own === '' && hasBelow(row, column) ? leftOf(grid, row, column, hasBelow) : column;
      if (source === null) isUnclear = true;
      if (source === null || source < 0) continue;
      const text = grid.text(row, source).trim();
      const address = grid.address(row, source);
      if (text !== '' && !levels.some((one) => one.address === address))
        levels.push({ text, address, row, read: readOf(text) });
    }
    const written = [...new Set(levels.map(({ text }) => text))].join(' ');
    return { levels, written, isUnclear };
  });
}

/**
 * The column whose head is written once for several, from which one without a text takes it; -1 for none, and null where
 * that is unclear, since nothing merges them.
 */
function leftOf(
  grid: Grid,
  row: number,
  column: number,
  hasBelow: (row: number, column: number) => boolean,
): number | null {
  if (grid.mergeAt(row, column)) return -1;
  const free = grid.filled(row).filter((one) => !grid.mergeAt(row, one));
  const left = free.findLast((one) => one < column);
  const isBetween = grid.filled(row).some((one) => one < column && one > (left ?? -1));
  if (isBetween) return -1;
  if (left === undefined) return free.length > 0 ? null : -1;
  return hasBelow(row, left) ? left : null;
}
