import type { Named } from '@/lib/i18n/words';
import type { Qualifier } from '@/lib/observations/words';
import type { Absence, CheckedIndicator, FigureEntry, FigureKey, RowKind, Severity } from '@/lib/reporting/words';

/**
 * A finding in a cell of an uploaded sheet, or about the sheet as a whole. A `mandatory` one keeps the file from being
 * committed; a `notice` reports a mended detail. `key` names a message under `imports.findings`.
 */
export type StagedFinding = {
  readonly severity: Severity;
  readonly key: string;
  /** `H12`; empty for the sheet as a whole. */
  readonly address: string;
  readonly details: Readonly<Record<string, string>>;
  /** The message of a rule's author, where a rule found it. */
  readonly message: { readonly zh: string; readonly en: string } | null;
};

/** A figure of the return before an upload was committed; an undo restores it. */
export type StagedOld = FigureEntry & {
  readonly value: string | null;
  readonly decimals: number;
  readonly qualifier: Qualifier;
  readonly qualifierPrinted: string;
  readonly absence: Absence;
  readonly reportedYoy: string | null;
};

/** A figure of an open return, for comparison with an uploaded sheet. */
export type OpenFigure = FigureKey & {
  readonly isRequired: boolean;
  readonly indicator: CheckedIndicator;
  /** The fingerprint of the definition that holds in its period. */
  readonly definition: string;
  /** The present entry and its version; null and 0 for none. */
  readonly old: StagedOld | null;
  readonly version: number;
  /** Whether the reporter may write it now; if not, whether because it is in review or approved. */
  readonly isWritable: boolean;
  readonly isLocked: boolean;
};

/** A return that a sheet may be for: that of one unit for one collection. */
export type OpenReturn = {
  readonly collectionId: string;
  readonly title: string;
  readonly periodCode: string;
  readonly figures: readonly OpenFigure[];
};

/** A row of a sheet that waits to be committed. */
export type StagedRow = FigureEntry & {
  /** The place among the figures that the file has, from 1; a row of the sheet may have several. */
  readonly rowNumber: number;
  /** The cell of the value, `H12`. */
  readonly address: string;
  /** The cells of its note and its 同比, where the sheet has columns of them; they are not stored. */
  readonly besides?: { readonly note?: string; readonly yoy?: string };
  readonly kind: RowKind;
  readonly collectionId: string | null;
  readonly indicatorCode: string | null;
  readonly periodCode: string | null;
  readonly value: string | null;
  readonly decimals: number;
  readonly qualifier: Qualifier;
  readonly qualifierPrinted: string;
  readonly absence: Absence;
  readonly reportedYoy: string | null;
  readonly old: StagedOld | null;
  readonly oldVersion: number;
  readonly findings: readonly StagedFinding[];
};

/** The columns of a sheet of figures. */
export const sheetColumns = [
  'indicator',
  'period',
  'unit',
  'measure',
  'value',
  'qualifier',
  'yoy',
  'source',
  'note',
  'explanation',
] as const;
export type SheetColumn = (typeof sheetColumns)[number];

/** The present version of the template's layout; sheets of other versions are refused. */
export const templateVersion = 1;

/** A return for its template, with the figures of a period and of a year before. */
export type TemplateReturn = {
  readonly collectionId: string;
  readonly title: string;
  readonly periodCode: string;
  readonly dueAt: Date;
  readonly isDemonstration: boolean;
  /** 表号 and 制定机关; empty for none. */
  readonly formNumber: string;
  readonly issuedBy: string;
  readonly unit: Named;
  readonly figures: readonly (Omit<OpenFigure, 'version' | 'isWritable' | 'isLocked'> & {
    readonly previous: string | null;
    readonly yearEarlier: string | null;
  })[];
};

/** Words that a template offers for inexact figures. */
export const qualifierWords = ['约', '左右', '多', '余', '以上', '超', '突破', '以内', '不超过', '预计'] as const;
