import { placesAmong } from '@/lib/assessment/ranking/places-among';
import type { Method } from '@/lib/assessment/schemes/document/methods';
import type { Note } from '@/lib/assessment/words';
import { held, type Outcome, type Peers, type Prepared, withoutPeers } from './peers';

type Ladder = Extract<Method, { kind: 'rankLadder' }>;
type Gain = Extract<Method, { kind: 'rankGain' }>;

/** 位次赋分: points by place among the peers. */
export function rankLadder(method: Ladder, peers: Peers): Prepared {
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

/** The share of a place. At the gate or past it the ladder rises from the gate's share; short of it, it ends there. */
export function ladderOutcome(
  { step, stepIn, gate }: Ladder,
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
  const isPast = better === 'higher' ? x >= gate.atLeast : x <= gate.atLeast;
  if (isPast) return { share: gate.share + ((100 - gate.share) * ladder) / 100, terms, ...kept };
  return held(ladder, 0, gate.share, terms, [...(byPlace.notes ?? [])]);
}

/** 位次晋升: places gained since, as part of the earlier place. Without an earlier place there is no score. */
export function rankGain(method: Gain, peers: Peers): Prepared {
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

export function gainOutcome({ firstHeld, factor, floor, cap }: Gain, rank: number, earlier: number): Outcome {
  if (Number.isNaN(earlier)) return { share: null, notes: [{ kind: 'noTarget' }] };
  const terms = { earlier, rank };
  if (earlier <= 0) return { share: null, terms, notes: [{ kind: 'denominator', values: { value: earlier } }] };
  if (earlier === 1 && rank === 1) {
    return held(firstHeld === 'full' ? 100 : 0, floor, cap, terms, [{ kind: 'firstHeld' }]);
  }
  return held(((factor * (earlier - rank)) / earlier) * 100, floor, cap, terms);
}
