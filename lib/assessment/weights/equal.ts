/** Equal weights of `parts` parts, summing to 1; empty for none. */
export function equalWeights(parts: number): readonly number[] {
  return Array.from({ length: parts }, () => 1 / parts);
}
