/** A cell of a file: text, a decimal string that stays a number, or nothing. */
export type SheetCell = { readonly text: string } | { readonly number: string; readonly decimals: number } | null;

/** A table for a file: a title, a description, the columns, the rows and the notes. */
export type Sheet = {
  readonly name: string;
  readonly title: string;
  /** 口径, 时点, 来源 …: a label and its text. */
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly string[];
  /** Heads above the heads of neighbouring columns, which a workbook has: from the first to the last of them. */
  readonly groups?: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  /** The columns that a workbook keeps in sight; none if it is not said. */
  readonly keptColumns?: number;
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: readonly string[];
};

export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A line of the sheet of instructions. */
export type GuideLine = { readonly kind: 'title' | 'text' | 'head' | 'row'; readonly cells: readonly string[] };

/** A workbook to be filled in and sent back: input cells are open, all others are locked. */
export type FormSheet = {
  readonly name: string;
  readonly title: string;
  /** The lines at the right top: 表号, 制定机关. */
  readonly corner: readonly string[];
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly { readonly label: string; readonly width: number; readonly isInput: boolean }[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** The decimals of the input of each row. */
  readonly inputFormats: readonly number[];
  readonly valueColumn: number;
  readonly growthColumn: number;
  /** A column with a menu, which accepts other words too. */
  readonly choices: { readonly column: number; readonly words: readonly string[] };
  readonly guide: { readonly name: string; readonly lines: readonly GuideLine[] };
  /** The rows of the hidden sheet that identifies the form. */
  readonly identity: readonly (readonly string[])[];
};

/** A table of a workbook of several: its heads, its rows, and the words that columns offer. */
export type TableSheet = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly choices: readonly { readonly column: number; readonly words: readonly string[] }[];
};
