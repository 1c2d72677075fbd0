import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';

/** The range of values over which the curve of a method is drawn, and letters in place of peers or targets. */
export type Span = {
  /** The unit of the axis: values, places, or points deducted. */
  readonly axis: 'value' | 'place' | 'deducted';
  /** Whether the letters are samples in place of real peers or targets. */
  readonly isSample: boolean;
  readonly from: number;
  readonly to: number;
  readonly terms?: Readonly<Record<string, number>>;
};

export const valueAxis = { axis: 'value', isSample: false } as const;
export const sampleAxis = { axis: 'value', isSample: true } as const;
export const placeAxis = { axis: 'place', isSample: false, from: 1, to: 15 } as const;

/** A range slightly wider than from one value to another. */
export function rangeAround(low: number, high: number): Pick<Span, 'from' | 'to'> {
  const margin = Math.max(Math.abs(high - low), 1e-6) * 0.15;
  return { from: Math.min(low, high) - margin, to: Math.max(low, high) + margin };
}

/** The range of given bounds, or 0 to 100 without them. */
export function boundsSpan(bounds: Bounds, isLower: boolean): Span {
  if (bounds.from === 'given') return { ...valueAxis, ...rangeAround(bounds.low, bounds.high) };
  return { ...sampleAxis, from: 0, to: 100, terms: isLower ? { low: 100, high: 0 } : { low: 0, high: 100 } };
}
