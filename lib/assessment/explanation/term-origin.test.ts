import { expect, test } from 'vitest';
import { isByIssued, originOf, targetIn } from '@/lib/assessment/explanation/term-origin';
import type { PlainMethod } from '@/lib/assessment/methods/schemas';

const completion = (target: object) =>
  ({ kind: 'completion', target, formula: 'ratio', floor: 0, cap: 100, startShare: 80, perUnit: 10 }) as PlainMethod;
const score = {
  state: 'scored' as const,
  value: 1,
  transformed: 1,
  share: 1,
  points: 1,
  terms: { target: 95, rank: 2 },
};

test('a target was issued to the unit or is the scheme’s, and never the unit’s own figure', () => {
  const origin = (term: 'target' | 'rank', method: PlainMethod) =>
    originOf({ term, value: 95 }, { basis: null, score, isGiven: false, isIssued: isByIssued(method) });
  expect(origin('target', completion({ from: 'base' }))).toBe('issued');
  expect(origin('target', completion({ from: 'stretch' }))).toBe('issued');
  expect(origin('target', completion({ from: 'given', value: 95 }))).toBe('scheme');
  expect(origin('rank', completion({ from: 'base' }))).toBe('own');
});

test('peers are compared by the targets that were issued to them', () => {
  expect(targetIn({ method: completion({ from: 'base' }) }, score)).toBe(95);
  expect(targetIn({ method: completion({ from: 'base' }) }, {})).toBeNull();
  expect(targetIn({ method: completion({ from: 'given', value: 95 }) }, score)).toBeNull();
});
