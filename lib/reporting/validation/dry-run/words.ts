import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import type { CheckedIndicator, CheckFinding, FigureKey } from '@/lib/reporting/words';

/** The most figures that a rule is tried on, and how many of those found are shown. */
export const mostTried = 20_000;
export const mostShown = 50;
/** Of how many of the latest periods the figures are. */
export const triedPeriods = 24;

/** A figure of the past that a rule is tried on, or compares with when it is older than the periods tried. */
export type PastFigure = FigureKey &
  Omit<PrintedFigure, 'qualifierPrinted'> & {
    readonly unitCode: string;
    readonly reportedYoy: string | null;
    readonly isTried: boolean;
  };

/** A past figure that a rule would have found, with what it finds. */
export type FoundFigure = {
  readonly unit: Named;
  readonly indicator: CheckedIndicator;
  readonly figure: PastFigure;
  readonly finding: CheckFinding;
};

export type DryRun = {
  readonly tried: number;
  readonly found: number;
  /** In how many units something was found. */
  readonly units: number;
  /** The first of those found, the latest periods first. */
  readonly lines: readonly FoundFigure[];
  /** There were more figures than a rule is tried on. */
  readonly isCut: boolean;
};
