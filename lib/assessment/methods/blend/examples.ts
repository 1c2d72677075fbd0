import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    {
      kind: 'blend',
      parts: [
        { key: 'level', weight: 40, method: { kind: 'efficacy', bounds: { from: 'peers' } } },
        {
          key: 'growth',
          weight: 60,
          transforms: [{ kind: 'change', against: 'yearEarlier' }],
          method: { kind: 'minMax', bounds: { from: 'peers' } },
        },
      ],
    },
  ],
  monotone: [],
  others: [],
};
