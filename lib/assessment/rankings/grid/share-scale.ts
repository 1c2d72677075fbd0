/** The range of the shares of a heat table, in percent. */
export type ShareScale = { readonly low: number; readonly high: number };

/** The weakest and the strongest tint in percent; at the strongest the number stays readable in both themes. */
const [faintest, deepest] = [3, 32];

/**
 * The tint of a share in percent: the scale runs over the shares that occur, since between 0 and 100 those of 70 to 100
 * would look alike. Null without a share; a single share for all has the middle tint.
 */
export function tintOf(share: number | null | undefined, { low, high }: ShareScale): number | null {
  if (share == null) return null;
  const along = high > low ? Math.min(Math.max((share - low) / (high - low), 0), 1) : 0.5;
  return Math.round(faintest + along * (deepest - faintest));
}

/** The scale of some shares; null where there is none. */
export function scaleOf(shares: readonly (number | null | undefined)[]): ShareScale | null {
  const known = shares.filter((share) => share != null);
  return known.length === 0 ? null : { low: Math.min(...known), high: Math.max(...known) };
}
