import type { Examples } from '@/lib/assessment/methods/testing';

const tiers = [-2, 1, 4, 9].map((value, at) => ({ name: `${at}`, value, coefficient: (at + 1) / 4 }));

export const examples: Examples = {
  explained: [
    {
      kind: 'tieredEfficacy',
      tiers: [
        { name: '较差', value: -12, coefficient: 0.2 },
        { name: '平均', value: 10, coefficient: 0.6 },
        { name: '优秀', value: 30, coefficient: 1 },
      ],
    },
  ],
  monotone: [{ kind: 'tieredEfficacy', tiers }],
  others: [],
};
