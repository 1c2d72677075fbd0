import type { FigureEntry, FigureKey, FigureState } from '@/lib/reporting/words';

/** The fields of a figure whose text somebody else changed meanwhile, with what they wrote. */
export type SaveConflict = FigureKey & {
  readonly version: number;
  readonly entry: FigureEntry;
  readonly state: FigureState;
  readonly by: string;
  readonly at: Date;
};

/** What came of saving: the figures now stored with their versions, and those that somebody else changed meanwhile. */
export type Saved = {
  readonly saved: readonly (FigureKey & { readonly version: number })[];
  readonly conflicts: readonly SaveConflict[];
  readonly savedAt: Date;
};

/** Nothing written yet. */
export const emptyEntry: FigureEntry = { typed: '', typedYoy: '', note: '', sourceText: '', explanation: '' };

/** The most figures of one saving. */
export const mostCells = 2000;
