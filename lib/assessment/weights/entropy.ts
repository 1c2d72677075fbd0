import { type ComparableColumns, sharesOf } from './columns';

/**
 * Entropy weights (熵权法): p = y / Σy in each column, e = −Σ p ln p / ln n with 0 ln 0 = 0, weight (1 − e) / Σ(1 − e).
 * The entropy is Shannon's (A Mathematical Theory of Communication, 1948); weights by it are Hwang and Yoon's (Multiple
 * Attribute Decision Making, 1981, chapter 3). A constant column weighs 0. Null for fewer than two units or when all
 * columns are constant.
 */
export function entropyWeights({ columns, units }: ComparableColumns): readonly number[] | null {
  if (units.length < 2) return null;
  return sharesOf(columns.map((column) => Math.max(0, 1 - entropyOf(column))));
}

/** The entropy of a column between 0 (one unit has all) and 1 (all are equal); 1 for a column of zeros. */
export function entropyOf(column: readonly number[]): number {
  const parts = sharesOf(column);
  if (!parts) return 1;
  const sum = parts.reduce((total, part) => (part > 0 ? total - part * Math.log(part) : total), 0);
  return sum / Math.log(column.length);
}
