import { type CellValue, cellAddress, cellText, lostDigitsFrom } from '@/lib/reporting/upload/cell-text';
import { type Format, limits } from '@/lib/reporting/upload/limits';
import { refusedCell, refusedUpload } from '@/lib/reporting/upload/refuse-upload';
import { workedApart } from '@/lib/reporting/upload/run-apart';
import type { CellMark, SheetParts, WorkbookSheet } from '@/lib/reporting/upload/words';

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

/** What is asked of a reader: the limit of cells, the marks of cells of a sheet of figures, and which sheet. */
export type Asked = { readonly cells: number; readonly figures: boolean; readonly sheet?: string };

/**
 * The rows of a workbook or a text, read in a thread with little memory and little time. A row that the file leaves out
 * is an empty row, so that the index of a row is its place in the sheet. `cells` is the limit of cells; `figures` asks
 * for the marks of cells too.
 */
export function parsedSheet(file: Content, asked: Asked): Promise<SheetParts> {
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
        addAbout({ marks, shown, plain }, row);
      }
    }
    if ('identity' in told) about = told;
    refuseFault(told, asked.cells);
    if ('badRow' in told) throw refusedUpload('invalid', 'quotes', { row: told.badRow });
    return 'done' in told ? { rows, marks, shown, plain, ...about } : undefined;
  });
}

type ToldSheet =
  | {
      readonly begins: string;
      readonly isHidden: boolean;
      readonly parts: SheetParts['hidden'];
      readonly merges: SheetParts['merges'];
    }
  | Exclude<Told, Pick<SheetParts, 'identity'>>;

/** Every sheet of a workbook, read as `parsedSheet` reads one of figures. `cells` is the limit of all of them together. */
export function parsedSheets(content: Uint8Array<ArrayBuffer>, cells: number): Promise<WorkbookSheet[]> {
  const sheets: (WorkbookSheet & { rows: string[][] })[] = [];
  const given = { format: 'xlsx', content, cells, sheets: true, characters: limits.characters };
  return workedApart<ToldSheet, WorkbookSheet[]>('parse-worker.mjs', given, (told) => {
    const sheet = sheets.at(-1);
    if ('begins' in told) {
      const { begins: name, isHidden, parts: hidden, merges } = told;
      const cells = { rows: [], marks: new Map(), shown: new Map(), plain: new Map() };
      sheets.push({ name, isHidden, hidden, merges, ...cells });
    }
    if ('rows' in told && sheet) {
      for (const row of told.rows) {
        addRow(sheet.rows, row, 'xlsx');
        addAbout(sheet, row);
      }
    }
    refuseFault(told, cells);
    return 'done' in told ? sheets : undefined;
  });
}

type About = { readonly [Key in 'marks' | 'shown' | 'plain']: SheetParts[Key] };

/** Adds what is known of the cells of a row, by their addresses. */
function addAbout(about: About, row: ToldRow): void {
  const at = (column: number) => cellAddress(row.at + 1, column + 1);
  for (const name of ['marks', 'shown', 'plain'] as const) {
    const known = about[name] as Map<string, unknown>;
    for (const [column, found] of row[name]) known.set(at(column), found);
  }
}

/** Refuses a file that the thread could not read, or not within the limits. */
function refuseFault(told: object, cells: number): void {
  const fault = told as Partial<{ tooManyCells: true; longCell: { row: number; column: number }; broken: string }>;
  if (fault.tooManyCells) throw refusedUpload('limit', 'tooManyCells', { limit: cells });
  if (fault.longCell) {
    const cell = cellAddress(fault.longCell.row, fault.longCell.column);
    throw refusedUpload('limit', 'longCell', { cell, limit: limits.characters });
  }
  if (fault.broken !== undefined) throw refusedUpload('invalid', 'damaged');
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
