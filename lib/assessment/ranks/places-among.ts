import { isSame } from '@/lib/statistics/noise';
import { groupEquals } from './group-equals';

/** The place of equal values: 1,2,2,4 · 1,2.5,2.5,4 · 1,3,3,4 · 1,2,2,3 */
export const placesOfTied = ['best', 'average', 'worst', 'dense'] as const;
export type PlaceOfTied = (typeof placesOfTied)[number];

/** Places from 1 by position in the arrays, NaN for no value; `sharedBy` is how many peers hold the same place. */
export type Places = { readonly places: Float64Array; readonly sharedBy: Int32Array; readonly count: number };

/**
 * The places of values among the peers. A unit that is no peer (单列) gets the place of the peers with the same value, or
 * that before the next worse, and moves no peer. Values share a place that are equal up to the last digits of their size.
 */
export function placesAmong(
  values: Float64Array,
  isPeer: Uint8Array,
  better: 'higher' | 'lower',
  tied: PlaceOfTied,
): Places {
  const sign = better === 'higher' ? -1 : 1;
  const places = new Float64Array(values.length).fill(Number.NaN);
  const sharedBy = new Int32Array(values.length);
  const peers: number[] = [];
  const others: number[] = [];
  values.forEach((value, at) => {
    if (!Number.isNaN(value)) (isPeer[at] ? peers : others).push(at);
  });
  const amountOf = (at: number) => sign * (values[at] ?? 0);
  peers.sort((a, b) => amountOf(a) - amountOf(b) || a - b);
  let before = 0;
  const groups = groupEquals(peers, amountOf, isSame);
  for (const [index, group] of groups.entries()) {
    const place = {
      best: before + 1,
      average: before + (group.length + 1) / 2,
      worst: before + group.length,
      dense: index + 1,
    }[tied];
    for (const at of group) {
      places[at] = place;
      sharedBy[at] = group.length;
    }
    before += group.length;
  }
  for (const at of others) {
    const amount = amountOf(at);
    const notBetter = firstFrom(groups, ([peer = at]) => amountOf(peer) >= amount || isSame(amountOf(peer), amount));
    const [peer = at] = groups[notBetter] ?? [];
    const isShared = peer !== at && isSame(amountOf(peer), amount);
    const ahead = groups.slice(0, notBetter);
    places[at] = isShared ? (places[peer] ?? 1) : 1 + (tied === 'dense' ? ahead.length : ahead.flat().length);
    sharedBy[at] = isShared ? (sharedBy[peer] ?? 1) : 1;
  }
  return { places, sharedBy, count: peers.length };
}

/** The index of the first element that fulfils a condition, in a list ordered so that all after it fulfil it too. */
function firstFrom<T>(ordered: readonly T[], holds: (one: T) => boolean): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = ordered[middle];
    if (one !== undefined && holds(one)) high = middle;
    else low = middle + 1;
  }
  return low;
}
