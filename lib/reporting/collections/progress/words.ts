import type { Name } from '@/lib/i18n/words';
import type { PrintedFigure, Vintage } from '@/lib/observations/words';
import type { Timeliness } from '@/lib/reporting/collections/words';
import type { CollectionState, ReviewLevel, StepWord, SubmissionState } from '@/lib/reporting/words';

/** The number of returns of a collection in each state. */
export type Counts = Readonly<Record<SubmissionState, number>>;

/** A collection in the list. `behind` counts units past their deadline that have submitted nothing. */
export type CollectionLine = {
  readonly id: string;
  readonly title: string;
  readonly periodCode: string;
  readonly state: CollectionState;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly isDemonstration: boolean;
  readonly counts: Counts;
  readonly units: number;
  readonly behind: number;
  readonly requests: number;
};

export type CollectionDetail = {
  readonly id: string;
  readonly title: string;
  readonly periodCode: string;
  readonly state: CollectionState;
  readonly closedReason: string;
  readonly group: Name | null;
  readonly calendar: string | null;
  readonly opensAt: Date;
  readonly dueAt: Date;
  readonly graceUntil: Date;
  readonly reviewChain: readonly ReviewLevel[];
  readonly vintage: Vintage;
  readonly instructions: string;
  readonly formNumber: string;
  readonly issuedBy: string;
  readonly isDemonstration: boolean;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** One unit's return. `waits` are the review levels at which figures wait. */
export type UnitProgress = Name & {
  readonly code: string;
  readonly sortOrder: number;
  readonly state: SubmissionState;
  readonly timeliness: Timeliness;
  readonly items: number;
  readonly filled: number;
  readonly approved: number;
  readonly returned: number;
  readonly submittedAt: Date | null;
  readonly firstSubmittedAt: Date | null;
  readonly reminders: number;
  readonly remindedAt: Date | null;
  readonly extendedUntil: Date | null;
  readonly extendedReason: string;
  readonly waits: readonly ReviewLevel[];
};

export type AskedItem = Name & {
  readonly indicatorCode: string;
  readonly periodCode: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly isRequired: boolean;
};

/** A pending request to reopen approved figures. */
export type PendingRequest = {
  readonly unit: Name & { readonly code: string };
  readonly number: number;
  readonly figures: readonly string[];
  /** The approved value of each figure, by `keyOf`; null for one without a number. */
  readonly values: Readonly<Record<string, PrintedFigure | null>>;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
};

/** A step of one person at one moment; `figures` is the number of figures concerned, 0 for the return as a whole. */
export type HistoryLine = {
  readonly unit: Name & { readonly code: string };
  readonly kind: StepWord;
  readonly figures: number;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
};

/** A unit that is overdue in a collection. */
export type LateUnit = Name & {
  readonly code: string;
  readonly collection: string;
  readonly title: string;
  /** The day in Shanghai until which the collection is asked for. */
  readonly dueOn: string;
};

/** Filters of the table of units. */
export const unitFilters = ['behind', 'overdue', 'waiting', 'returned', 'approved'] as const;
export type UnitFilter = (typeof unitFilters)[number];

export const unitSorts = ['state', 'filled', 'submittedAt', 'reminders'] as const;
export type UnitSort = (typeof unitSorts)[number];
