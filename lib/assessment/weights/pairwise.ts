/** Saaty's random index by the number of things compared (The Analytic Hierarchy Process, 1980); 0 for one or two. */
const randomIndex = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49];
/** More than ten things cannot be compared in pairs consistently. */
export const mostCompared = randomIndex.length - 1;
/** Comparisons with a greater consistency ratio should be revised. */
export const consistentUpTo = 0.1;

export type PairwiseWeights = {
  /** Sum to 1. */
  readonly weights: readonly number[];
  /** λmax, the principal eigenvalue: equal to the number of things for consistent comparisons, else greater. */
  readonly eigenvalue: number;
  /** CI = (λmax − n) / (n − 1). */
  readonly index: number;
  /** CR = CI / RI. */
  readonly ratio: number;
  readonly isConsistent: boolean;
};

/**
 * Weights of an AHP judgement (Saaty, A scaling method for priorities in hierarchical structures, 1977): the principal
 * eigenvector of the matrix of pairwise comparisons, by power iteration. `upper` holds the rows above the diagonal: of
 * 1 and 2, 1 and 3 … 2 and 3; a number above 1 says that the first matters more. Null for no or more than ten things,
 * for comparisons that are not positive, and for a wrong number of them.
 */
export function pairwiseWeights(count: number, upper: readonly number[]): PairwiseWeights | null {
  const isWhole = upper.length === (count * (count - 1)) / 2 && upper.every((one) => one > 0 && Number.isFinite(one));
  if (count < 1 || count > mostCompared || !isWhole) return null;
  const matrix = reciprocal(count, upper);
  const weights = principal(matrix);
  const products = times(matrix, weights);
  const eigenvalue = products.reduce((sum, product, at) => sum + product / (weights[at] ?? 1), 0) / count;
  // Rounding errors may make it slightly negative.
  const index = count > 1 ? Math.max(0, (eigenvalue - count) / (count - 1)) : 0;
  const ratio = count > 2 ? index / (randomIndex[count] ?? 1) : 0;
  return { weights, eigenvalue, index, ratio, isConsistent: ratio <= consistentUpTo };
}

/** The index in `upper` of the comparison of two things, the first before the second. */
export function pairPlace(count: number, first: number, second: number): number {
  return first * count - (first * (first + 1)) / 2 + (second - first - 1);
}

function reciprocal(count: number, upper: readonly number[]): readonly (readonly number[])[] {
  const cell = (row: number, column: number): number => {
    if (row === column) return 1;
    return row < column ? (upper[pairPlace(count, row, column)] ?? 1) : 1 / (upper[pairPlace(count, column, row)] ?? 1);
  };
  return Array.from({ length: count }, (_, row) => Array.from({ length: count }, (_, column) => cell(row, column)));
}

function times(matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] {
  return matrix.map((row) => row.reduce((sum, one, at) => sum + one * (vector[at] ?? 0), 0));
}

/**
 * The principal eigenvector. A positive matrix has exactly one positive one, to which the iteration converges (Perron).
 */
function principal(matrix: readonly (readonly number[])[]): readonly number[] {
  let weights: readonly number[] = matrix.map(() => 1 / matrix.length);
  for (let round = 0; round < 1000; round += 1) {
    const product = times(matrix, weights);
    const sum = product.reduce((total, one) => total + one, 0);
    const next = product.map((one) => one / sum);
    const moved = next.reduce((most, one, at) => Math.max(most, Math.abs(one - (weights[at] ?? 0))), 0);
    weights = next;
    if (moved < 1e-14) break;
  }
  return weights;
}
