import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'bonus', from: 'value', pointsEach: 0.25 },
    { kind: 'bonus', from: 'ledger' },
  ],
  monotone: [],
  others: [
    { kind: 'bonus', from: 'value', pointsEach: 3 },
    { kind: 'bonus', from: 'ledger' },
  ],
};
