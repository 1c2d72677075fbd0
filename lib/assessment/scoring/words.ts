import type { ItemState, Note } from '@/lib/assessment/words';

/**
 * The letters of the formulas are documented in the `score.ts` of each method's room: those of the basis are the same
 * for all units, the others are the unit's own; x itself is `transformed`. A blend has `part.letter` of both kinds, and
 * for each part `part.value` and `part.share`; the notes of a part have values.part.
 */

/** The basis of an item's scores, the same for all units: the values of the formula's letters. */
export type ItemBasis = {
  /** Numbers by the letter of the formula: low, high, best, mean, deviation, standard, n … For a blend `part.letter`. */
  readonly terms: Readonly<Record<string, number>>;
  /** The units that set the values, by the same letters: the best unit, the unit whose value is the upper bound. */
  readonly setBy: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
};

/** One item of one unit. `share` is in percent of its points; null for no score. */
export type ItemScore = {
  readonly state: ItemState;
  /** The reported figure; null for none or for scores by hand. */
  readonly value: number | null;
  /** The value after the transforms. */
  readonly transformed: number | null;
  readonly share: number | null;
  /** In points of its weight, before adjustments. */
  readonly points: number | null;
  /** The letters of the formula that are the unit's own: target, base, rank, earlier, deducted … Absent when none. */
  readonly terms?: Readonly<Record<string, number>>;
  readonly notes?: readonly Note[];
};

/**
 * One block of one unit, its adjustments included. `score` is in points of its full score; null when none of its parts
 * has one.
 */
export type BlockScore = {
  readonly key: string;
  readonly score: number | null;
  readonly full: number;
  readonly notes: readonly Note[];
};

/** The effect of ledger entries on an item, a block or the total (`node` empty), after the caps, in points. */
export type Adjustment = {
  readonly node: string;
  readonly points: number;
  readonly asked: number;
  readonly entries: readonly string[];
  readonly notes: readonly Note[];
};

export type UnitScore = {
  readonly unit: string;
  /** Unrounded; null when the unit is excluded or has no score. */
  readonly total: number | null;
  /** Rounded half up to the scheme's decimals. */
  readonly shown: string | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly isApart: boolean;
  readonly isProvisional: boolean;
  readonly isEligible: boolean;
  /** The key of a grade of the scheme. */
  readonly grade: string | null;
  /** In the order of the scheme's nodes: see `itemsOf` and `blocksOf`. */
  readonly blocks: readonly BlockScore[];
  readonly items: readonly ItemScore[];
  readonly adjustments: readonly Adjustment[];
  readonly notes: readonly Note[];
};

/** Units by rank, then in the official order; those without a rank last. */
export type Assessment = {
  readonly units: readonly UnitScore[];
  /** In the order of `itemsOf`. */
  readonly bases: readonly ItemBasis[];
  readonly notes: readonly Note[];
};
