import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import type {
  Absence,
  CheckedIndicator,
  CheckFinding,
  FigureKey,
  FigureState,
  ReviewLevel,
  ReviewStep,
  StepWord,
} from '@/lib/reporting/words';
import type { Growth } from '@/lib/statistics/words';

/** Seconds in which a reviewer may take a decision back. */
export const undoSeconds = 10;

/** The value of `worst` for a figure without findings. */
export const clean = 9;

/** Frequent reasons for returning figures; each has a message under `review.phrases`. */
export const returnPhrases = ['magnitude', 'period', 'definition', 'explanation', 'evidence', 'total'] as const;

/** A reviewer's last action, reported on the next page; each has a message under `review.done`. */
export const outcomes = ['approved', 'returned', 'verified', 'asked', 'undone'] as const;
export type Outcome = (typeof outcomes)[number];

/** Figures of one collection, unit and department that wait for a reviewer. */
export type QueueLine = {
  readonly collectionId: string;
  readonly title: string;
  readonly periodCode: string;
  readonly isDemonstration: boolean;
  readonly unit: Named;
  readonly department: string;
  readonly departmentEn: string;
  readonly dueAt: Date;
  readonly submittedAt: Date | null;
  readonly waiting: number;
  /** The number of figures by the severity of their worst finding. */
  readonly mandatory: number;
  readonly quasiMandatory: number;
  readonly query: number;
  readonly notice: number;
};

/** Figures of one indicator and period that wait for a reviewer in the returns of a collection. */
export type IndicatorLine = FigureKey & {
  readonly collectionId: string;
  readonly title: string;
  readonly isDemonstration: boolean;
  readonly indicator: Named;
  readonly dueAt: Date;
  /** The units of which a figure waits, and those of them with findings. */
  readonly waiting: number;
  readonly flagged: number;
};

/** A decision of the reviewer: one step on figures of a return, taken at once. */
export type DecidedLine = {
  readonly collectionId: string;
  readonly title: string;
  readonly unit: Named;
  readonly kind: StepWord;
  readonly reason: string;
  readonly figures: number;
  /** The first of the indicators. */
  readonly indicator: Named;
  readonly key: FigureKey;
  readonly at: Date;
};

/** A return on its reviewer's page, without its figures. */
export type ReviewHead = {
  readonly collectionId: string;
  readonly title: string;
  readonly periodCode: string;
  readonly isDemonstration: boolean;
  readonly unit: Named;
  readonly reviewChain: readonly ReviewLevel[];
  readonly dueAt: Date;
  readonly submittedAt: Date | null;
  readonly round: number;
  /** The figures of the pending request to reopen, by `keyOf`. */
  readonly asked: readonly string[];
};

/** A collection, as the head of a page with one of its indicators in all units. */
export type IndicatorHead = Pick<ReviewHead, 'collectionId' | 'title' | 'isDemonstration' | 'reviewChain' | 'dueAt'>;

/** A figure under review: the reported value, earlier values, findings, and decisions so far. */
export type ReviewFigure = FigureKey & {
  readonly unit: Named;
  readonly indicator: CheckedIndicator;
  readonly department: string;
  readonly departmentEn: string;
  readonly version: number;
  readonly state: FigureState;
  readonly awaits: ReviewLevel | null;
  /** Whether this reviewer is to decide it now. */
  readonly isMine: boolean;
  readonly typed: string;
  readonly reported: PrintedFigure | null;
  readonly absence: Absence;
  readonly reportedYoy: string | null;
  readonly note: string;
  readonly sourceText: string;
  readonly explanation: string;
  readonly evidence: { readonly id: string; readonly fileName: string } | null;
  readonly submittedBy: string;
  readonly findings: readonly CheckFinding[];
  readonly worst: number;
  /** The figures of the return, by `keyOf`, that must agree with it. */
  readonly partners: readonly string[];
  /** 核定数 with its author and reason. */
  readonly verified: {
    readonly figure: PrintedFigure;
    readonly yoy: string | null;
    readonly reason: string;
    readonly by: string;
  } | null;
  readonly returned: { readonly reason: string; readonly by: string } | null;
  readonly target: { readonly base: string; readonly stretch: string | null; readonly note: string } | null;
  readonly known: Comparison;
  /** The same of 核定数; null without one. */
  readonly knownVerified: Comparison | null;
};

/** Figures of other periods, and the computed changes. */
export type Comparison = {
  /** The published value of this figure. */
  readonly current: PrintedFigure | null;
  readonly previous: PrintedFigure | null;
  readonly yearEarlier: PrintedFigure | null;
  readonly previousPeriod: string | null;
  readonly yearEarlierPeriod: string | null;
  readonly onPrevious: Growth | null;
  readonly onYear: Growth | null;
  /** The last twelve periods of its kind, oldest first, this one last; null is a gap. */
  readonly course: readonly (string | null)[];
};

/** A step of one figure's history. */
export type FigureStep = {
  readonly step: number;
  readonly kind: ReviewStep;
  readonly figure: PrintedFigure | null;
  readonly absence: Absence;
  readonly verified: PrintedFigure | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};
