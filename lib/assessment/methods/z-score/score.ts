import {
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersWithValue,
  whenAllEqual,
  withoutPeers,
} from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import { isSame } from '@/lib/statistics/noise';
import { deviationOf, meanOf } from '@/lib/statistics/spread';
import type { ZScore } from './schema';

/**
 * centre + spread × (x − mean)/deviation, away from the mean in the item's direction. Letters, of the basis: mean, deviation,
 * n.
 */
export function prepareZScore(method: ZScore, peers: Peers): Prepared {
  const values = peersWithValue(peers).map((unit) => peers.x[unit] ?? 0);
  if (values.length <= 1) return withoutPeers(peers.policies);
  const [mean, deviation] = [meanOf(values), deviationOf(values, method.deviation)];
  const terms = { mean, deviation, n: values.length };
  if (values.every((value) => isSame(value, values[0] ?? 0))) {
    const notes: Note[] = [{ kind: 'allEqual', values: { value: mean } }];
    const outcome: Outcome = { share: whenAllEqual(peers.policies, 100, method.centre), notes };
    return { basis: { terms, setBy: {}, notes }, usesExtremes: false, of: () => outcome };
  }
  return {
    basis: { terms, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (_, x) => zScoreOutcome(method, peers.better, x, mean, deviation),
  };
}

export function zScoreOutcome(
  { centre, spread, floor, cap }: ZScore,
  better: 'higher' | 'lower',
  x: number,
  mean: number,
  deviation: number,
): Outcome {
  const away = better === 'higher' ? x - mean : mean - x;
  return held(centre + (spread * away) / deviation, floor, cap);
}
