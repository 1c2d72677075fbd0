/**
 * A change from a base: `percent` of it, `points` between two rates, or why there is no percentage. `summed` is the base
 * where it is the sum of the units that merged.
 */
export type Growth = Change | { readonly kind: Incomparable; readonly change: null };

/** A change between two comparable figures. */
export type Change =
  | { readonly kind: 'percent' | 'points'; readonly change: string; readonly summed?: string }
  | { readonly kind: 'baseZero' | 'baseNegative'; readonly change: string; readonly summed?: string };

/** Why two figures are not compared: units merged or split between them, or another definition began. */
export type Incomparable = 'merged' | 'split' | 'redefined';
