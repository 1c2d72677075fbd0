import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';

/** Over which values the curve of a method is drawn, and the letters that stand for peers or targets there. */
export type Span = {
  /** What stands on the axis: values, places, or points deducted. */
  readonly axis: 'value' | 'place' | 'deducted';
  /** Whether it takes its letters from peers or targets that stand for the real ones. */
  readonly isSample: boolean;
  readonly from: number;
  readonly to: number;
  readonly terms?: Readonly<Record<string, number>>;
};

export const valueAxis = { axis: 'value', isSample: false } as const;
export const sampleAxis = { axis: 'value', isSample: true } as const;
export const placeAxis = { axis: 'place', isSample: false, from: 1, to: 15 } as const;

/** A little more than from one value to another. */
export function around(low: number, high: number): Pick<Span, 'from' | 'to'> {
  const margin = Math.max(Math.abs(high - low), 1e-6) * 0.15;
  return { from: Math.min(low, high) - margin, to: Math.max(low, high) + margin };
}

/** The bounds that are given, or 0 to 100 in their place. */
export function boundsSpan(bounds: Bounds, isLower: boolean): Span {
  if (bounds.from === 'given') return { ...valueAxis, ...around(bounds.low, bounds.high) };
  return { ...sampleAxis, from: 0, to: 100, terms: isLower ? { low: 100, high: 0 } : { low: 0, high: 100 } };
}
