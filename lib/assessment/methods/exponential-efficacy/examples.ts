import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [{ kind: 'exponentialEfficacy', bounds: { from: 'peers' } }],
  monotone: [{ kind: 'exponentialEfficacy', bounds: { from: 'peers' } }],
  others: [],
};
