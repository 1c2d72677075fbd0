import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'ratioToReference', reference: { from: 'mean' } },
    { kind: 'ratioToReference', reference: { from: 'given', value: 12 }, formula: 'difference', perUnit: 0.5 },
  ],
  monotone: [{ kind: 'ratioToReference', reference: { from: 'mean' } }],
  others: [
    { kind: 'ratioToReference', reference: { from: 'given', value: 0 } },
    { kind: 'ratioToReference', reference: { from: 'mean' }, formula: 'difference', perUnit: 5 },
  ],
};
