import type { Named } from '@/lib/i18n/words';
import type { PrintedFigure } from '@/lib/observations/words';
import type { CheckedIndicator, CheckFinding, FigureKey } from '@/lib/reporting/words';

/** The most figures that a rule is tried on, and the most findings that are shown. */
export const mostTried = 20_000;
export const mostShown = 50;
/** The number of latest periods whose figures are tried. */
export const triedPeriods = 24;

/** A past figure that a rule is tried on, or one for comparison when it is older than the tried periods. */
export type PastFigure = FigureKey &
  Omit<PrintedFigure, 'qualifierPrinted'> & {
    readonly unitCode: string;
    readonly reportedYoy: string | null;
    readonly isTried: boolean;
  };

/** A past figure with its finding. */
export type FoundFigure = {
  readonly unit: Named;
  readonly indicator: CheckedIndicator;
  readonly figure: PastFigure;
  readonly finding: CheckFinding;
};

export type DryRun = {
  readonly tried: number;
  readonly found: number;
  /** The number of units with findings. */
  readonly units: number;
  /** The first findings, latest periods first. */
  readonly lines: readonly FoundFigure[];
  /** Whether there were more figures than a rule is tried on. */
  readonly isCut: boolean;
};
