import type { FrozenEntry, FrozenFigure, FrozenTarget, ReplacedFigure } from '@/lib/assessment/runs/words';
import type { UnitScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';
import type { Name, Named } from '@/lib/i18n/words';

/** The whole result of one unit in a run. `shown` is the published total; other numbers are doubles as computed. */
export type UnitResult = Named &
  Omit<UnitScore, 'unit'> & {
    readonly previousRank: number | null;
    readonly figures: readonly FrozenFigure[];
    /** The earlier figures of the unit that were replaced, since units merged into it or it was split. */
    readonly replaced: readonly ReplacedFigure[];
    readonly targets: readonly FrozenTarget[];
  };

/** The parts of a unit's total, for a comparison. */
export type ComparedResult = Pick<
  UnitResult,
  'code' | 'nameZh' | 'nameEn' | 'total' | 'shown' | 'rank' | 'blocks' | 'items' | 'adjustments'
>;

/** The standing of a unit's part among the ranked units. Shares are in percent of the full score. */
export type Standing = {
  readonly kind: 'block' | 'item';
  readonly at: number;
  /** Null when the unit has no rank or no score in this part. Equal shares share the place. */
  readonly place: number | null;
  /** The number of ranked units that share the place, the unit itself included; 0 without a place. */
  readonly shared: number;
  /** The number of ranked units with a score in this part. */
  readonly of: number;
  readonly median: number;
  readonly best: number;
};

/** The result of the unit in a published run of the same scheme. */
export type PastResult = {
  readonly runId: string;
  readonly periodCode: string;
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly ranked: number;
  /** The number of assessed units. */
  readonly units: number;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly notes: readonly Note[];
  readonly grade: Name | null;
};

/** An entry of the ledger that a run counted. */
export type CountedEntry = FrozenEntry & { readonly evidence: string };
