import { safeCell } from '@/lib/dashboards/series/table-text';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { roundHalfUp } from '@/lib/statistics/numbers';

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function textOf(cell: SheetCell): string {
  if (cell === null) return '';
  return 'text' in cell ? safeCell(cell.text) : roundHalfUp(cell.number, cell.decimals);
}

const line = (cells: readonly string[]) => cells.map(quoted).join(',');

/**
 * A sheet as RFC 4180 text with the byte order mark by which Excel knows UTF-8. No cell of text can be taken for a
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

/** As `safeCell`, but nothing is lost: what reads the list back takes the one apostrophe away. */
function markedText(text: string): string {
  return opensFormula.test(text) && !isNumber.test(text) ? `'${text}` : text;
}

/** A list that comes back: its rows, that of the headings first, and nothing else. Numbers are written whole. */
export function listText(rows: readonly (readonly SheetCell[])[]): string {
  const written = (cell: SheetCell) => (cell === null ? '' : 'text' in cell ? markedText(cell.text) : cell.number);
  const lines = rows.map((cells) => line(cells.map(written)));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
