import type { TargetPlan } from '@/lib/monitoring/targets/words';
import type { EarlierYear, YearCurve } from './words';

const months = 12;

export type CurveBasis = {
  /** Whether the indicator adds up through the year, so that a year begins with nothing. */
  readonly adds: boolean;
  readonly target: number;
  readonly plan: TargetPlan | null;
  /** The level at the end of the year before; needed for what does not add up. */
  readonly last: number | null;
  /** The newest first. */
  readonly earlier: readonly EarlierYear[];
};

/**
 * The expected course of a year: as its plan says, months between the ends of quarters in equal steps; without a plan in the
 * mean shape of the earlier years where `byEarlierYears` asks for it and they carry it, else in equal parts of the year.
 * Null for a level whose beginning is not known.
 */
export function yearCurve(of: CurveBasis, byEarlierYears = false): YearCurve | null {
  const start = of.adds ? 0 : of.last;
  if (start === null) return null;
  const { target } = of;
  if (of.plan !== null) {
    const values = monthly(of.plan, start);
    return { source: 'plan', start, target, values, shares: risingShares(values, start, target) };
  }
  const shape = byEarlierYears ? meanShape(of.earlier, of.adds) : null;
  const shares = shape ?? Array.from({ length: months }, (_, at) => (at + 1) / months);
  const values = shares.map((share, at) => (at === months - 1 ? target : start + (target - start) * share));
  return { source: shape ? 'earlierYears' : 'linear', start, target, values, shares };
}

/** The values of a plan at the end of each month. */
function monthly({ by, values }: TargetPlan, start: number): number[] {
  if (by === 'month') return values.map(Number);
  return values.flatMap((value, at) => {
    const before = at === 0 ? start : Number(values[at - 1]);
    const step = (Number(value) - before) / 3;
    return [before + step, before + 2 * step, Number(value)];
  });
}

/**
 * The share of the year's way at the end of each month: never falling, since what was reached once is not asked for twice, and
 * whole at the end.
 */
function risingShares(values: readonly number[], start: number, target: number): number[] {
  let highest = 0;
  return values.map((value, at) => {
    if (at === months - 1) return 1;
    const share = target === start ? (at + 1) / months : (value - start) / (target - start);
    highest = Math.min(1, Math.max(highest, share));
    return highest;
  });
}

/** The mean of the shapes of earlier years that are known whole and came to something; null for none. */
function meanShape(earlier: readonly EarlierYear[], adds: boolean): number[] | null {
  const shapes = earlier.flatMap(({ year, ends }) => {
    const before = earlier.find((one) => one.year === year - 1)?.ends.at(-1) ?? null;
    const start = adds ? 0 : before;
    const end = ends.at(-1) ?? null;
    if (start === null || end === null || end === start || ends.length < months || ends.includes(null)) return [];
    return [risingShares(ends.map(Number), start, end)];
  });
  if (shapes.length === 0) return null;
  return Array.from(
    { length: months },
    (_, at) => shapes.reduce((sum, shape) => sum + (shape[at] ?? 0), 0) / shapes.length,
  );
}
