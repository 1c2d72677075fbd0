import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [{ kind: 'rankGain', ranks: 'ofValues', against: 'yearEarlier', factor: 2, floor: -100 }],
  monotone: [],
  others: [
    { kind: 'rankGain', ranks: 'ofValues', against: 'yearEarlier' },
    { kind: 'rankGain', ranks: 'values', against: 'yearEarlier', firstHeld: 'zero' },
  ],
};
