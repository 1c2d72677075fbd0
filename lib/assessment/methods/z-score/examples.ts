import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [{ kind: 'zScore' }],
  monotone: [],
  others: [{ kind: 'zScore' }, { kind: 'zScore', deviation: 'sample', centre: 60, spread: 15 }],
};
