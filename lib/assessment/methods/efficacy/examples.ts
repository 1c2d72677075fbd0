import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'efficacy', bounds: { from: 'peers' } },
    { kind: 'efficacy', base: 40, bounds: { from: 'given', low: -20, high: 40 } },
  ],
  monotone: [
    { kind: 'efficacy', bounds: { from: 'peers' } },
    { kind: 'efficacy', bounds: { from: 'given', low: -3, high: 12 } },
  ],
  others: [],
};
