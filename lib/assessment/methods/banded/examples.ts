import type { Examples } from '@/lib/assessment/methods/testing';

const bands = [-1, 3, 8].map((atLeast, at) => ({ atLeast, share: (at + 1) * 30 }));

export const examples: Examples = {
  explained: [
    {
      kind: 'banded',
      bands: [
        { atLeast: -5, share: 30 },
        { atLeast: 12, share: 80 },
        { atLeast: 30, share: 100 },
      ],
      interpolate: true,
    },
  ],
  monotone: [
    { kind: 'banded', bands, below: 5 },
    { kind: 'banded', bands, interpolate: true },
  ],
  others: [],
};
