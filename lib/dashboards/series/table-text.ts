import type { ChartTable } from '@/lib/dashboards/series/words';

/** Some programs skip spaces before they look for a formula. */
const opensFormula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
const number = /^[+-]?\d+(\.\d+)?$/;
const groupedNumber = /^[+\-−]?\d{1,3}(,\d{3})*(\.\d+)?$/;

/** Whether a spreadsheet could take the text for a formula. A number is none, though it begins with a sign. */
export function looksLikeFormula(text: string): boolean {
  return opensFormula.test(text) && !number.test(text);
}

/**
 * A cell that a spreadsheet cannot take for a formula. Numbers stay numbers, without commas and with an ordinary minus
 * sign; any other text that opens like a formula gets an apostrophe.
 */
export function safeCell(text: string): string {
  const plain = groupedNumber.test(text) ? text.replaceAll(',', '').replace('−', '-') : text;
  return looksLikeFormula(plain) ? `'${plain}` : plain;
}

function quoteCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const linesOf = ({ columns, rows }: ChartTable) => [columns.map(({ label }) => label), ...rows];

/** The table as RFC 4180 text, with the byte order mark by which Excel recognises UTF-8. */
export function csvOf(table: ChartTable): string {
  const lines = linesOf(table).map((cells) => cells.map((cell) => quoteCell(safeCell(cell))).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** The table for pasting into a spreadsheet: tabs between cells, none inside them. */
export function tsvOf(table: ChartTable): string {
  return linesOf(table)
    .map((cells) => cells.map((cell) => safeCell(cell.replace(/[\t\r\n]+/g, ' ').trim())).join('\t'))
    .join('\n');
}
