import type { AppealedResult } from '@/lib/assessment/appeals/page/words';
import type { AppealState, Outcome } from '@/lib/assessment/appeals/words';
import type { Name, Named } from '@/lib/i18n/words';

export type AppealChoice = {
  readonly unit: string;
  /** `open` are all that nothing ended. */
  readonly state: AppealState | 'open' | '';
};

/** An appeal in a list. */
export type AppealLine = {
  readonly id: string;
  readonly unit: Named;
  readonly result: AppealedResult;
  /** What it is about, by name; null for the total. */
  readonly items: readonly (Name | null)[];
  readonly state: AppealState;
  readonly outcome: Outcome | null;
  readonly reviewUntil: string | null;
  readonly grounds: string;
  readonly asks: string;
  readonly filedAt: Date;
  readonly updatedAt: Date;
};

/** The steps of the office that an appeal may wait for. */
export const waitedSteps = ['accept', 'decide', 'decideReview', 'settle', 'close'] as const;
export type WaitedStep = (typeof waitedSteps)[number];

/** The most lines of a file. */
export const mostInFile = 5000;
