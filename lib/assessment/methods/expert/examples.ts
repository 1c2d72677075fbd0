import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [{ kind: 'expert', trim: 1 }],
  monotone: [],
  others: [{ kind: 'expert', trim: 1, outOf: 10 }],
};
