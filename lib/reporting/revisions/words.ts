import type { AccountRole, Role } from '@/lib/access/words';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import type { Name, Named } from '@/lib/i18n/words';
import type { FigureView, PrintedFigure } from '@/lib/observations/words';
import type { Absence, ReviewStep } from '@/lib/reporting/words';
import type { Change, Growth } from '@/lib/statistics/words';

/** The most changes on a page, and the most pages: for more, the range has to be shorter. */
export const changesPerPage = 50;
export const mostPages = 200;

/** `new` had no value before, `changed` had another. */
export const changeKinds = ['all', 'changed', 'new'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The parts in which two values of a figure may differ. */
export const changedParts = ['value', 'qualifier', 'vintage', 'source', 'reportedYoy'] as const;
export type ChangedPart = (typeof changedParts)[number];

/** The key of one figure. */
export type FigureChoice = {
  readonly indicatorCode: string;
  readonly unitCode: string;
  readonly periodCode: string;
};

/** The actor: the product itself, a person by name for readers who may know it, else by role. */
export type Actor =
  | { readonly kind: 'system' }
  | { readonly kind: 'person'; readonly name: string; readonly role: AccountRole }
  | { readonly kind: 'role'; readonly role: Role | null };

/** A past or present value of the figure, with its citation, reason, time and author. */
export type FigureRevision = FigureView & {
  readonly revision: number;
  readonly reason: string;
  /** Whether it withdraws the figure: its values are those that were withdrawn. */
  readonly isWithdrawal: boolean;
  readonly recordedAt: Date;
  readonly by: Actor;
  /** The collection whose review set the value; null for a value from a file. */
  readonly collection: CollectionName | null;
};

export type CollectionName = { readonly id: string; readonly title: string };

/** A step of the figure in the return of a collection, with its value at that time. */
export type FigureStep = { readonly [Part in keyof PrintedFigure]: PrintedFigure[Part] | null } & {
  readonly collection: CollectionName;
  readonly step: number;
  readonly kind: ReviewStep;
  readonly absence: Absence | null;
  readonly reportedYoy: string | null;
  /** 核定数: the value that the reviewer found instead. */
  readonly approvedValue: string | null;
  readonly approvedDecimals: number | null;
  readonly reason: string;
  readonly at: Date;
  readonly by: Actor;
};

/** The whole history of one figure. */
export type FigureHistory = {
  readonly indicator: IndicatorView & { readonly responsibleZh: string; readonly responsibleEn: string };
  readonly unit: Named & { readonly isDemonstration: boolean };
  readonly periodCode: string;
  /** The published value; null while nothing was approved. */
  readonly current: FigureView | null;
  /** The growth since the same period a year earlier, when both are exact. */
  readonly computed: Growth | null;
  /** In the order of recording. */
  readonly revisions: readonly FigureRevision[];
  /** In the order of time; empty for readers who may not see them. */
  readonly steps: readonly FigureStep[];
  /** Whether the reader may see steps. */
  readonly showsSteps: boolean;
};

/** A figure at one end of a time range. */
export type StoodAs = PrintedFigure & Pick<FigureView, 'vintage' | 'reportedYoy'> & { readonly sourceCode: string };

/** A figure whose published value changed, or that is newly published. */
export type ChangedFigure = FigureChoice & {
  readonly indicator: Pick<IndicatorView, 'nameZh' | 'nameEn' | 'unitZh' | 'unitEn' | 'measure'>;
  readonly unit: Name;
  readonly before: StoodAs | null;
  /** Of a withdrawn figure, what was withdrawn. */
  readonly after: StoodAs;
  readonly isWithdrawn: boolean;
  readonly differs: readonly ChangedPart[];
  /** From the old to the new value, between exact ones. */
  readonly difference: Change | null;
  readonly sourceTitle: string;
  readonly sourceWithdrawn: string | null;
  readonly reason: string;
  readonly by: Actor;
  readonly at: Date;
};

export type ChangeChoice = {
  readonly since: Date;
  readonly until: Date;
  readonly indicatorCode?: string | undefined;
  readonly unitCode?: string | undefined;
  readonly groupCode?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  /** Counted from 1. */
  readonly page?: number | undefined;
};

export type Changes = {
  readonly figures: readonly ChangedFigure[];
  /** The numbers of new and of changed figures, on all pages. */
  readonly added: number;
  readonly changed: number;
  /** Whether there are more than `added` and `changed` say: the counts stop where the pages end. */
  readonly isMore: { readonly added: boolean; readonly changed: boolean };
};
