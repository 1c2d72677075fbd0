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
} from '@/lib/reporting/words';
import type { Growth } from '@/lib/statistics/words';

/** The place in `worst` of a figure in which the checks found nothing. */
export const clean = 9;

/** Reasons that returns are given again and again; a message under `review.phrases` each. */
export const returnPhrases = ['magnitude', 'period', 'definition', 'explanation', 'evidence', 'total'] as const;

/** What a reviewer did last, told on the page that follows; a message under `review.done` each. */
export const outcomes = ['approved', 'returned', 'verified', 'asked'] as const;
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
  /** How many of them have a finding of each severity as their worst one. */
  readonly mandatory: number;
  readonly quasiMandatory: number;
  readonly query: number;
  readonly notice: number;
};

/** A decision of the reviewer's own: one step on figures of a return, taken at once. */
export type DecidedLine = {
  readonly collectionId: string;
  readonly title: string;
  readonly unit: Named;
  readonly kind: ReviewStep;
  readonly reason: string;
  readonly figures: number;
  /** The first of them. */
  readonly indicator: Named;
  readonly key: FigureKey;
  readonly at: Date;
};

/** A return as its reviewer sees it, without its figures. */
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
  /** The figures of a request to open them again that waits, by `keyOf`. */
  readonly asked: readonly string[];
};

/** A figure under review: what is reported, what was known, what the checks found, what was decided so far. */
export type ReviewFigure = FigureKey & {
  readonly indicator: CheckedIndicator;
  readonly department: string;
  readonly departmentEn: string;
  readonly version: number;
  readonly state: FigureState;
  readonly awaits: ReviewLevel | null;
  /** Whether the reviewer who asks is to decide it now. */
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
  /** 核定数 with who found it and why. */
  readonly verified: { readonly figure: PrintedFigure; readonly reason: string; readonly by: string } | null;
  readonly returned: { readonly reason: string; readonly by: string } | null;
  readonly target: { readonly base: string; readonly stretch: string | null; readonly note: string } | null;
  readonly known: Comparison;
};

/** What the product shows of other periods, and the changes on them that we compute. */
export type Comparison = {
  /** What pages show of this very figure now. */
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
