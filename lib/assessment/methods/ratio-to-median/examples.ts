import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'ratioToMedian', cap: 150 },
    { kind: 'ratioToMedian', floor: -200, cap: 1000 },
  ],
  // A better value of one unit may lift a median of zero above it, and then all have a ratio. Above zero the promise holds:
  // the room's own test tries it there.
  monotone: [],
  others: [
    { kind: 'ratioToMedian', cap: 150 },
    { kind: 'ratioToMedian', floor: -50 },
  ],
};
