/**
 * The marks of a workbook's cell: the result of a formula, a number shown as a percentage, a date, an error, a yes or
 * no, a text that looks like a number.
 */
export const cellMarks = ['formula', 'percentFormat', 'date', 'error', 'boolean', 'text'] as const;
export type CellMark = (typeof cellMarks)[number];

/** A merged area of a sheet; rows and columns are counted from 0. */
export type Merge = {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
};

/** A sheet as read: texts by row and column, the marks of cells by address (`H12`), the merged areas. */
export type SheetParts = {
  readonly rows: readonly (readonly string[])[];
  readonly marks: ReadonlyMap<string, readonly CellMark[]>;
  readonly merges: readonly Merge[];
  /** The rows of the hidden sheet that identifies a template; empty for any other file. */
  readonly identity: readonly (readonly string[])[];
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
