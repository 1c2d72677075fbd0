import {
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersWithValue,
  withoutPeers,
} from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import { meanOf } from '@/lib/statistics/spread';
import type { RatioToReference } from './schema';

/** 基准值: a ratio to, or a distance from, a given value or the peers' mean. The letter of the basis: reference. */
export function prepareRatioToReference(method: RatioToReference, peers: Peers): Prepared {
  const isMean = method.reference.from === 'mean';
  const values = isMean ? peersWithValue(peers).map((unit) => peers.x[unit] ?? 0) : [];
  if (isMean && values.length <= 1) return withoutPeers(peers.policies);
  const reference = method.reference.from === 'given' ? method.reference.value : meanOf(values);
  const notes: Note[] =
    method.formula === 'ratio' && reference <= 0 ? [{ kind: 'denominator', values: { value: reference } }] : [];
  const share = peers.policies.denominator === 'zero' ? 0 : null;
  return {
    basis: { terms: { reference }, setBy: {}, notes },
    usesExtremes: false,
    of: (_, x) => (notes.length > 0 ? { share, notes } : ratioToReferenceOutcome(method, peers.better, x, reference)),
  };
}

export function ratioToReferenceOutcome(
  { formula, perUnit, floor, cap }: RatioToReference,
  better: 'higher' | 'lower',
  x: number,
  reference: number,
): Outcome {
  if (formula === 'difference') {
    const ahead = better === 'higher' ? x - reference : reference - x;
    return held(100 + ahead * perUnit, floor, cap);
  }
  if (better === 'higher') return held((x / reference) * 100, floor, cap);
  return held(x > 0 ? (reference / x) * 100 : Number.POSITIVE_INFINITY, floor, cap);
}
