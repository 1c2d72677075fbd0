import { safeCell } from '@/lib/dashboards/series/table-text';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { roundHalfUp } from '@/lib/statistics/numbers';

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  return 'text' in cell ? safeCell(cell.text) : roundHalfUp(cell.number, cell.decimals);
}

const line = (cells: readonly string[]) => cells.map(quoteCell).join(',');

/**
 * A sheet as RFC 4180 text with the byte order mark by which Excel recognises UTF-8. No text cell can be taken for a
 * formula.
 */
export function csvText(sheet: Sheet): string {
  const lines = [
    line([safeCell(sheet.title)]),
    ...sheet.about.map((pair) => line(pair.map(safeCell))),
    '',
    line(sheet.columns.map(safeCell)),
    ...sheet.rows.map((cells) => line(cells.map(textOf))),
    '',
    ...sheet.notes.map((note) => line([safeCell(note)])),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

const opensFormula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/;
const isNumber = /^[+-]?\d+(\.\d+)?$/;

/** Like `safeCell`, but reversible: reading the list back removes the one apostrophe. */
function markedText(text: string): string {
  return opensFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
}

/** A list to be read back: its rows, that of the headings first, and nothing else. Numbers keep all digits. */
export function listText(rows: readonly (readonly SheetCell[])[]): string {
  const written = (cell: SheetCell) => (cell === null ? '' : 'text' in cell ? markedText(cell.text) : cell.number);
  const lines = rows.map((cells) => line(cells.map(written)));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
