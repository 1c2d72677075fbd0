// Writes findings into an uploaded workbook. Input: the bytes, the row of the headings, the heading of the column of
// words, and per row the words and the cells. Posts the bytes of the new workbook.
import { openXlsx, saveXlsx } from 'hucre/xlsx';
import { chosenSheet } from './sheet-choice.mjs';

const fills = { fault: 'F6D5D0', notice: 'FBEBC8' };
/** The width of the column of words, in signs: a sentence is then read in few lines. */
const wide = 60;
const fill = (rgb) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } });

/** The column after the last heading, or the one that an earlier marked file has. */
function columnOf(sheet, headRow, heading) {
  const heads = sheet.rows[headRow] ?? [];
  const own = heads.indexOf(heading);
  return own >= 0 ? own : heads.findLastIndex((value) => value !== null && value !== '') + 1;
}

function write(sheet, row, column, { value, style }) {
  sheet.cells ??= new Map();
  const key = `${row},${column}`;
  const before = sheet.cells.get(key) ?? {};
  const cells = sheet.rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  sheet.rows[row] = cells;
  if (value !== undefined) cells[column] = value;
  sheet.cells.set(key, {
    ...before,
    value: value ?? before.value ?? cells[column] ?? null,
    type: value === undefined ? (before.type ?? kindOf(cells[column])) : 'string',
    style: { ...before.style, ...style },
  });
}

function kindOf(value) {
  if (value === null || value === undefined) return 'empty';
  if (value instanceof Date) return 'date';
  return typeof value;
}

export async function markWorkbook(given, post) {
  try {
    const { content, headRow, heading, rows } = given;
    const workbook = await openXlsx(content, { readStyles: true });
    const sheet = workbook.sheets[chosenSheet(workbook.sheets, workbook.activeSheet).index];
    const column = columnOf(sheet, headRow, heading);
    // Clears the words of an earlier marking, whose rows may be valid now.
    sheet.rows.forEach((values, row) => {
      if (row > headRow && values[column])
        write(sheet, row, column, { value: '', style: { fill: { type: 'pattern', pattern: 'none' } } });
    });
    sheet.columns ??= [];
    while (sheet.columns.length <= column) sheet.columns.push({});
    sheet.columns[column] = { ...sheet.columns[column], width: wide };
    // Frozen columns would leave little room for the words, which are in the last one.
    if (sheet.freezePane?.columns) sheet.freezePane = { ...sheet.freezePane, columns: 0 };
    write(sheet, headRow, column, { value: heading, style: { font: { bold: true } } });
    for (const { row, text, cells } of rows) {
      write(sheet, row, column, { value: text, style: { alignment: { wrapText: true, vertical: 'top' } } });
      for (const cell of cells)
        write(sheet, row, cell.column, { style: { fill: fill(cell.isFault ? fills.fault : fills.notice) } });
    }
    const marked = await saveXlsx(workbook);
    post({ marked });
  } catch (error) {
    post({ broken: String(error) });
  }
}
