import type { ItemState, Note } from '@/lib/assessment/words';

/**
 * The letters of the formulas are told in the `score.ts` of each method's room: those of the basis are the same for all
 * units, the others the unit's own; x itself is `transformed`. A blend has `part.letter` of both kinds, and of each part
 * `part.value` and `part.share`; the notes of a part have values.part.
 */

/** Against what an item was scored, the same for all units: what the formula's letters stand for. */
export type ItemBasis = {
  /** Numbers by the letter of the formula: low, high, best, mean, deviation, standard, n … For a blend `part.letter`. */
  readonly terms: Readonly<Record<string, number>>;
  /** The units that set them, by the same letters: who is best, whose value is the upper bound. */
  readonly setBy: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
};

/** One item of one unit. `share` is in percent of its points; null for no score. */
export type ItemScore = {
  readonly state: ItemState;
  /** The figure as reported; null for none or for what is entered by hand. */
  readonly value: number | null;
  /** What the method saw, after the transforms. */
  readonly transformed: number | null;
  readonly share: number | null;
  /** Of its weight, before adjustments. */
  readonly points: number | null;
  /** The letters of the formula that are the unit's own: target, base, rank, earlier, deducted … Absent when none. */
  readonly terms?: Readonly<Record<string, number>>;
  readonly notes?: readonly Note[];
};

/** One block of one unit, adjustments to it included. `score` is of its full score; null for none of its parts having one. */
export type BlockScore = {
  readonly key: string;
  readonly score: number | null;
  readonly full: number;
  readonly notes: readonly Note[];
};

/** What entries of the ledger did to an item, a block or the total (`node` empty), after the caps, in points. */
export type Adjustment = {
  readonly node: string;
  readonly points: number;
  readonly asked: number;
  readonly entries: readonly string[];
  readonly notes: readonly Note[];
};

export type UnitScore = {
  readonly unit: string;
  /** Unrounded; null when the unit is excluded or nothing of it has a score. */
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
  /** In the order of `nodes` of the scheme: see `itemsOf` and `blocksOf`. */
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
