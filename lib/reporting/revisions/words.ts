import type { AccountRole, Role } from '@/lib/access/words';
import type { IndicatorView } from '@/lib/catalogue/indicators/words';
import type { Name, Named } from '@/lib/i18n/words';
import type { FigureView, PrintedFigure } from '@/lib/observations/words';
import type { Absence, ReviewStep } from '@/lib/reporting/words';
import type { Growth } from '@/lib/statistics/words';

/** Changes on one page, and pages at most: beyond them the stretch of time has to be a shorter one. */
export const changesPerPage = 50;
export const mostPages = 200;

/** `new` had no value before, `changed` had another. */
export const changeKinds = ['all', 'changed', 'new'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What may differ between two values of a figure. */
export const changedParts = ['value', 'qualifier', 'vintage', 'source', 'reportedYoy'] as const;
export type ChangedPart = (typeof changedParts)[number];

/** The key of one figure. */
export type FigureChoice = {
  readonly indicatorCode: string;
  readonly unitCode: string;
  readonly periodCode: string;
};

/** Who did something: the product itself, a person by name for who may know it, else by role. */
export type Actor =
  | { readonly kind: 'system' }
  | { readonly kind: 'person'; readonly name: string; readonly role: AccountRole }
  | { readonly kind: 'role'; readonly role: Role | null };

/** One value that the figure had, with where it stands, why and when it was recorded and by whom. */
export type FigureRevision = FigureView & {
  readonly revision: number;
  readonly reason: string;
  readonly recordedAt: Date;
  readonly by: Actor;
  /** The collection whose review brought it; null for a file's. */
  readonly collection: CollectionName | null;
};

export type CollectionName = { readonly id: string; readonly title: string };

/** One step of the figure in the return of a collection, with the value as it was then. */
export type FigureStep = { readonly [Part in keyof PrintedFigure]: PrintedFigure[Part] | null } & {
  readonly collection: CollectionName;
  readonly step: number;
  readonly kind: ReviewStep;
  readonly absence: Absence | null;
  readonly reportedYoy: string | null;
  /** 核定数: what the reviewer found instead. */
  readonly approvedValue: string | null;
  readonly approvedDecimals: number | null;
  readonly reason: string;
  readonly at: Date;
  readonly by: Actor;
};

/** Everything that ever happened to one figure. */
export type FigureHistory = {
  readonly indicator: IndicatorView & { readonly responsibleZh: string; readonly responsibleEn: string };
  readonly unit: Named & { readonly isDemonstration: boolean };
  readonly periodCode: string;
  /** What pages show now; null while nothing was approved. */
  readonly current: FigureView | null;
  /** Against the same period a year earlier, when both are exact. */
  readonly computed: Growth | null;
  /** In the order of recording. */
  readonly revisions: readonly FigureRevision[];
  /** In the order of time; empty for who may not see them. */
  readonly steps: readonly FigureStep[];
  /** Whether the reader may see steps at all. */
  readonly showsSteps: boolean;
};

/** A figure as it stood at one end of a stretch of time. */
export type StoodAs = PrintedFigure & Pick<FigureView, 'vintage' | 'reportedYoy'> & { readonly sourceCode: string };

/** A figure that pages show otherwise than they did, or that they did not show before. */
export type ChangedFigure = FigureChoice & {
  readonly indicator: Pick<IndicatorView, 'nameZh' | 'nameEn' | 'unitZh' | 'unitEn' | 'measure'>;
  readonly unit: Name;
  readonly before: StoodAs | null;
  readonly after: StoodAs;
  readonly differs: readonly ChangedPart[];
  /** From the old to the new value, between exact ones. */
  readonly difference: Growth | null;
  readonly sourceTitle: string;
  readonly reason: string;
  readonly at: Date;
};

export type ChangeChoice = {
  readonly since: Date;
  readonly until: Date;
  readonly indicatorCode?: string | undefined;
  readonly unitCode?: string | undefined;
  readonly groupCode?: string | undefined;
  readonly kind?: ChangeKind | undefined;
  /** From 1. */
  readonly page?: number | undefined;
};

export type Changes = {
  readonly figures: readonly ChangedFigure[];
  /** How many figures are new and how many have another value, on all pages. */
  readonly added: number;
  readonly changed: number;
  /** Whether more have another value than `changed` says: they are counted no further. */
  readonly isMore: boolean;
};
