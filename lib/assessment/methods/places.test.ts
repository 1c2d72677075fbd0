import { expect, test } from 'vitest';
import { type ItemDraft, inputsOf, scored } from '@/lib/assessment/scoring/testing';

const ladder = (more: object = {}): ItemDraft => ({
  method: { kind: 'rankLadder', step: 10, stepIn: 'percent', ...more },
});
const gain = (more: object = {}): ItemDraft => ({
  method: { kind: 'rankGain', ranks: 'ofValues', against: 'yearEarlier', ...more },
});

test.each([
  ['best', [100, 90, 90, 70]],
  ['average', [100, 85, 85, 70]],
  ['worst', [100, 80, 80, 70]],
] as const)('a shared place counts as the %s one', (ties, shares) => {
  const { shares: got, notes } = scored(ladder({ ties }), inputsOf({ A: [9, 8, 8, 7] }));
  expect(got).toEqual(shares);
  expect(notes[1]).toEqual(['sharedRank']);
});

test.each([
  ['best', [100, 90, 90, 70, 90, 70]],
  ['average', [100, 85, 85, 70, 85, 70]],
  ['worst', [100, 80, 80, 70, 80, 70]],
  ['dense', [100, 90, 90, 80, 90, 80]],
] as const)('a unit apart has the place of the peers with its value: %s', (ties, shares) => {
  const { shares: got } = scored(ladder({ ties }), inputsOf({ A: [9, 8, 8, 7, 8, 7.5] }), { apart: ['u4', 'u5'] });
  expect(got).toEqual(shares);
});

test.each([
  ['small shares of large denominators', [5.8e-10, 5.4e-10, 5.0e-10], [100, 90, 80]],
  ['small values beside a great one', [1e12, 0.9, 0.5], [100, 90, 80]],
  ['great values that differ in their last digits', [1e15 + 0.125, 1e15, 9e14], [100, 100, 80]],
] as const)('values tie by the last digits of their own size: %s', (_, values, shares) => {
  expect(scored(ladder(), inputsOf({ A: values })).shares).toEqual(shares);
});

test('differences that are equal in decimals share a place, and one of nothing is zero', () => {
  const item = { ...ladder(), transforms: [{ kind: 'change' as const, against: 'yearEarlier' as const }] };
  const inputs = inputsOf({ A: [0.3, 1.2, 1e9 + 0.1, 5], 'A@2023': [0.1, 1, 1e9 - 0.1, 5] });
  expect(scored(item, inputs).shares).toEqual([100, 100, 100, 70]);
});

test('the step may be in points of the item', () => {
  const item = { ...ladder({ step: 0.5, stepIn: 'points' }), weight: 5 };
  expect(scored(item, inputsOf({ A: [3, 2, 1] })).shares).toEqual([100, 90, 80]);
});

test('a long ladder ends at zero', () => {
  const { shares, notes } = scored(ladder({ step: 40 }), inputsOf({ A: [4, 3, 2, 1] }));
  expect(shares).toEqual([100, 60, 20, 0]);
  expect(notes[3]).toEqual(['clampedLow']);
});

test('at or above the gate the ladder rises from its share, below it no unit reaches that share', () => {
  const item = ladder({ gate: { atLeast: 8, share: 60 } });
  expect(scored(item, inputsOf({ A: [10, 8, 7.9] })).shares).toEqual([100, 96, 60]);
});

test('a unit without a value has no place and takes none', () => {
  expect(scored(ladder(), inputsOf({ A: [3, null, 1] })).shares).toEqual([100, 0, 90]);
});

test('places gained are scored as a fraction of the earlier place', () => {
  const { shares } = scored(gain(), inputsOf({ A: [9, 8, 7, 6], 'A@2023': [6, 9, 8, 7] }));
  expect(shares).toEqual([75, 0, 0, 0]);
});

test.each([
  ['full', 100],
  ['zero', 0],
] as const)('a unit that was first and stays first gets %s', (firstHeld, share) => {
  const { shares, notes } = scored(gain({ firstHeld }), inputsOf({ A: [9, 8], 'A@2023': [9, 8] }));
  expect(shares[0]).toBe(share);
  expect(notes[0]).toContain('firstHeld');
});

test('values that are ranks themselves', () => {
  const item = { ...gain({ ranks: 'values', factor: 2 }), direction: 'lower' as const };
  const { shares, notes } = scored(item, inputsOf({ A: [12, 3, 5, 2], 'A@2023': [16, 3, null, 0] }));
  expect(shares).toEqual([50, 0, 0, 0]);
  expect([notes[2], notes[3]]).toEqual([
    ['noBase', 'missingZero'],
    ['denominator', 'missingZero'],
  ]);
});
