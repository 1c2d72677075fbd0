/** Equal weights of `parts` parts; they sum to 1. Of none there are none. */
export function equalWeights(parts: number): readonly number[] {
  return Array.from({ length: parts }, () => 1 / parts);
}
