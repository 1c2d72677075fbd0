import type { FrozenEntry, FrozenFigure, FrozenTarget } from '@/lib/assessment/runs/words';
import type { Adjustment, BlockScore, ItemScore } from '@/lib/assessment/scoring/words';
import type { Note } from '@/lib/assessment/words';
import type { Name, Named } from '@/lib/i18n/words';

/** All that a run says of one unit. `shown` is the total as published; the rest are doubles as computed. */
export type UnitResult = Named & {
  readonly total: number | null;
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  readonly grade: string | null;
  readonly previousRank: number | null;
  readonly blocks: readonly BlockScore[];
  readonly items: readonly ItemScore[];
  readonly adjustments: readonly Adjustment[];
  readonly notes: readonly Note[];
  readonly figures: readonly FrozenFigure[];
  readonly targets: readonly FrozenTarget[];
};

/** What a unit is compared with: the parts of its total. */
export type ComparedResult = Pick<
  UnitResult,
  'code' | 'nameZh' | 'nameEn' | 'total' | 'shown' | 'rank' | 'blocks' | 'items' | 'adjustments'
>;

/** How a part of a unit stands among the ranked units. Shares are in percent of the full score. */
export type Standing = {
  readonly kind: 'block' | 'item';
  readonly at: number;
  /** Null when the unit has no rank or no score here. Equal shares share the place. */
  readonly place: number | null;
  /** How many ranked units have a score here. */
  readonly of: number;
  readonly median: number;
  readonly best: number;
};

/** What a published run of the same scheme said of the unit. */
export type PastResult = {
  readonly runId: string;
  readonly periodCode: string;
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly ranked: number;
  readonly grade: Name | null;
};

/** An entry of the ledger that a run counted. */
export type CountedEntry = FrozenEntry & { readonly evidence: string };
