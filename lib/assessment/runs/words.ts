import type { EntryKind } from '@/lib/assessment/words';
import type { Qualifier, Vintage } from '@/lib/observations/words';

/** A figure as it stood when a run froze it; `revision` is its number in the figure's history. */
export type FrozenFigure = {
  readonly indicator: string;
  readonly period: string;
  readonly value: string;
  readonly decimals: number;
  readonly qualifier: Qualifier;
  readonly qualifierPrinted: string;
  readonly vintage: Vintage;
  readonly revision: number;
  readonly source: string;
};

export type FrozenTarget = { readonly indicator: string; readonly base: string; readonly stretch: string | null };

/** An entry of the ledger as a run froze it. */
export type FrozenEntry = {
  readonly id: string;
  readonly unit: string;
  readonly kind: EntryKind;
  readonly node: string;
  readonly rule: string;
  readonly points: number;
  readonly incident: string;
  readonly article: string;
  readonly reason: string;
};

/** A unit with what was frozen of it. */
export type FrozenUnit = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly order: number;
  readonly figures: readonly FrozenFigure[];
  readonly targets: readonly FrozenTarget[];
};

export type StoredTerms = {
  readonly deadlinePassed: boolean;
  /** The units in their official order, as they were named then. */
  readonly units: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly order: number;
  }[];
  readonly entries: readonly FrozenEntry[];
  /** Which of the entries were not confirmed yet: with any, a trial stays one. */
  readonly unconfirmed?: readonly string[];
};

/** Between which ranks a unit moves when weights and methods are drawn at random. */
export type RankInterval = {
  readonly unit: string;
  readonly rank: number;
  /** The 5th, 50th and 95th percentile of its ranks, and the best and worst seen. */
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly best: number;
  readonly worst: number;
  readonly firstShare: number;
};

/** How firm a ranking is: kept beside the run, computed once. Shares are from 0 to 1. */
export type StoredRobustness = {
  readonly draws: number;
  readonly seed: number;
  /** How far weights were moved, in percent of each. */
  readonly spread: number;
  readonly intervals: readonly RankInterval[];
  /** Of all pairs of units and draws, how many stand the other way round than published. */
  readonly flippedPairs: number;
  /** Without the item: how many units change rank, by how many places at most, and who is first. */
  readonly withoutItem: readonly {
    readonly item: string;
    readonly moved: number;
    readonly farthest: number;
    readonly first: string;
  }[];
  /** Neighbours whose totals differ by less than the published decimals show. */
  readonly nearTies: readonly { readonly above: string; readonly below: string; readonly gap: number }[];
};
