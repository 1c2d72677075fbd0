import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';
import type { Note } from '@/lib/assessment/words';
import { isSame } from '@/lib/statistics/noise';
import { boundsSpan } from './curve';
import { boundsFindings } from './findings';
import { boundsOf, type Outcome, type Peers, type Prepared, peersWithValue, whenAllEqual, withoutPeers } from './peers';
import type { Room, Sample } from './room';

/** The scores of a method between two values. */
type Scale = {
  readonly bounds: Bounds;
  /** The shares of all units where both values are equal: full or base. */
  readonly full: number;
  readonly base: number;
  readonly outcome: (x: number, low: number, high: number) => Outcome;
};

/** Prepares a method that scores a value between a low and a high one. */
export function prepareScaled({ bounds, full, base, outcome }: Scale, peers: Peers): Prepared {
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

/** The score of one value on the scale, for a curve: letters stand in for the peers. */
export function scaledAt({ bounds, outcome }: Scale, x: number, { term }: Sample): Outcome {
  return bounds.from === 'given' ? outcome(x, bounds.low, bounds.high) : outcome(x, term('low'), term('high'));
}

type Bounded = { readonly bounds: Bounds };
type ScaledLines =
  | 'takes'
  | 'needsDirection'
  | 'isOfRange'
  | 'needsPeers'
  | 'target'
  | 'earlier'
  | 'isYesOrNo'
  | 'lines';

/** The common room of all methods between a low and a high value; `scaleOf` returns the scale of each. */
export function scaledRoom<M extends Bounded>(
  scaleOf: (method: M) => Scale,
): Pick<Room<M>, ScaledLines | 'prepare' | 'at' | 'span' | 'findings'> {
  return {
    takes: 'figure',
    needsDirection: true,
    isOfRange: false,
    needsPeers: ({ bounds }) => bounds.from !== 'given',
    target: null,
    earlier: null,
    isYesOrNo: false,
    lines: () => [],
    prepare: (method, peers) => prepareScaled(scaleOf(method), peers),
    at: (method, x, sample) => scaledAt(scaleOf(method), x, sample),
    span: ({ bounds }, { direction }) => boundsSpan(bounds, direction === 'lower'),
    findings: ({ bounds }, path, direction) => boundsFindings(bounds, path, direction),
  };
}
