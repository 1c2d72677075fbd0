import type { TieRule } from '@/lib/assessment/words';
import { noise } from '@/lib/statistics/noise';

/**
 * Computes the places of units by their totals, the greatest first, ties by the rule, into `places`, of the same length
 * as `totals`. `order` is any permutation of the indices; it is left sorted, which makes the next call quick.
 */
export function placeInto(places: Float64Array, totals: Float64Array, order: Uint32Array, ties: TieRule): void {
  order.sort((a, b) => (totals[b] ?? 0) - (totals[a] ?? 0));
  let groups = 0;
  for (let start = 0; start < order.length; ) {
    const head = totals[order[start] ?? 0] ?? 0;
    let end = start + 1;
    while (end < order.length && head - (totals[order[end] ?? 0] ?? 0) <= noise) end += 1;
    groups += 1;
    const place = ties === 'dense' ? groups : ties === 'average' ? (start + 1 + end) / 2 : start + 1;
    for (let at = start; at < end; at += 1) places[order[at] ?? 0] = place;
    start = end;
  }
}

/**
 * The number of pairs in reverse order in `other` and `base`, both by greatest first; pairs equal in either do not
 * count.
 */
export function flippedPairs(base: Float64Array, other: Float64Array): number {
  const order = Uint32Array.from(base.keys());
  order.sort((a, b) => compareTotals(base, b, a) || (other[b] ?? 0) - (other[a] ?? 0));
  const sequence = Float64Array.from(order, (at) => other[at] ?? 0);
  return countRising(sequence, new Float64Array(sequence.length), 0, sequence.length);
}

function compareTotals(values: Float64Array, one: number, two: number): number {
  const difference = (values[one] ?? 0) - (values[two] ?? 0);
  return Math.abs(difference) <= noise ? 0 : difference;
}

/** Pairs whose later value is greater, counted during a descending merge sort: n log n, not n². */
function countRising(values: Float64Array, spare: Float64Array, from: number, to: number): number {
  if (to - from < 2) return 0;
  const middle = (from + to) >> 1;
  let count = countRising(values, spare, from, middle) + countRising(values, spare, middle, to);
  let [left, right] = [from, middle];
  for (let at = from; at < to; at += 1) {
    const takesRight = left >= middle || (right < to && (values[right] ?? 0) > (values[left] ?? 0) + noise);
    if (takesRight) {
      count += middle - left;
      spare[at] = values[right] ?? 0;
      right += 1;
    } else {
      spare[at] = values[left] ?? 0;
      left += 1;
    }
  }
  values.set(spare.subarray(from, to), from);
  return count;
}
