import type { RemedyLine } from '@/lib/assessment/appeals/remedies/words';
import type { Appeal, Step } from '@/lib/assessment/appeals/words';
import type { Name, Named } from '@/lib/i18n/words';
import type { EvidenceLine } from '@/lib/reporting/attachments/words';

/** A step in the history as a page tells it. */
export type HistoryStep = {
  readonly step: Step;
  /** What a remedy is called that the step recorded; null for other steps, and for one of which nothing more is known. */
  readonly settled: RemedyLine | null;
  readonly words: string;
  readonly by: string;
  readonly at: Date;
};

/** The result that an appeal is about, as lists and pages name it. */
export type AppealedResult = { readonly scheme: Name; readonly periodCode: string };

/** An appeal with everything that its page shows. */
export type AppealView = Appeal & {
  readonly id: string;
  readonly named: Named;
  readonly result: AppealedResult;
  /** What it is about, by name; null for the total. */
  readonly items: readonly (Name | null)[];
  readonly files: readonly EvidenceLine[];
  readonly history: readonly HistoryStep[];
  readonly publisher: string | null;
  /** What it may have led to, for the office. */
  readonly remedies: readonly RemedyLine[];
  /** Names of the indicator and moment of the run in a recorded remedy. */
  readonly settled: RemedyLine | null;
};
