import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'minMax', bounds: { from: 'given', low: -20, high: 40 }, clamp: false },
    { kind: 'minMax', bounds: { from: 'peers' }, from: 20, to: 90 },
  ],
  monotone: [
    { kind: 'minMax', bounds: { from: 'peers' } },
    { kind: 'minMax', bounds: { from: 'given', low: -3, high: 12 }, clamp: false },
  ],
  others: [{ kind: 'minMax', bounds: { from: 'percentiles', low: 10, high: 90 }, from: 20, to: 90 }],
};
