import type { Qualifier } from '@/lib/observations/words';
import type { Absence, FigureEntry, Severity } from '@/lib/reporting/words';

/**
 * Something found in a cell of an uploaded sheet, or in the sheet as a whole. A `mandatory` one keeps the file from being
 * committed; a `notice` says what was mended. `key` names a message under `imports.findings`.
 */
export type StagedFinding = {
  readonly severity: Severity;
  readonly key: string;
  /** `H12`; empty for the sheet as a whole. */
  readonly address: string;
  readonly details: Readonly<Record<string, string>>;
  /** The words of a rule's author, where a rule found it. */
  readonly message: { readonly zh: string; readonly en: string } | null;
};

/** A figure as it stood in the return before an upload was committed; what an undo brings back. */
export type StagedOld = FigureEntry & {
  readonly value: string | null;
  readonly decimals: number;
  readonly qualifier: Qualifier;
  readonly qualifierPrinted: string;
  readonly absence: Absence;
  readonly reportedYoy: string | null;
};
