import type { Standing, UnitResult } from '@/lib/assessment/rankings/card/unit-result';
import type { ResultRun } from '@/lib/assessment/rankings/result-run';
import type { Basis } from '@/lib/catalogue/words';
import type { Named } from '@/lib/i18n/words';
import type { ConsequenceLine } from '@/lib/monitoring/consequences/list/words';
import type { FollowUpLine } from '@/lib/monitoring/follow-ups/list/words';
import type { LampIndicator } from '@/lib/monitoring/lamps/rule-sets/trial/words';
import type { LampColour } from '@/lib/monitoring/lamps/words';

/** The place of a unit in a published ranking. */
export type PlaceSoFar = {
  readonly run: string;
  readonly scheme: Named;
  readonly periodCode: string;
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly ranked: number;
};

/** The lamp of an indicator in the newest month of the year that has one. */
export type LampNow = {
  readonly indicator: Named;
  readonly month: number;
  readonly colour: LampColour;
  readonly redInRow: number;
  readonly redInYear: number;
};

/** A target with the newest figure of its year. */
export type TargetNow = {
  readonly indicator: LampIndicator & { readonly basis: Basis };
  readonly target: string;
  /** The figure at the end of a month of the year, and that month; null for none yet. */
  readonly actual: string | null;
  readonly month: number | null;
  /** The part of the way from the start of the year to the target, in percent; null where there is none. */
  readonly share: number | null;
  readonly isReached: boolean;
};

/** What is known of a unit in a year, as it was judged and published elsewhere. */
export type Portrait = {
  /** The newest first. */
  readonly places: readonly PlaceSoFar[];
  /** Its result in the newest ranking; null for none. */
  readonly newest: {
    readonly run: ResultRun;
    readonly result: UnitResult;
    readonly standings: readonly Standing[];
  } | null;
  readonly lamps: readonly LampNow[];
  readonly targets: readonly TargetNow[];
  readonly followUps: { readonly lines: readonly FollowUpLine[]; readonly total: number };
  readonly consequences: { readonly lines: readonly ConsequenceLine[]; readonly total: number };
};

/** The most rankings, and the most follow-ups or consequences, that are listed. */
export const mostPlaces = 4;
export const mostListed = 6;
