import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';
import type { Note } from '@/lib/assessment/words';
import { isSame } from '@/lib/statistics/spread';
import { boundsOf, type Outcome, type Peers, type Prepared, peersWithValue, whenAllEqual, withoutPeers } from './peers';
import type { Sample } from './room';

/** What a method makes of the two values between which it scores. */
type Scale = {
  readonly bounds: Bounds;
  /** The shares that everybody may get where the two are the same. */
  readonly full: number;
  readonly base: number;
  readonly outcome: (x: number, low: number, high: number) => Outcome;
};

/** A method that scores a value between a low and a high one. */
export function scaled({ bounds, full, base, outcome }: Scale, peers: Peers): Prepared {
  const usesExtremes = bounds.from !== 'given';
  if (usesExtremes && peersWithValue(peers).length <= 1) return withoutPeers(peers.policies);
  const { low, high, terms, setBy, notes } = boundsOf(bounds, peers);
  if (isSame(low, high)) {
    const note: Note = { kind: 'allEqual', values: { value: low } };
    const same: Outcome = { share: whenAllEqual(peers.policies, full, base), notes: [note] };
    return { basis: { terms, setBy, notes: [...notes, note] }, usesExtremes, of: () => same };
  }
  return { basis: { terms, setBy, notes }, usesExtremes, of: (_, x) => outcome(x, low, high) };
}

/** The same for a curve, with letters in place of the peers. */
export function scaledAt({ bounds, outcome }: Scale, x: number, { term }: Sample): Outcome {
  return bounds.from === 'given' ? outcome(x, bounds.low, bounds.high) : outcome(x, term('low'), term('high'));
}
