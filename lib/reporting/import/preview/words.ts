import type { StagedFinding, StagedOld } from '@/lib/reporting/import/words';
import type { CheckedIndicator, FigureEntry, RowKind, UploadState } from '@/lib/reporting/words';

/** The filters of rows in a preview. */
export const rowFilters = ['all', 'added', 'changed', 'unchanged', 'faulty', 'findings'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** The number of rows on a page of a preview. */
export const rowsOnPage = 100;

/** An upload on its page. */
export type UploadView = Readonly<Record<RowKind, number>> & {
  readonly id: string;
  readonly fileName: string;
  readonly format: 'xlsx' | 'csv';
  readonly encoding: string | null;
  readonly template: number;
  readonly state: UploadState;
  readonly uploadedAt: Date;
  readonly by: string;
  readonly committedAt: Date | null;
  readonly committedBy: string | null;
  readonly undoneAt: Date | null;
  /** The number of rows with findings. */
  readonly findings: number;
  /** The sheet under a mapping that it was read from; null for a file that was read by its headings. */
  readonly mappedId: string | null;
  /** The findings about the file as a whole. */
  readonly told: readonly StagedFinding[];
  readonly collections: readonly { readonly id: string; readonly title: string }[];
};

/** A row of a preview: its change and its findings. `difference` is a decimal string. */
export type PreviewRow = FigureEntry & {
  readonly rowNumber: number;
  readonly address: string;
  readonly kind: RowKind;
  readonly indicatorCode: string | null;
  readonly periodCode: string | null;
  readonly indicator: CheckedIndicator | null;
  readonly value: string | null;
  readonly decimals: number;
  readonly qualifier: StagedOld['qualifier'];
  readonly qualifierPrinted: string;
  readonly absence: StagedOld['absence'];
  readonly reportedYoy: string | null;
  readonly difference: string | null;
  readonly old: StagedOld | null;
  readonly findings: readonly StagedFinding[];
};
