import { held, type Outcome, type Peers, type Prepared } from '@/lib/assessment/methods/kit/peers';
import type { Note } from '@/lib/assessment/words';
import { reaches } from '@/lib/statistics/noise';
import type { Completion } from './schema';

/**
 * 目标完成率. Without a target, or without the base of an improvement, there is no score. Letters: target, and base (a year
 * earlier, only for an improvement); a target given for all units belongs to the basis.
 */
export function prepareCompletion(method: Completion, peers: Peers): Prepared {
  const { target } = method;
  const targetOf = (unit: number) => (target.from === 'given' ? target.value : peers.target(unit, target.from));
  const given = target.from === 'given' ? { target: target.value } : {};
  const base = peers.earlier('yearEarlier');
  return {
    basis: { terms: given, setBy: {}, notes: [] },
    usesExtremes: false,
    of: (unit, x) => completionOutcome(method, peers.better, x, targetOf(unit), base[unit] ?? Number.NaN),
  };
}

/** Scores one value against its target; NaN for no target or no base. */
export function completionOutcome(
  method: Completion,
  better: 'higher' | 'lower',
  x: number,
  target: number,
  base: number,
): Outcome {
  if (Number.isNaN(target)) return { share: null, notes: [{ kind: 'noTarget' }] };
  const { formula, floor, cap } = method;
  const own = { target };
  const isReached = reaches(x, target, better);
  const allOrNothing = (notes: Note[]) => held(isReached ? 100 : 0, floor, cap, own, notes);
  switch (formula) {
    case 'allOrNothing':
      return allOrNothing([]);
    case 'start': {
      const ahead = better === 'higher' ? x - target : target - x;
      return held(method.startShare + ahead * method.perUnit, floor, cap, own);
    }
    case 'improvement':
      return improvement(x, target, base, better, method, []);
    case 'ratio':
    case 'linear': {
      // A ratio to a target of zero or less has no meaning: zero is either reached or not, below zero the improvement
      // is measured.
      if (target === 0) return allOrNothing([{ kind: 'zeroTarget' }]);
      if (target < 0) {
        const notes: Note[] = [{ kind: 'negativeTarget' }];
        return Number.isNaN(base) ? allOrNothing(notes) : improvement(x, target, base, better, method, notes);
      }
      if (better === 'higher') return held((x / target) * 100, floor, cap, own);
      if (formula === 'linear') return held((2 - x / target) * 100, floor, cap, own);
      return held(x > 0 ? (target / x) * 100 : Number.POSITIVE_INFINITY, floor, cap, own);
    }
  }
}

/** (x − base)/(T − base); a target that demands no improvement is either reached or not. */
function improvement(
  x: number,
  target: number,
  base: number,
  better: 'higher' | 'lower',
  { floor, cap }: Completion,
  notes: Note[],
): Outcome {
  if (Number.isNaN(base)) return { share: null, terms: { target }, notes: [...notes, { kind: 'noBase' }] };
  const terms = { target, base };
  const [asked, made] = better === 'higher' ? [target - base, x - base] : [base - target, base - x];
  if (asked > 0) return held((made / asked) * 100, floor, cap, terms, notes);
  return held(reaches(x, target, better) ? 100 : 0, floor, cap, terms, [...notes, { kind: 'fallback' }]);
}
