import type { OtherBase } from '@/lib/catalogue/comparing/words';
import type { Named } from '@/lib/i18n/words';
import type { Timeliness } from '@/lib/reporting/collections/words';
import type {
  Absence,
  CheckedIndicator,
  FigureEntry,
  FigureKey,
  FigureState,
  InForce,
  PeerSpread,
  ReviewLevel,
  SubmissionState,
} from '@/lib/reporting/words';

/** A return in its reporter's list, without its figures. */
export type ReturnHead = {
  readonly collectionId: string;
  readonly title: string;
  readonly periodCode: string;
  readonly unit: Named;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly graceUntil: Date;
  readonly extendedUntil: Date | null;
  readonly timeliness: Timeliness;
  readonly isOpen: boolean;
  readonly reviewChain: readonly ReviewLevel[];
  readonly instructions: string;
  /** 表号 and 制定机关; empty for none. */
  readonly formNumber: string;
  readonly issuedBy: string;
  readonly isDemonstration: boolean;
  readonly state: SubmissionState;
  readonly items: number;
  readonly filled: number;
  readonly submitted: number;
  readonly returned: number;
  readonly approved: number;
  readonly reviewBegan: boolean;
  readonly submittedAt: Date | null;
  readonly savedAt: Date | null;
  readonly reminder: string;
  readonly remindedAt: Date | null;
  readonly version: number;
};

/** A point of a figure's course: its period and its value, oldest first. */
export type CourseStep = { readonly periodCode: string; readonly value: string };

/** One figure of the form: its indicator, its earlier values and its entry. */
export type FormFigure = FigureKey & {
  readonly indicator: CheckedIndicator;
  /** Other names of the indicator, by which pasted rows are found too. */
  readonly aliases: readonly string[];
  readonly isRequired: boolean;
  readonly entry: FigureEntry;
  readonly version: number;
  /** Null before the first entry. */
  readonly state: FigureState | null;
  readonly canWrite: boolean;
  /** Whether it is of the last submission and no reviewer has decided anything since. */
  readonly canWithdraw: boolean;
  readonly absence: Absence;
  readonly evidence: { readonly id: string; readonly fileName: string } | null;
  readonly returnReason: string;
  /** 核定数 beside the reported value, with its reason. */
  readonly approvedValue: string | null;
  readonly approvedReason: string;
  /** 核定数 where it counts for the checks. */
  readonly inForce: InForce | null;
  readonly previous: string | null;
  readonly yearEarlier: string | null;
  /** What stands in place of the two, since units merged or split; null for themselves. */
  readonly otherBases: { readonly previous: OtherBase | null; readonly yearEarlier: OtherBase | null };
  readonly target: string | null;
  readonly course: readonly CourseStep[];
  readonly peers: PeerSpread | null;
};

/** A figure that a reviewer returned, with the reason. */
export type ReturnedFigure = FigureKey & {
  readonly collectionId: string;
  readonly title: string;
  readonly indicator: CheckedIndicator;
  readonly typed: string;
  readonly reason: string;
};
