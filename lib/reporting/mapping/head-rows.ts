import { isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { looksLikeFigure, looksLikeWordedFigure, looksLikeYear } from '@/lib/reporting/mapping/row-words';
import type { TextAround } from '@/lib/reporting/mapping/texts-around';
import { plainText } from '@/lib/reporting/upload/plain-text';

/** Rows of heads, from 0, both included; `from` and `to` are the same for one row. */
export type HeadRows = { readonly from: number; readonly to: number };

/** The first figures are looked for in these rows, and heads have at most so many. */
const searched = 80;
const mostHeads = 5;
/** The beginning of a note. */
const isNote = /^(?:注|附注|说明|备注|资料来源|数据来源|notes?|source) ?(?:\d{0,2} ?[:：.、]|$)/i;
/** The beginning of a line about the unit of measure of a whole table. */
export const unitLine = /^[([（【]?(?:计量|数据|金额|货币)?单位 ?[:：]/;

/** Whether a row has a figure to the right of a text that names it. */
export function hasFigures(grid: Grid, row: number): boolean {
  const cells = grid.sheet.rows[row] ?? [];
  if (isColumnNumbers(cells)) return false;
  const filled = grid.filled(row);
  const isFigure = (column: number) => {
    const text = plainText(cells[column] ?? '');
    return looksLikeFigure(text) && !looksLikeYear(text);
  };
  const first = filled.find((column) => {
    const text = plainText(cells[column] ?? '');
    return !looksLikeFigure(text) || looksLikeYear(text);
  });
  const named = first ?? filled.find((column) => grid.isCovered(row, column));
  const hasName = named !== undefined || grid.text(row, 0).trim() !== '';
  const behind = filled.filter((column) => column > (named ?? 0));
  const isWorded = (column: number) => looksLikeWordedFigure(plainText(cells[column] ?? ''));
  // 12.5亿元 and — may stand in heads as well, but not in all of a row.
  return hasName && (behind.some(isFigure) || (behind.length > 0 && behind.every(isWorded)));
}

/** Whether a row may have heads: several texts, also of areas merged from above, and none that begins a line about all. */
function isHead(grid: Grid, row: number): boolean {
  const filled = grid.filled(row);
  if (filled.length === 0) return false;
  const covered = Array.from({ length: grid.width }, (_, column) => column).flatMap((column) =>
    (grid.mergeAt(row, column)?.startRow ?? row) < row && grid.text(row, column).trim() !== ''
      ? grid.address(row, column)
      : [],
  );
  const isLine = filled.some((column) => unitLine.test(plainText(grid.own(row, column))));
  const isFull = filled.length > 3 && filled.length * 2 > grid.width;
  return filled.length + new Set(covered).size > 1 && (!isLine || isFull);
}

/**
 * The rows that are probably the heads of the table whose figures begin behind a row: those with several texts right above
 * the first figures, without the title, lines of units and the numbers of columns.
 */
export function proposedHeads(grid: Grid, behind = -1): HeadRows {
  const end = Math.min(grid.height, behind + 1 + searched);
  let first = behind + 1;
  while (first < end && !hasFigures(grid, first)) first += 1;
  if (first >= end) first = firstOfYears(grid, behind + 1, end);
  if (first >= end) return { from: Math.max(0, behind + 1), to: Math.max(0, behind + 1) };
  let to = first - 1;
  while (to > behind && !isHead(grid, to)) to -= 1;
  if (to <= behind) return { from: Math.max(behind + 1, first - 1), to: Math.max(behind + 1, first - 1) };
  let from = to;
  while (from - 1 > behind && to - from < mostHeads - 1 && isHead(grid, from - 1)) from -= 1;
  return { from, to };
}

/** The first row of figures where all of them look like years: a name and such numbers below heads that are words. */
function firstOfYears(grid: Grid, from: number, end: number): number {
  const texts = (row: number) => grid.filled(row).map((column) => plainText(grid.own(row, column)));
  for (let row = from + 1; row < end; row += 1) {
    const [name = '', ...figures] = texts(row);
    const isRow = figures.length > 0 && figures.every(looksLikeYear) && !looksLikeFigure(name);
    if (isRow && isHead(grid, row - 1) && !texts(row - 1).some(looksLikeFigure)) return row;
  }
  return end;
}

/** The first row of what belongs to a table above its heads: behind the last figures of another table. */
export function topOf(grid: Grid, headRow: number): number {
  let top = headRow;
  while (top > 0 && !hasFigures(grid, top - 1)) top -= 1;
  return top;
}

/** The texts of rows with their cells. */
export const textsIn = (grid: Grid, from: number, to: number): TextAround[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) =>
    grid
      .filled(from + at)
      .map((column) => ({ text: grid.own(from + at, column), address: grid.address(from + at, column) })),
  ).flat();

/** The rows above the heads of a table that are its own; notes between two tables are of the one above them. */
export function titleRows(grid: Grid, headRow: number): number[] {
  const top = topOf(grid, headRow);
  const rows = Array.from({ length: Math.max(0, headRow - top) }, (_, at) => top + at);
  return top === 0 ? rows : rows.filter((row) => !isNote.test(plainText(grid.own(row, grid.filled(row)[0] ?? 0))));
}

/** The cells above the heads of a table: its own, and of a table below others those at the top of the sheet. */
export function titleCells(
  grid: Grid,
  headRow: number,
): { readonly own: TextAround[]; readonly ofSheet: TextAround[] } {
  const top = topOf(grid, headRow);
  const ofSheet = top === 0 ? [] : textsIn(grid, 0, Math.min(top, proposedHeads(grid).from));
  return { own: titleRows(grid, headRow).flatMap((row) => textsIn(grid, row, row + 1)), ofSheet };
}

/** The texts of `titleCells`. */
export function titlesOf(grid: Grid, headRow: number): { readonly own: string[]; readonly ofSheet: string[] } {
  const { own, ofSheet } = titleCells(grid, headRow);
  return { own: own.map(({ text }) => text), ofSheet: ofSheet.map(({ text }) => text) };
}
