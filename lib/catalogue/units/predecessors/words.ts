import type { MeasuredIndicator } from '@/lib/catalogue/units/words';
import type { Basis } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { FigureView } from '@/lib/observations/words';

/** A unit whose figures a successor shows: a predecessor, or the successor itself before others merged into it. */
export type Part = Named & {
  /** The day of the change; figures of periods that ended before are shown. */
  readonly happenedOn: string;
  /** Whether it became the successor with others, or the successor came out of it. */
  readonly isMerged: boolean;
  readonly addsUp: boolean;
};

export type PartFigure = {
  readonly indicator: MeasuredIndicator & { readonly basis: Basis };
  readonly figure: FigureView;
};

/** What the parts had in a period, in their order; and the sum, where it is one that the office calls comparable. */
export type PartPeriod = {
  readonly periodCode: string;
  readonly figures: readonly (FigureView | null)[];
  readonly sum: { readonly value: string; readonly decimals: number } | null;
};

export type PartHistory = {
  readonly indicator: PartFigure['indicator'];
  /** Newest first. */
  readonly periods: readonly PartPeriod[];
};

/** The history of a unit before it became what it is; `isWhole` unless there are more indicators. */
export type Predecessors = {
  readonly parts: readonly Part[];
  readonly histories: readonly PartHistory[];
  readonly isWhole: boolean;
};
