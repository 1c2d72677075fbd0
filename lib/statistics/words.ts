/** A change from a base: `percent` of it, `points` between two rates, or why there is no percentage. */
export type Growth =
  | { readonly kind: 'percent' | 'points'; readonly change: string }
  | { readonly kind: 'baseZero' | 'baseNegative'; readonly change: string };
