import { isBelowTable, isColumnNumbers } from '@/lib/reporting/import/row-kinds';
import { unitLines } from '@/lib/reporting/import/unit-lines';
import type { Grid } from '@/lib/reporting/mapping/grid';
import { unitLine } from '@/lib/reporting/mapping/head-rows';
import { readHead } from '@/lib/reporting/mapping/heads';
import type { Readers } from '@/lib/reporting/mapping/names';
import { isAbsent, looksLikeFigure, looksLikeYear } from '@/lib/reporting/mapping/row-words';
import type { LeftOutReason } from '@/lib/reporting/mapping/words';
import { plainText } from '@/lib/reporting/upload/plain-text';

/**
 * Whether a row begins another table: in the columns of figures it has heads and no figures. `figures` are these columns.
 */
export function isHeadRow(grid: Grid, row: number, figures: readonly number[], readers: Readers): boolean {
  const cells = grid.sheet.rows[row] ?? [];
  const filled = grid.filled(row);
  const texts = filled.map((column) => plainText(cells[column] ?? ''));
  const isPlain = (text: string) => (looksLikeFigure(text) && !looksLikeYear(text)) || isAbsent(text);
  const isInFigures = filled.some((column) => figures.includes(column));
  if (filled.length < 2 || !isInFigures || texts.some(isPlain)) return false;
  const heads = filled.filter((column) => isWordOfHeads(plainText(cells[column] ?? ''), readers));
  const own = heads.filter((column) => figures.includes(column));
  return own.length > 0 && heads.length * 2 >= filled.length;
}

function isWordOfHeads(text: string, readers: Readers): boolean {
  const { use, period, measures, isOther, unit, indicator, rest } = readHead(text, readers);
  return (
    !unitLine.test(text) && rest === '' && Boolean(use || period || isOther || unit || indicator || measures.length > 0)
  );
}

/** Why a row without figures is left out. */
export function reasonOf(grid: Grid, row: number): LeftOutReason {
  if (grid.isBlank(row)) return 'blank';
  const cells = grid.sheet.rows[row] ?? [];
  if (isColumnNumbers(cells)) return 'columnNumbers';
  return unitLines(grid.sheet.rows, row + 1, row).length > 0 ? 'unitLine' : 'note';
}

export const isNoteRow = (grid: Grid, row: number): boolean => isBelowTable(grid.sheet.rows[row] ?? []);
