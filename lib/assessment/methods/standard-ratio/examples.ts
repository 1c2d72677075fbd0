import type { Examples } from '@/lib/assessment/methods/testing';

export const examples: Examples = {
  explained: [{ kind: 'standardRatio', standard: 5, standardShare: 60, best: null }],
  monotone: [{ kind: 'standardRatio', standard: 2, standardShare: 60, best: 10 }],
  others: [{ kind: 'standardRatio', standard: 2, standardShare: 60, best: null }],
};
