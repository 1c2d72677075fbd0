import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [{ kind: 'deductions', floor: 20 }],
  monotone: [],
  others: [{ kind: 'deductions' }],
};
