import { lastDigits, noise } from '@/lib/statistics/noise';
import { groupEquals } from './group-equals';

export type PlaceOfTied = 'best' | 'average' | 'worst';

/** Places from 1 by position in the arrays, NaN for no value; `sharedBy` is how many peers hold the same place. */
export type Places = { readonly places: Float64Array; readonly sharedBy: Int32Array; readonly count: number };

/**
 * The places of values among the peers. A unit that is no peer (单列) gets the place that its value would have, and moves
 * no peer. Values within 1e-9 share a place, large numbers also within their rounding errors.
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
  const widest = peers.reduce((most, at) => Math.max(most, Math.abs(amountOf(at))), 1);
  const within = Math.max(noise, lastDigits * widest);
  let before = 0;
  for (const group of groupEquals(peers, amountOf, within)) {
    const place =
      tied === 'best' ? before + 1 : tied === 'worst' ? before + group.length : before + (group.length + 1) / 2;
    for (const at of group) {
      places[at] = place;
      sharedBy[at] = group.length;
    }
    before += group.length;
  }
  for (const at of others) {
    places[at] = 1 + firstFrom(peers, (peer) => amountOf(peer) >= amountOf(at) - within);
    sharedBy[at] = 1;
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
