import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [
    { kind: 'completion', target: { from: 'base' }, formula: 'ratio', cap: 120 },
    { kind: 'completion', target: { from: 'given', value: 25 }, formula: 'linear' },
    { kind: 'completion', target: { from: 'stretch' }, formula: 'start' },
    { kind: 'completion', target: { from: 'base' }, formula: 'improvement', floor: -50, cap: 150 },
    { kind: 'completion', target: { from: 'base' }, formula: 'allOrNothing' },
  ],
  monotone: [
    { kind: 'completion', target: { from: 'given', value: 7 }, formula: 'ratio', cap: 120 },
    { kind: 'completion', target: { from: 'given', value: 7 }, formula: 'start' },
  ],
  others: [
    { kind: 'completion', target: { from: 'base' }, formula: 'ratio', cap: 150 },
    { kind: 'completion', target: { from: 'base' }, formula: 'linear' },
    { kind: 'completion', target: { from: 'stretch' }, formula: 'improvement' },
    { kind: 'completion', target: { from: 'base' }, formula: 'allOrNothing' },
  ],
};
