/** A cell of a file: text, a decimal string that stays a number, or nothing. */
export type SheetCell = { readonly text: string } | { readonly number: string; readonly decimals: number } | null;

/** A table as a file holds it: a title, what it is about, the columns, the rows and the notes. */
export type Sheet = {
  readonly name: string;
  readonly title: string;
  /** 口径, 时点, 来源 …: a label and what it says. */
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly notes: readonly string[];
};

export const fileFormats = ['csv', 'xlsx'] as const;
export type FileFormat = (typeof fileFormats)[number];

/** A line of the sheet that explains a form. */
export type GuideLine = { readonly kind: 'title' | 'text' | 'head' | 'row'; readonly cells: readonly string[] };

/** A workbook to be filled in and sent back: what may be typed is open, all else is locked. */
export type FormSheet = {
  readonly name: string;
  readonly title: string;
  readonly about: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly { readonly label: string; readonly width: number; readonly isInput: boolean }[];
  readonly rows: readonly (readonly SheetCell[])[];
  /** The decimals of the value of each row. */
  readonly inputFormats: readonly number[];
  readonly valueColumn: number;
  readonly growthColumn: number;
  /** A column with a list to choose from, which does not forbid other words. */
  readonly choices: { readonly column: number; readonly words: readonly string[] };
  readonly guide: { readonly name: string; readonly lines: readonly GuideLine[] };
  /** The rows of the hidden sheet by which the form knows itself. */
  readonly identity: readonly (readonly string[])[];
};
