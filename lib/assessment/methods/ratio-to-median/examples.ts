import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'ratioToMedian', cap: 150 },
    { kind: 'ratioToMedian', floor: -200, cap: 1000 },
  ],
  // A better value of one unit may raise a median of zero above zero, and then all units have a ratio. Above zero the
  // promise holds: the room's own test checks it there.
  monotone: [],
  others: [
    { kind: 'ratioToMedian', cap: 150 },
    { kind: 'ratioToMedian', floor: -50 },
  ],
};
