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
