import {
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersWithValue,
  withoutPeers,
} from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import { quantileOf } from '@/lib/statistics/spread';
import type { RatioToMedian } from './schema';

/**
 * 与中位数之比: 100 x/median, where less is better 100 median/x; of an even number of peers the median is the mean of the two
 * in the middle. A median of zero or less is no valid denominator: the scheme's policy decides, as for a mean. Letters
 * of the basis: reference (the median), n.
 */
export function prepareRatioToMedian(method: RatioToMedian, peers: Peers): Prepared {
  const ascending = peersWithValue(peers)
    .map((unit) => peers.x[unit] ?? 0)
    .sort((a, b) => a - b);
  const n = ascending.length;
  if (n <= 1) return withoutPeers(peers.policies);
  const reference = quantileOf(ascending, 50);
  const basis = { terms: { reference, n }, setBy: {} };
  if (reference > 0) {
    return {
      basis: { ...basis, notes: [] },
      usesExtremes: false,
      of: (_, x) => ratioToMedianOutcome(method, peers.better, x, reference),
    };
  }
  const notes: Note[] = [{ kind: 'denominator', values: { value: reference } }];
  const outcome: Outcome = { share: peers.policies.denominator === 'zero' ? 0 : null, notes };
  return { basis: { ...basis, notes }, usesExtremes: false, of: () => outcome };
}

/**
 * The share of one value against a median above zero. A value below zero gets the floor; where less is better, zero and
 * less exceed every ratio and get the cap.
 */
export function ratioToMedianOutcome(
  { floor, cap }: RatioToMedian,
  better: 'higher' | 'lower',
  x: number,
  median: number,
): Outcome {
  if (better === 'higher') return held((x / median) * 100, floor, cap);
  return held(x > 0 ? (median / x) * 100 : Number.POSITIVE_INFINITY, floor, cap);
}
