import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre/xlsx';
import type { GuideLine, SheetCell, TableSheet } from '@/lib/publishing/words';
import { writeWorkbook } from '@/lib/publishing/xlsx/write-workbook';

const rule = { style: 'thin', color: { rgb: '7D8790' } } as const;
const headStyle: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
  border: { top: rule, bottom: rule },
};
const guideStyles: Readonly<Record<GuideLine['kind'], CellStyle>> = {
  title: { font: { bold: true, size: 14 } },
  text: { alignment: { vertical: 'top', wrapText: true } },
  head: headStyle,
  row: { alignment: { vertical: 'top', wrapText: true } },
};
/** A cell of text, also where it looks like a number, so that a spreadsheet keeps it as typed. */
const textStyle: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const wrapped: CellStyle = { alignment: { vertical: 'top' } };
const widest = 44;

/** A workbook of tables that may be edited and read again: a guide, and a sheet each with its heads in the first row. */
export function tablesWorkbook(guide: { name: string; lines: readonly GuideLine[] }, tables: readonly TableSheet[]) {
  return writeWorkbook({ sheets: [guideSheet(guide), ...tables.map(tableSheet)], properties: { title: guide.name } });
}

const cellValue = (cell: SheetCell): CellValue =>
  cell === null ? null : 'text' in cell ? cell.text : Number(cell.number);

function tableSheet({ name, columns, rows, choices }: TableSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const at of columns.keys()) cells.set(`0,${at}`, { style: headStyle });
  rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell) cells.set(`${at + 1},${column}`, aboutCell(cell));
    });
  });
  return {
    name,
    rows: [[...columns], ...rows.map((row) => row.map(cellValue))],
    cells,
    columns: columns.map((head, at) => ({ width: widthOf(head, rows, at) })),
    freezePane: { rows: 1 },
    dataValidations: choices.map(({ column, words }) => ({
      type: 'list' as const,
      values: [...words],
      range: `${letterOf(column)}2:${letterOf(column)}${rows.length + 500}`,
      allowBlank: true,
      showErrorMessage: false,
    })),
  };
}

/** The style of a cell. The writer takes the text #N/A for an error, and one in parts for what it is. */
function aboutCell(cell: NonNullable<SheetCell>): Partial<Cell> {
  if (!('text' in cell)) return { style: wrapped };
  if (!cell.text.startsWith('#')) return { style: textStyle };
  return { value: null, type: 'richText', richText: [{ text: cell.text }], style: textStyle };
}

function guideSheet({ name, lines }: { name: string; lines: readonly GuideLine[] }): WriteSheet {
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const cells = new Map<string, Partial<Cell>>();
  lines.forEach(({ kind, cells: texts }, row) => {
    for (const column of texts.keys()) cells.set(`${row},${column}`, { style: guideStyles[kind] });
  });
  return {
    name,
    rows: lines.map((line) => [...line.cells]),
    cells,
    merges: lines.flatMap((line, row) =>
      line.cells.length === 1 ? [{ startRow: row, startCol: 0, endRow: row, endCol: width - 1 }] : [],
    ),
    columns: [{ width: 14 }, { width: 24 }, { width: 8 }, { width: 70 }],
  };
}

const letterOf = (column: number) => String.fromCharCode(65 + column);

/** The width of a column in the sheet's characters, of which a Chinese one takes two. */
function widthOf(head: string, rows: TableSheet['rows'], at: number): number {
  let longest = 6;
  for (const text of [head, ...rows.slice(0, 300).map((row) => `${cellValue(row[at] ?? null) ?? ''}`)])
    longest = Math.max(longest, text.replace(/[^\x20-\x7e]/g, '  ').length);
  return Math.min(widest, longest + 2);
}
