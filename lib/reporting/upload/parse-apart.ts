import { type CellValue, cellAddress, cellText, lostDigitsFrom } from '@/lib/reporting/upload/cell-text';
import { type Format, limits } from '@/lib/reporting/upload/limits';
import { refusedCell, refusedUpload } from '@/lib/reporting/upload/refuse-upload';
import { workedApart } from '@/lib/reporting/upload/run-apart';
import type { CellMark, SheetParts } from '@/lib/reporting/upload/words';

type ToldRow = {
  readonly at: number;
  readonly values: readonly CellValue[];
  readonly marks: readonly (readonly [column: number, marks: readonly CellMark[]])[];
  readonly shown: readonly (readonly [column: number, text: string])[];
  readonly plain: readonly (readonly [column: number, text: string])[];
};
type Told =
  | { readonly rows: readonly ToldRow[] }
  | Pick<SheetParts, 'identity' | 'merges' | 'sheet' | 'hidden'>
  | { readonly done: true }
  | { readonly tooManyCells: true }
  | { readonly longCell: { readonly row: number; readonly column: number } }
  | { readonly badRow: number }
  | { readonly broken: string };

type Content = { format: 'xlsx'; content: Uint8Array<ArrayBuffer> } | { format: 'csv'; content: string };

/**
 * The rows of a workbook or a text, read in a thread with little memory and little time. A row that the file leaves out
 * is an empty row, so that the index of a row is its place in the sheet. `cells` is the limit of cells; `figures` asks
 * for the marks of cells too.
 */
export function parsedSheet(file: Content, asked: { cells: number; figures: boolean }): Promise<SheetParts> {
  const rows: string[][] = [];
  const marks = new Map<string, readonly CellMark[]>();
  const shown = new Map<string, string>();
  const plain = new Map<string, string>();
  let about: Pick<SheetParts, 'identity' | 'merges' | 'sheet' | 'hidden'> = {
    identity: [],
    merges: [],
    sheet: { name: '', others: [] },
    hidden: { rows: [], columns: [] },
  };
  const given = { ...file, ...asked, characters: limits.characters };
  return workedApart<Told, SheetParts>('parse-worker.mjs', given, (told) => {
    if ('rows' in told) {
      for (const row of told.rows) {
        addRow(rows, row, file.format);
        const at = (column: number) => cellAddress(row.at + 1, column + 1);
        for (const [column, found] of row.marks) marks.set(at(column), found);
        for (const [column, text] of row.shown) shown.set(at(column), text);
        for (const [column, text] of row.plain) plain.set(at(column), text);
      }
    }
    if ('identity' in told) about = told;
    if ('tooManyCells' in told) throw refusedUpload('limit', 'tooManyCells', { limit: asked.cells });
    if ('longCell' in told) {
      const cell = cellAddress(told.longCell.row, told.longCell.column);
      throw refusedUpload('limit', 'longCell', { cell, limit: limits.characters });
    }
    if ('broken' in told) throw refusedUpload('invalid', 'damaged');
    if ('badRow' in told) throw refusedUpload('invalid', 'quotes', { row: told.badRow });
    return 'done' in told ? { rows, marks, shown, plain, ...about } : undefined;
  });
}

function addRow(rows: string[][], { at, values }: ToldRow, format: Format): void {
  if (!Number.isInteger(at) || at < rows.length) throw refusedUpload('invalid', 'damaged');
  if (at >= limits[format].rows || values.length > limits[format].columns) {
    throw refusedCell(cellAddress(at + 1, values.length), format);
  }
  while (rows.length < at) rows.push([]);
  rows.push(values.map((value, column) => exactText(value, at + 1, column + 1)));
}

function exactText(value: CellValue, row: number, column: number): string {
  if (typeof value === 'number' && Math.abs(value) >= lostDigitsFrom) {
    throw refusedUpload('invalid', 'longNumber', { cell: cellAddress(row, column) });
  }
  return cellText(value);
}
