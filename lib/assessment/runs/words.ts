import type { ItemScore } from '@/lib/assessment/scoring/words';
import type { EntryKind, ItemState, Note } from '@/lib/assessment/words';
import type { Name, Named } from '@/lib/i18n/words';
import type { PrintedFigure, Vintage } from '@/lib/observations/words';

/** How fingerprints are written. Each form stays, for the runs that were published under it. */
export const fingerprintForms = [1, 2] as const;
export type FingerprintForm = (typeof fingerprintForms)[number];
/** The form that new runs get. */
export const newestForm = 2 satisfies FingerprintForm;

/** A figure as a run froze it; `revision` is its number in the figure's history. */
export type FrozenFigure = PrintedFigure & {
  readonly indicator: string;
  readonly period: string;
  readonly vintage: Vintage;
  readonly revision: number;
  readonly source: string;
};

/** What a run may lack: figures of the units, targets of the office, answers given by hand. */
export const gapKinds = ['figure', 'target', 'answer'] as const;
export type GapKind = (typeof gapKinds)[number];
/** What a unit's target lacks: it is disputed, or not confirmed. Targets without a history lack nothing. */
export type TargetAnswer = 'disputedTarget' | 'openTarget';

/**
 * What the page of a run lists: its gaps, and what no step can take note of: what is still awaited, and targets that their units
 * dispute or have not confirmed.
 */
export type LackingKind = GapKind | 'awaited' | TargetAnswer;

/** What a run lacks of one kind: the items of units, in the order of both. */
export type Gaps<Kind extends LackingKind = GapKind> = {
  readonly kind: Kind;
  readonly count: number;
  readonly units: readonly { readonly unit: Named; readonly items: readonly number[] }[];
};

/** A kind of gaps that a step of a run took note of, with the reason why the run goes on. */
export type Acknowledged = {
  readonly step: 'approve' | 'publish';
  readonly kind: GapKind;
  readonly count: number;
  readonly reason: string;
};

/**
 * An earlier figure of a unit that a run did not take as it stands, since units merged or split: the sum of the figures `of`
 * some units took its place, or none did.
 */
export type ReplacedFigure = {
  readonly unit: string;
  readonly indicator: string;
  readonly period: string;
  readonly kind: 'sum' | 'merged' | 'split';
  readonly of: readonly string[];
};

/** An item that looks back over a change of the scope (口径) of an indicator, to the figure of `period`. */
export type AcrossDefinition = { readonly item: string; readonly period: string };

export type FrozenTarget = { readonly indicator: string; readonly base: string; readonly stretch: string | null };

/** What few items of a unit have, by the place of the item: another state than scored, letters of the formula, notes. */
export type ItemWorkings = {
  readonly states: Readonly<Record<number, ItemState>>;
  readonly terms: Readonly<Record<number, NonNullable<ItemScore['terms']>>>;
  readonly notes: Readonly<Record<number, readonly Note[]>>;
};

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

/** A unit with its frozen inputs. */
export type FrozenUnit = Named & {
  readonly order: number;
  readonly figures: readonly FrozenFigure[];
  readonly targets: readonly FrozenTarget[];
};

export type StoredTerms = {
  readonly deadlinePassed: boolean;
  /** The names of the sequence at that time; runs from before they were stored have none. */
  readonly group?: Name;
  /** The units in their official order, under their names at that time. */
  readonly units: readonly {
    readonly code: string;
    readonly nameZh: string;
    readonly nameEn: string;
    readonly order: number;
  }[];
  readonly entries: readonly FrozenEntry[];
  /** The unconfirmed entries: with any, a trial stays a trial. */
  readonly unconfirmed?: readonly string[];
  /** The earlier figures that were replaced since units merged or split; none for most runs. */
  readonly replaced?: readonly ReplacedFigure[];
  /** The items that look back over a change of scope. */
  readonly acrossDefinitions?: readonly AcrossDefinition[];
};

/** The range of a unit's rank under random weights and methods. */
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

/** The robustness of a ranking: stored beside the run, computed once. Shares are from 0 to 1. */
export type StoredRobustness = {
  readonly draws: number;
  readonly seed: number;
  /** The relative spread of the weights, in percent. */
  readonly spread: number;
  readonly intervals: readonly RankInterval[];
  /** The share of pairs of units, over all draws, in reverse of the published order. */
  readonly flippedPairs: number;
  /**
   * The effect of leaving out an item: the number of units that change rank, the largest change in places, and the
   * first unit.
   */
  readonly withoutItem: readonly {
    readonly item: string;
    readonly moved: number;
    readonly farthest: number;
    readonly first: string;
  }[];
  /** Neighbours whose totals differ by less than the published decimals show. */
  readonly nearTies: readonly { readonly above: string; readonly below: string; readonly gap: number }[];
};
