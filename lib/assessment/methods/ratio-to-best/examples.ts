import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'ratioToBest', fallback: 'minMax' },
    { kind: 'ratioToBest', fallback: 'rankLadder' },
  ],
  monotone: [{ kind: 'ratioToBest' }],
  others: [
    { kind: 'ratioToBest', negative: 'keep', fallback: 'minMax' },
    { kind: 'ratioToBest', fallback: 'rankLadder' },
  ],
};
