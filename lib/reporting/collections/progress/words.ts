import type { Name } from '@/lib/i18n/words';
import type { Vintage } from '@/lib/observations/words';
import type { Timeliness } from '@/lib/reporting/collections/words';
import type { CollectionState, ReviewLevel, ReviewStep, SubmissionState } from '@/lib/reporting/words';

/** How many returns of a collection are in each state. */
export type Counts = Readonly<Record<SubmissionState, number>>;

/** A collection as the list shows it. `behind` are units past their deadline that have sent nothing. */
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
  readonly isDemonstration: boolean;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Date;
};

/** One unit's return. `waits` are the levels whose decision figures of it wait for. */
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

/** A request to open approved figures again that waits for the office. */
export type PendingRequest = {
  readonly unit: Name & { readonly code: string };
  readonly number: number;
  readonly figures: readonly string[];
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
};

/** A step of somebody at one moment; `figures` is how many it was about, 0 for the return as a whole. */
export type HistoryLine = {
  readonly unit: Name & { readonly code: string };
  readonly kind: ReviewStep;
  readonly figures: number;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
};

/** Which units the table shows. */
export const unitFilters = ['behind', 'overdue', 'waiting', 'returned', 'approved'] as const;
export type UnitFilter = (typeof unitFilters)[number];

export const unitSorts = ['state', 'filled', 'submittedAt', 'reminders'] as const;
export type UnitSort = (typeof unitSorts)[number];
