import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'rankLadder', step: 5, stepIn: 'percent' },
    { kind: 'rankLadder', step: 0.5, stepIn: 'points', gate: { atLeast: 8, share: 66 } },
  ],
  monotone: [
    { kind: 'rankLadder', step: 15, stepIn: 'percent', ties: 'average' },
    { kind: 'rankLadder', step: 7, stepIn: 'points', gate: { atLeast: 5, share: 60 } },
  ],
  others: [],
};
