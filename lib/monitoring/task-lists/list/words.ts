import type { Named } from '@/lib/i18n/words';

/** What the list of units is narrowed to. */
export type ListChoice = { readonly year: number; readonly group: string };

/** A unit in the list, with its counts of a year. */
export type UnitLine = {
  readonly unit: Named;
  readonly tasks: number;
  readonly open: number;
  readonly overdue: number;
  readonly done: number;
  /** The indicators whose newest lamp is red. */
  readonly red: number;
};

/** What waits in the lists of a year that somebody sees. */
export type TaskCounts = { readonly open: number; readonly overdue: number; readonly notBegun: number };
