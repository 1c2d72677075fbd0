/** How many entries have a field, a grade and a street, by code; empty where they have none. */
export type CountCell = {
  readonly field: string;
  readonly grade: string;
  readonly street: string;
  readonly count: number;
};

/** A table of counts: a row for each code, with a number for each column and their sum. */
export type CrossTable = {
  readonly rows: readonly { readonly code: string; readonly counts: readonly number[]; readonly total: number }[];
  readonly totals: readonly number[];
  readonly total: number;
};
