import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'range', low: 5, high: 15, span: { from: 'peers' } },
    { kind: 'range', low: 5, high: 15, span: { from: 'given', below: 30, above: 40 } },
  ],
  monotone: [],
  others: [
    { kind: 'range', low: 2, high: 5, span: { from: 'peers' } },
    { kind: 'range', low: 2, high: 5, span: { from: 'given', below: 4, above: 6 } },
  ],
};
