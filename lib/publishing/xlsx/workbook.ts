import type { Cell, CellStyle, CellValue, MergeRange, WriteOptions } from 'hucre/xlsx';
import { holdsNumbers } from '@/lib/publishing/sheet-columns';
import type { Sheet, SheetCell } from '@/lib/publishing/words';
import { writeWorkbook } from '@/lib/publishing/xlsx/write-workbook';

const rule = { style: 'thin', color: { rgb: '7D8790' } } as const;
const titleStyle: CellStyle = { font: { bold: true, size: 14 } };
const labelStyle: CellStyle = { font: { bold: true }, alignment: { vertical: 'top' } };
const headStyle: CellStyle = {
  font: { bold: true },
  alignment: { vertical: 'center', wrapText: true },
  border: { top: rule, bottom: rule },
};
const groupStyle: CellStyle = { ...headStyle, alignment: { horizontal: 'center', vertical: 'center', wrapText: true } };
const numberHeadStyle: CellStyle = {
  ...headStyle,
  alignment: { horizontal: 'right', vertical: 'center', wrapText: true },
};
const wrapped: CellStyle = { alignment: { vertical: 'top', wrapText: true } };
const widest = 44;

/**
 * Sheets as an Excel workbook: numbers are numbers, the title and the notes are merged across all columns, the heads, on two
 * lines where columns belong together, stay visible and stand on every printed page.
 */
export async function workbookOf(...sheets: readonly [Sheet, ...Sheet[]]): Promise<Uint8Array> {
  return writeWorkbook({ sheets: sheets.map(written), properties: { title: sheets[0].title } });
}

function written(sheet: Sheet): WriteOptions['sheets'][number] {
  const width = sheet.columns.length;
  const groups = sheet.groups ?? [];
  const topAt = 1 + sheet.about.length;
  const headAt = topAt + (groups.length > 0 ? 1 : 0);
  const notesAt = headAt + 1 + sheet.rows.length;
  const groupOf = (column: number) => groups.find(({ from, to }) => from <= column && column <= to);
  const rows: CellValue[][] = [
    [sheet.title],
    ...sheet.about.map(([label, text]) => [label, text]),
    ...(groups.length > 0 ? [sheet.columns.map((label, at) => topLabel(groupOf(at), label, at))] : []),
    sheet.columns.map((label, at) => (groups.length > 0 && !groupOf(at) ? null : label)),
    ...sheet.rows.map((cells) => cells.map(sheetValue)),
    ...sheet.notes.map((note) => [note]),
  ];
  const cells = new Map<string, Partial<Cell>>([['0,0', { style: titleStyle }]]);
  sheet.about.forEach((_, at) => {
    cells.set(`${at + 1},0`, { style: labelStyle });
    cells.set(`${at + 1},1`, { style: wrapped });
  });
  sheet.columns.forEach((_, at) => {
    const isNumber = holdsNumbers(sheet.rows, at);
    for (let row = topAt; row <= headAt; row += 1)
      cells.set(`${row},${at}`, {
        style: row < headAt && groupOf(at) ? groupStyle : isNumber ? numberHeadStyle : headStyle,
      });
  });
  sheet.rows.forEach((row, at) => {
    row.forEach((cell, column) => {
      if (cell && 'number' in cell) {
        cells.set(`${headAt + 1 + at},${column}`, { style: { numFmt: formatOf(cell.decimals) } });
      }
    });
  });
  const across = (row: number, from: number): MergeRange => ({
    startRow: row,
    startCol: from,
    endRow: row,
    endCol: width - 1,
  });
  const merges = [
    across(0, 0),
    ...sheet.about.map((_, at) => across(at + 1, 1)),
    ...sheet.notes.map((_, at) => across(notesAt + at, 0)),
    ...groups.map(({ from, to }) => ({ startRow: topAt, startCol: from, endRow: topAt, endCol: to })),
    ...sheet.columns.flatMap((_, at) =>
      topAt === headAt || groupOf(at) ? [] : [{ startRow: topAt, startCol: at, endRow: headAt, endCol: at }],
    ),
  ];
  return {
    name: sheet.name,
    rows,
    cells,
    merges,
    columns: sheet.columns.map((label, at) => ({ width: widthOf(label, sheet.rows, at) })),
    freezePane: { rows: headAt + 1, ...(sheet.keptColumns && { columns: sheet.keptColumns }) },
    pageSetup: {
      ...{ orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 'a4' },
      printTitlesRow: `$${topAt + 1}:$${headAt + 1}`,
    },
  };
}

/** What stands in the upper line of two heads: the group at its first column, else the head of the column. */
function topLabel(group: NonNullable<Sheet['groups']>[number] | undefined, label: string, at: number): CellValue {
  if (!group) return label;
  return group.from === at ? group.label : null;
}

function sheetValue(cell: SheetCell): CellValue {
  if (cell === null) return null;
  return 'text' in cell ? cell.text : Number(cell.number);
}

function formatOf(decimals: number): string {
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}

/** The width of a column in the sheet's characters, of which a Chinese one takes two. */
function widthOf(label: string, rows: Sheet['rows'], at: number): number {
  const texts = rows.map((cells) => {
    const cell = cells[at] ?? null;
    return cell === null ? '' : 'text' in cell ? cell.text : `${cell.number},,`;
  });
  const longest = Math.max(...[label, ...texts].map((text) => text.replace(/[^\x20-\x7e]/g, '  ').length));
  return Math.min(widest, longest + 2);
}
