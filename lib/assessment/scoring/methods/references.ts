import type { Method } from '@/lib/assessment/schemes/document/methods';
import type { Note } from '@/lib/assessment/words';
import { deviationOf, isSame, meanOf } from '@/lib/statistics/spread';
import { scaled } from './efficacy';
import {
  extreme,
  held,
  type Outcome,
  type Peers,
  type Prepared,
  peersForExtremes,
  peersWithValue,
  stretchNotes,
  whenAllEqual,
  withoutPeers,
} from './peers';
import { rankLadder } from './places';

type Of<K extends Method['kind']> = Extract<Method, { kind: K }>;

/** The step of the ladder that stands in where there is no ratio to the best. */
const fallbackStep = 5;

/** centre + spread × (x − mean)/deviation, away from the mean in the item's direction. */
export function zScore(method: Of<'zScore'>, peers: Peers): Prepared {
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
  { centre, spread, floor, cap }: Of<'zScore'>,
  better: 'higher' | 'lower',
  x: number,
  mean: number,
  deviation: number,
): Outcome {
  const away = better === 'higher' ? x - mean : mean - x;
  return held(centre + (spread * away) / deviation, floor, cap);
}

/** 对标第一. With a best of zero or less another method stands in, or nobody has a score. */
export function ratioToBest(method: Of<'ratioToBest'>, peers: Peers): Prepared {
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

function standIn(fallback: Of<'ratioToBest'>['fallback'], peers: Peers): Prepared | null {
  if (fallback === 'missing') return null;
  if (fallback === 'minMax') {
    return scaled({ kind: 'minMax', bounds: { from: 'peers' }, from: 0, to: 100, clamp: true }, peers);
  }
  return rankLadder({ kind: 'rankLadder', step: fallbackStep, stepIn: 'percent', ties: 'best', gate: null }, peers);
}

export function ratioToBestOutcome(
  { negative }: Of<'ratioToBest'>,
  better: 'higher' | 'lower',
  x: number,
  best: number,
): Outcome {
  if (better === 'lower') return held(x > 0 ? (best / x) * 100 : Number.POSITIVE_INFINITY, 0, 100);
  return held((x / best) * 100, negative === 'zero' ? 0 : Number.NEGATIVE_INFINITY, 100);
}

/** 基准值: a ratio to, or a distance from, a value given or the peers' mean. */
export function ratioToReference(method: Of<'ratioToReference'>, peers: Peers): Prepared {
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
  { formula, perUnit, floor, cap }: Of<'ratioToReference'>,
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

/** 每分比率差. Where the best is no better than the standard, nothing says what a point is worth. */
export function standardRatio(method: Of<'standardRatio'>, peers: Peers): Prepared {
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

export function standardRatioOutcome(method: Of<'standardRatio'>, x: number, best: number): Outcome {
  const { standard, standardShare, bestShare, floor, cap } = method;
  const perPoint = (best - standard) / (bestShare - standardShare);
  return held(standardShare + (x - standard) / perPoint, floor, cap);
}
