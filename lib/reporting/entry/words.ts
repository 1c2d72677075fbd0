import type { FigureEntry, FigureKey, FigureState } from '@/lib/reporting/words';

/** The fields of a figure that another person changed meanwhile, with their text. */
export type SaveConflict = FigureKey & {
  readonly version: number;
  readonly entry: FigureEntry;
  readonly state: FigureState;
  /** Whether one's own other window saved it. */
  readonly isOwn: boolean;
  readonly by: string;
  readonly at: Date;
};

/** The result of saving: the stored figures with their versions, and those that another person changed meanwhile. */
export type Saved = {
  readonly saved: readonly (FigureKey & { readonly version: number })[];
  readonly conflicts: readonly SaveConflict[];
  readonly savedAt: Date;
};

/** An entry before anything is written. */
export const emptyEntry: FigureEntry = { typed: '', typedYoy: '', note: '', sourceText: '', explanation: '' };

/** The most figures in one save. */
export const mostCells = 2000;
