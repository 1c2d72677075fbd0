import type { ColumnKey, Fate, ImportLine, Notice, SheetCount, ToldNames } from '@/lib/catalogue/workbook/words';
import type { RefusalKey } from '@/lib/i18n/refusal-key';

/** The number of rows of a fate in all sheets. */
export const rowsOfFate = (counts: readonly SheetCount[], fate: Fate): number =>
  counts.reduce((sum, one) => sum + one[fate], 0);

/** The numbers of rows that an import made, changed, and proposed to a second person. */
export const writtenRows = (counts: readonly SheetCount[]) => ({
  created: rowsOfFate(counts, 'created'),
  changed: rowsOfFate(counts, 'changed'),
  proposed: rowsOfFate(counts, 'proposed'),
});

/** Why a cell is not taken: a message with its details. */
export type CellFault = {
  /** The sheet by its own name. */
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
  readonly column: ColumnKey | null;
  readonly key: RefusalKey;
  readonly details: Readonly<Record<string, string | number>>;
};

/** What an import says: all its faults, or its changes, to be made or made. */
export type ImportOutcome =
  | { readonly kind: 'faults'; readonly faults: readonly CellFault[]; readonly total: number }
  | {
      readonly kind: 'preview' | 'written';
      readonly counts: readonly SheetCount[];
      readonly lines: readonly ImportLine[];
      readonly names: ToldNames;
      readonly total: number;
      readonly notices: readonly Notice[];
      /** Whether something needs a reason, and none was given. */
      readonly lacksReason: boolean;
      /** The mark of what was previewed; empty where nothing changes. */
      readonly follows: string;
    };
