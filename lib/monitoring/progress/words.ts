/** What says how much of a year should be done by the end of a month. */
export const curveSources = ['plan', 'linear', 'earlierYears'] as const;
export type CurveSource = (typeof curveSources)[number];

/** The expected course of a year: a value and a share of the year's way at the end of each month. */
export type YearCurve = {
  readonly source: CurveSource;
  /** Where the year begins: nothing for an amount that adds up, the level of the year before for any other. */
  readonly start: number;
  readonly target: number;
  readonly values: readonly number[];
  /** Never falling, and 1 at the end. */
  readonly shares: readonly number[];
};

/** Where an indicator stands in its year, at the end of a month. Shares are parts of 1. */
export type Progress = {
  readonly month: number;
  readonly expected: number;
  readonly expectedShare: number;
  readonly actual: number;
  /** The part of the way from the start to the target; null where both are the same. */
  readonly actualShare: number | null;
  /** How far it is ahead of the expected value in its own unit; negative for behind. */
  readonly gap: number;
  /** The same in percentage points of the year's way; null where there is no way. */
  readonly gapPoints: number | null;
  /** What each of the remaining months must bring to reach the target; null at the end of the year. */
  readonly pace: number | null;
  readonly isReached: boolean;
};

/** How a forecast was made: the total of earlier years by their shape, or the change that they made from this month on. */
export type ForecastMethod = 'sharesOfYears' | 'changesOfYears';

/** The value that a year would end with; a range where several earlier years say it. */
export type Forecast = {
  readonly method: ForecastMethod;
  readonly value: number;
  readonly range: { readonly low: number; readonly high: number } | null;
  /** The earlier years that it follows, the newest first. */
  readonly years: readonly number[];
};

/** The end of each month of an earlier year as far as it is known, its last one the end of the year. */
export type EarlierYear = { readonly year: number; readonly ends: readonly (number | null)[] };
