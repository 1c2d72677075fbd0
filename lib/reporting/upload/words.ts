/**
 * The marks of a workbook's cell: the result of a formula, a date, an error, a yes or no, a text that looks like a
 * number, a raised or struck-out part, a number format that cannot be read, a text that is set in.
 */
export const cellMarks = [
  'formula',
  'date',
  'error',
  'boolean',
  'text',
  'raised',
  'struck',
  'oddFormat',
  'indented',
] as const;
export type CellMark = (typeof cellMarks)[number];

/** A merged area of a sheet; rows and columns are counted from 0. */
export type Merge = {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
};

/** The hidden rows and columns of a sheet, counted from 0. */
export type HiddenParts = { readonly rows: readonly number[]; readonly columns: readonly number[] };

/** A sheet as read: texts by row and column, the marks of cells by address (`H12`), the merged areas. */
export type SheetParts = {
  /** The name of the sheet and of the others that its sender can see; a list has none. */
  readonly sheet: { readonly name: string; readonly others: readonly string[] };
  readonly hidden: HiddenParts;
  /** The texts of cells as displayed under their number format, by address; other cells display their text. */
  readonly shown: ReadonlyMap<string, string>;
  /** The texts without raised and struck-out parts, by address. */
  readonly plain: ReadonlyMap<string, string>;
  readonly rows: readonly (readonly string[])[];
  readonly marks: ReadonlyMap<string, readonly CellMark[]>;
  readonly merges: readonly Merge[];
  /** The rows of the hidden sheet that identifies a template; empty for any other file. */
  readonly identity: readonly (readonly string[])[];
};

/** A sheet of a workbook that is read as a whole: its name, whether it is hidden, and its parts. */
export type WorkbookSheet = Pick<SheetParts, 'hidden' | 'shown' | 'plain' | 'rows' | 'marks' | 'merges'> & {
  readonly name: string;
  readonly isHidden: boolean;
};

/** The content of a marking: the heading of the column of words, and per row the words and the cells. */
export type Marking = {
  /** The row of the headings, counted from 0. */
  readonly headRow: number;
  readonly heading: string;
  readonly rows: readonly {
    /** Counted from 0. */
    readonly row: number;
    readonly text: string;
    readonly cells: readonly { readonly column: number; readonly isFault: boolean }[];
  }[];
};
