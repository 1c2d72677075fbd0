import type { Named } from '@/lib/i18n/words';
import type { FollowUpState, OriginKind } from '@/lib/monitoring/follow-ups/words';

/** What a list is narrowed to by the due date: late ones, those due within three days, or within one. */
export const dueChoices = ['overdue', 'soon', 'next'] as const;
/** Choices of the list besides the states: all that are not ended, those to be checked, and those with a request for an extension. */
export const stateChoices = ['open', 'toCheck', 'extension'] as const;

export type FollowUpChoice = {
  readonly unit: string;
  readonly state: FollowUpState | (typeof stateChoices)[number] | '';
  readonly due: (typeof dueChoices)[number] | '';
  readonly origin: OriginKind | '';
};

/** A follow-up in a list. */
export type FollowUpLine = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly unit: Named;
  readonly assisting: readonly Named[];
  readonly state: FollowUpState;
  readonly dueOn: string;
  readonly origin: OriginKind;
  readonly isExtensionAsked: boolean;
  readonly measures: string;
  readonly updatedAt: Date;
};

/** The most lines of a file, and the most cards of a column of the board. */
export const mostInFile = 5000;
export const mostCards = 20;
/** How many days before the due date its unit is reminded, and reminded again. */
export const soonDays = 3;
export const nextDay = 1;
