import {
  extreme,
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersForExtremes,
  peersWithValue,
  stretchNotes,
  withoutPeers,
} from '@/lib/assessment/methods/kit/peers';
import { prepareScaled } from '@/lib/assessment/methods/kit/scaled';
import { scaleOf } from '@/lib/assessment/methods/min-max/score';
import { prepareRankLadder } from '@/lib/assessment/methods/rank-ladder/score';
import type { Note } from '@/lib/assessment/words';
import type { RatioToBest } from './schema';

/** The step of the fallback ladder where there is no ratio to the best, in percent. */
export const fallbackStep = 5;

/**
 * 对标第一. With a best of zero or less the fallback method scores, or no unit has a score. Letters of the basis: best, n;
 * with the fallback its letters too.
 */
export function prepareRatioToBest(method: RatioToBest, peers: Peers): Prepared {
  if (peersWithValue(peers).length <= 1) return withoutPeers(peers.policies);
  const units = peersForExtremes(peers);
  const at = extreme(peers, units, peers.better === 'higher' ? 'greatest' : 'least');
  const best = peers.x[at] ?? 0;
  const terms = { best, n: units.length };
  const setBy = { best: peers.codes[at] ?? '' };
  if (best > 0) {
    const ascending = units.map((unit) => peers.x[unit] ?? 0).sort((a, b) => a - b);
    const isRunaway = (note: Note) => note.values?.unit === setBy.best;
    const notes = stretchNotes(
      ascending,
      peers.better === 'lower' ? setBy.best : '',
      peers.better === 'higher' ? setBy.best : '',
    );
    return {
      basis: { terms, setBy, notes: notes.filter(isRunaway) },
      usesExtremes: true,
      of: (_, x) => ratioToBestOutcome(method, peers.better, x, best),
    };
  }
  const instead = standIn(method.fallback, peers);
  const note: Note = { kind: instead ? 'fallback' : 'denominator', values: { value: best } };
  const basis = {
    terms: { ...instead?.basis.terms, ...terms },
    setBy: { ...instead?.basis.setBy, ...setBy },
    notes: [note, ...(instead?.basis.notes ?? [])],
  };
  return {
    basis,
    usesExtremes: true,
    of: (unit, x) => {
      const outcome = instead?.of(unit, x) ?? { share: null };
      return { ...outcome, notes: [note, ...(outcome.notes ?? [])] };
    },
  };
}

function standIn(fallback: RatioToBest['fallback'], peers: Peers): Prepared | null {
  if (fallback === 'missing') return null;
  if (fallback === 'minMax') {
    return prepareScaled(scaleOf({ kind: 'minMax', bounds: { from: 'peers' }, from: 0, to: 100, clamp: true }), peers);
  }
  const ladder = { kind: 'rankLadder', step: fallbackStep, stepIn: 'percent', ties: 'best', gate: null } as const;
  return prepareRankLadder(ladder, peers);
}

export function ratioToBestOutcome(
  { negative }: RatioToBest,
  better: 'higher' | 'lower',
  x: number,
  best: number,
): Outcome {
  if (better === 'lower') return held(x > 0 ? (best / x) * 100 : Number.POSITIVE_INFINITY, 0, 100);
  return held((x / best) * 100, negative === 'zero' ? 0 : Number.NEGATIVE_INFINITY, 100);
}
