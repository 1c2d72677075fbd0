import { held, type Outcome, type Peers, type Prepared } from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import { meanOf } from '@/lib/statistics/spread';
import type { Expert } from './schema';

/**
 * 评议: the trimmed mean of the scores entered; without any, the item's figure is the score. Letters of the unit: count,
 * mean, trimmed (at each end).
 */
export function prepareExpert(method: Expert, peers: Peers): Prepared {
  return {
    basis: { terms: {}, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (unit, x) => {
      const scores = peers.entries(unit, 'score').map(({ points }) => points);
      return scores.length > 0
        ? expertOutcome(method, scores)
        : Number.isNaN(x)
          ? { share: null }
          : expertOutcome(method, [x]);
    },
  };
}

export function expertOutcome({ trim, outOf }: Expert, scores: readonly number[]): Outcome {
  const ascending = [...scores].sort((a, b) => a - b);
  // At least one score remains.
  const trimmed = Math.min(trim, Math.floor((ascending.length - 1) / 2));
  const mean = meanOf(ascending.slice(trimmed, ascending.length - trimmed));
  const notes: Note[] = trimmed > 0 ? [{ kind: 'trimmed', values: { trimmed } }] : [];
  return held((mean / outOf) * 100, 0, 100, { count: ascending.length, mean, trimmed }, notes);
}
