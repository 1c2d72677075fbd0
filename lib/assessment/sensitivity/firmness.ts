/**
 * The robustness of a ranking in a word, by the share of pairs that flip (0 to 1). The limits are our own: up to one
 * pair in twenty only neighbours change places, above one in eight places mean little.
 */
export function firmnessOf(flippedPairs: number): 'firm' | 'fair' | 'loose' {
  if (flippedPairs <= 0.05) return 'firm';
  return flippedPairs <= 0.125 ? 'fair' : 'loose';
}
