import { held, type Outcome, type Peers, type Prepared, withoutPeers } from '@/lib/assessment/methods/kit/peers';
import { placesAmong } from '@/lib/assessment/ranks/places-among';
import type { Note } from '@/lib/assessment/words';
import { reaches } from '@/lib/statistics/noise';
import type { RankLadder } from './schema';

/**
 * 位次赋分: points by place among the peers. Letters: n of the basis; of the unit rank, and ladder (the share by place
 * alone, before the gate).
 */
export function prepareRankLadder(method: RankLadder, peers: Peers): Prepared {
  const { places, sharedBy, count } = placesAmong(peers.x, peers.isPeer, peers.better, method.ties);
  if (count <= 1) return withoutPeers(peers.policies);
  return {
    basis: { terms: { n: count }, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (unit, x) => {
      const rank = places[unit] ?? count;
      const sharing = sharedBy[unit] ?? 1;
      const notes: Note[] = sharing > 1 ? [{ kind: 'sharedRank', values: { rank, count: sharing } }] : [];
      return ladderOutcome(method, peers.better, peers.weight, x, rank, notes);
    },
  };
}

/**
 * The share of a place. At or above the gate the ladder rises from the gate's share; below the gate it ends at that
 * share.
 */
export function ladderOutcome(
  { step, stepIn, gate }: RankLadder,
  better: 'higher' | 'lower',
  weight: number,
  x: number,
  rank: number,
  notes: Note[] = [],
): Outcome {
  const perPlace = stepIn === 'percent' ? step : (step / weight) * 100;
  const byPlace = held(100 - perPlace * (rank - 1), 0, 100, undefined, notes);
  const ladder = byPlace.share ?? 0;
  const terms = { rank, ladder };
  const kept = byPlace.notes && { notes: byPlace.notes };
  if (!gate) return { share: ladder, terms, ...kept };
  if (reaches(x, gate.atLeast, better))
    return { share: gate.share + ((100 - gate.share) * ladder) / 100, terms, ...kept };
  return held(ladder, 0, gate.share, terms, [...(byPlace.notes ?? [])]);
}
