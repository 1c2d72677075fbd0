import { held, type Outcome, type Peers, type Prepared, withoutPeers } from '@/lib/assessment/methods/kit/peers';
import { placesAmong } from '@/lib/assessment/ranks/places-among';
import type { RankGain } from './schema';

/**
 * 位次晋升: places gained since an earlier period, as a fraction of the earlier place. Without an earlier place there is no
 * score. Letters: n of the basis where ranks are taken of values; earlier, rank of the unit.
 */
export function prepareRankGain(method: RankGain, peers: Peers): Prepared {
  const before = peers.earlier(method.against);
  const none = { terms: {}, setBy: {}, notes: [] };
  if (method.ranks === 'values') {
    return {
      basis: none,
      usesExtremes: false,
      of: (unit, x) => gainOutcome(method, x, before[unit] ?? Number.NaN),
    };
  }
  const now = placesAmong(peers.x, peers.isPeer, peers.better, 'best');
  const then = placesAmong(before, peers.isPeer, peers.better, 'best');
  if (now.count <= 1) return withoutPeers(peers.policies);
  return {
    basis: { ...none, terms: { n: now.count } },
    usesExtremes: false,
    of: (unit) => gainOutcome(method, now.places[unit] ?? Number.NaN, then.places[unit] ?? Number.NaN),
  };
}

export function gainOutcome({ firstHeld, factor, floor, cap }: RankGain, rank: number, earlier: number): Outcome {
  if (Number.isNaN(earlier)) return { share: null, notes: [{ kind: 'noBase' }] };
  const terms = { earlier, rank };
  if (earlier <= 0) return { share: null, terms, notes: [{ kind: 'denominator', values: { value: earlier } }] };
  if (earlier === 1 && rank === 1) {
    return held(firstHeld === 'full' ? 100 : 0, floor, cap, terms, [{ kind: 'firstHeld' }]);
  }
  return held(((factor * (earlier - rank)) / earlier) * 100, floor, cap, terms);
}
