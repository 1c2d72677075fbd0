import type { PlainMethod } from '@/lib/assessment/schemes/document/methods';
import type { SchemeItem } from '@/lib/assessment/schemes/document/scheme';
import { shareAt } from '@/lib/assessment/scoring/share-at';

/** What a curve is drawn over: values, places, points deducted or counts. */
export type Curve = {
  readonly axis: 'value' | 'place' | 'deducted';
  /** Whether it takes its letters from peers or targets that stand for the real ones. */
  readonly isSample: boolean;
  /** From left to right: the value and the points it earns. */
  readonly points: readonly (readonly [x: number, points: number])[];
};

type Span = Pick<Curve, 'axis' | 'isSample'> & {
  readonly from: number;
  readonly to: number;
  readonly terms?: Readonly<Record<string, number>>;
};

const steps = 60;

/** The points of an item over its values, for drawing; null for a blend, and where the parameters give no curve. */
export function curveOf(item: SchemeItem): Curve | null {
  if (item.method.kind === 'blend') return null;
  const { axis, isSample, from, to, terms = {} } = spanOf(item.method, item);
  if (!(to > from)) return null;
  const count = axis === 'place' ? to - from : steps;
  const points = Array.from({ length: count + 1 }, (_, nth) => from + ((to - from) * nth) / count).flatMap((x) => {
    const share = shareAt(item, x, { terms });
    return share === null ? [] : [[x, (share * item.weight) / 100] as const];
  });
  return points.length > 1 ? { axis, isSample, points } : null;
}

function around(low: number, high: number, part = 0.15): Pick<Span, 'from' | 'to'> {
  const margin = Math.max(Math.abs(high - low), 1e-6) * part;
  return { from: Math.min(low, high) - margin, to: Math.max(low, high) + margin };
}

function spanOf(method: PlainMethod, item: Pick<SchemeItem, 'direction' | 'weight'>): Span {
  const isLower = item.direction === 'lower';
  const value = { axis: 'value', isSample: false } as const;
  const sample = { axis: 'value', isSample: true } as const;
  const place = { axis: 'place', isSample: false, from: 1, to: 15 } as const;
  switch (method.kind) {
    case 'completion': {
      const target = method.target.from === 'given' ? method.target.value : 100;
      const isSample = method.target.from !== 'given' || method.formula === 'improvement';
      const base = target - 0.2 * Math.abs(target);
      const reach = Math.max(Math.abs(target), 1);
      const from = method.formula === 'start' ? target - reach / 10 : target - reach;
      const to = method.formula === 'start' ? target + reach / 10 : target + reach;
      return { axis: 'value', isSample, from, to, terms: { target, base } };
    }
    case 'efficacy':
    case 'exponentialEfficacy':
    case 'minMax': {
      const { bounds } = method;
      if (bounds.from === 'given') return { ...value, ...around(bounds.low, bounds.high) };
      return { ...sample, from: 0, to: 100, terms: isLower ? { low: 100, high: 0 } : { low: 0, high: 100 } };
    }
    case 'tieredEfficacy': {
      const values = method.tiers.map((tier) => tier.value);
      return { ...value, ...around(Math.min(...values), Math.max(...values)) };
    }
    case 'banded': {
      const values = method.bands.map((band) => band.atLeast);
      return { ...value, ...around(Math.min(...values), Math.max(...values)) };
    }
    case 'zScore':
      return { ...sample, from: 0, to: 100, terms: { mean: 50, deviation: 20 } };
    case 'ratioToBest':
      return { ...sample, from: isLower ? 100 : 0, to: isLower ? 300 : 100, terms: { best: 100 } };
    case 'ratioToReference': {
      const isGiven = method.reference.from === 'given';
      const reference = method.reference.from === 'given' ? method.reference.value : 50;
      return { axis: 'value', isSample: !isGiven, from: 0, to: 2 * reference, terms: { reference } };
    }
    case 'standardRatio': {
      const best = method.best ?? 100;
      const low = method.standard - (best - method.standard);
      return { axis: 'value', isSample: method.best === null, ...around(low, best), terms: { best } };
    }
    case 'rankLadder':
      return place;
    case 'rankGain':
      return { ...place, isSample: true, terms: { earlier: 10 } };
    case 'range': {
      const span = method.span.from === 'given' ? Math.max(method.span.below, method.span.above) : 50;
      const isSample = method.span.from !== 'given';
      return {
        axis: 'value',
        isSample,
        from: method.low - span * 1.2,
        to: method.high + span * 1.2,
        terms: { span: 50 },
      };
    }
    case 'deductions':
      return { axis: 'deducted', isSample: false, from: 0, to: item.weight * 1.2 };
    case 'bonus': {
      const each = method.from === 'value' ? Math.max(method.pointsEach, 1e-6) : 1;
      return { ...value, from: 0, to: (item.weight / each) * 1.2 };
    }
    case 'expert':
      return { ...value, from: 0, to: method.outOf };
  }
}
