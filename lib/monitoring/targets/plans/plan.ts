import type { Basis, Measure } from '@/lib/catalogue/words';
import type { PlanShape, TargetPlan } from '@/lib/monitoring/targets/words';
import { decimalOf } from '@/lib/statistics/numbers';

/** Why a plan cannot be made: no figure of last year, or none of its parts. */
export type PlanFault = 'noLastYear' | 'noParts';

/** What a plan is made from. */
export type PlanBasis = {
  readonly measure: Measure;
  readonly basis: Basis;
  readonly decimals: number;
  /** The target that the year ends with. */
  readonly target: string;
  /** The figures of the end of last year and of the year before it. */
  readonly last: string | null;
  readonly prior: string | null;
  /**
   * Where last year stood at the end of each of its parts, in the order of the year: summed up for an amount that adds
   * up, the level at that time for any other; null where it is not known.
   */
  readonly parts: readonly (string | null)[];
};

/** Whether an indicator adds up through the year, so that its plan begins with nothing. */
export function addsThroughYear({ measure, basis }: Pick<PlanBasis, 'measure' | 'basis'>): boolean {
  return measure === 'amount' && (basis === 'current' || basis === 'yearToDate');
}

export const partsOf = (by: TargetPlan['by']) => (by === 'quarter' ? 4 : 12);

/**
 * A plan through the year. An amount that adds up is divided in equal parts, or as last year's total came together; a
 * level or a rate goes from last year's end to the target in equal steps, or in those that last year took. Refused with
 * a word where last year's figures do not say it.
 */
export function planOf(
  by: TargetPlan['by'],
  shape: Exclude<PlanShape, 'given'>,
  from: PlanBasis,
): TargetPlan | { readonly fault: PlanFault } {
  const count = partsOf(by);
  const target = Number(from.target);
  const adds = addsThroughYear(from);
  if (!adds && from.last === null) return { fault: 'noLastYear' };
  const start = adds ? 0 : Number(from.last);
  const shares = shape === 'linear' ? equalShares(count) : lastYearsShares(from, adds, count);
  if ('fault' in shares) return shares;
  const values = shares.map((share, at) =>
    at === count - 1 ? from.target : decimalOf(rounded(start + (target - start) * share), from.decimals),
  );
  return { by, shape, values };
}

const rounded = (value: number) => Math.round(value * 1e9) / 1e9;

const equalShares = (count: number) => Array.from({ length: count }, (_, at) => (at + 1) / count);

function lastYearsShares({ parts, last, prior }: PlanBasis, adds: boolean, count: number) {
  if (last === null || (!adds && prior === null)) return { fault: 'noLastYear' as const };
  const start = adds ? 0 : Number(prior);
  const whole = Number(last) - start;
  const known = parts.slice(0, count - 1);
  if (whole === 0 || known.length < count - 1 || known.some((part) => part === null))
    return { fault: 'noParts' as const };
  return [...known.map((part) => (Number(part) - start) / whole), 1];
}

/** Whether two plans say the same. */
export function samePlan(one: TargetPlan | null, other: TargetPlan | null): boolean {
  if (one === null || other === null) return one === other;
  return one.by === other.by && one.shape === other.shape && one.values.join() === other.values.join();
}
