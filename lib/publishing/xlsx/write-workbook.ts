import { type Cell, type CellValue, type WriteOptions, writeXlsx } from 'hucre/xlsx';

/** In a workbook _x0041_ stands for A, and _x005F_ for the line that begins such a text where it is meant as it is. */
const literal = (text: string) => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
const cellOf = (value: CellValue): CellValue => (typeof value === 'string' ? literal(value) : value);
const partsOf = (cell: Partial<Cell>): Partial<Cell> =>
  cell.richText ? { ...cell, richText: cell.richText.map((part) => ({ ...part, text: literal(part.text) })) } : cell;

/** Writes a workbook whose texts are read again as they are. */
export function writeWorkbook({ sheets, ...more }: WriteOptions): Promise<Uint8Array> {
  const literally = sheets.map((sheet) => ({
    ...sheet,
    ...(sheet.rows && { rows: sheet.rows.map((row) => row.map(cellOf)) }),
    ...(sheet.cells && { cells: new Map([...sheet.cells].map(([at, cell]) => [at, partsOf(cell)])) }),
  }));
  return writeXlsx({ ...more, sheets: literally });
}
