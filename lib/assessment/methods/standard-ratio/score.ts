import {
  extreme,
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersForExtremes,
  peersWithValue,
  withoutPeers,
} from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import type { StandardRatio } from './schema';

/**
 * 每分比率差. Where the best is no better than the standard, the value of a point is undefined and there is no score.
 * Letters of the basis: standard, best, perPoint (of x for one percent).
 */
export function prepareStandardRatio(method: StandardRatio, peers: Peers): Prepared {
  const { standard, standardShare, bestShare } = method;
  if (method.best === null && peersWithValue(peers).length <= 1) return withoutPeers(peers.policies);
  const at =
    method.best === null
      ? extreme(peers, peersForExtremes(peers), peers.better === 'higher' ? 'greatest' : 'least')
      : -1;
  const best = method.best ?? peers.x[at] ?? 0;
  const setBy: Record<string, string> = method.best === null ? { best: peers.codes[at] ?? '' } : {};
  const ahead = peers.better === 'higher' ? best - standard : standard - best;
  const usesExtremes = method.best === null;
  if (ahead <= 0 || bestShare === standardShare) {
    const notes: Note[] = [{ kind: 'denominator', values: { value: ahead } }];
    const outcome: Outcome = { share: peers.policies.denominator === 'zero' ? 0 : null, notes };
    return { basis: { terms: { standard, best }, setBy, notes }, usesExtremes, of: () => outcome };
  }
  const perPoint = (best - standard) / (bestShare - standardShare);
  return {
    basis: { terms: { standard, best, perPoint }, setBy, notes: [] },
    usesExtremes,
    of: (_, x) => standardRatioOutcome(method, x, best),
  };
}

export function standardRatioOutcome(method: StandardRatio, x: number, best: number): Outcome {
  const { standard, standardShare, bestShare, floor, cap } = method;
  const perPoint = (best - standard) / (bestShare - standardShare);
  return held(standardShare + (x - standard) / perPoint, floor, cap);
}
