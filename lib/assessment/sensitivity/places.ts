import type { TieRule } from '@/lib/assessment/words';
import { noise } from '@/lib/statistics/noise';
import type { Totals } from './totals';

/**
 * Computes the places of units by their totals, the greatest first, ties by the breakers and then by the rule, into
 * `places`, of the same length as `totals`. `order` is any permutation of the indices; it is left sorted, which makes
 * the next call quick.
 */
export function placeInto(places: Float64Array, { totals, breakers }: Totals, order: Uint32Array, ties: TieRule): void {
  let groups = 0;
  const place = (start: number, end: number, columns: readonly Float64Array[]) => {
    const [column, ...rest] = columns;
    if (column && end - start > 1) return forEachRun(column, order, start, end, (from, to) => place(from, to, rest));
    groups += 1;
    const shared = ties === 'dense' ? groups : ties === 'average' ? (start + 1 + end) / 2 : start + 1;
    for (let at = start; at < end; at += 1) places[order[at] ?? 0] = shared;
  };
  forEachRun(totals, order, 0, order.length, (from, to) => place(from, to, breakers));
}

/** Sorts a stretch of the order by a column, the greatest first and none last, and calls for each run of equals. */
function forEachRun(
  column: Float64Array,
  order: Uint32Array,
  from: number,
  to: number,
  call: (from: number, to: number) => void,
): void {
  const valueAt = (unit: number) => {
    const value = column[unit] ?? Number.NaN;
    return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
  };
  order.subarray(from, to).sort((a, b) => {
    const [one, other] = [valueAt(a), valueAt(b)];
    return one === other ? 0 : other > one ? 1 : -1;
  });
  for (let start = from; start < to; ) {
    const head = valueAt(order[start] ?? 0);
    let end = start + 1;
    while (end < to && (valueAt(order[end] ?? 0) === head || head - valueAt(order[end] ?? 0) <= noise)) end += 1;
    call(start, end);
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
