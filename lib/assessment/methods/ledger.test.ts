import { expect, test } from 'vitest';
import { entryOf, inputsOf, itemScores, scored } from '@/lib/assessment/scoring/testing';

const units = { A: [null, null] };
const deduct = (unit: number, points: number, incident = '') =>
  entryOf(unit, 'deduction', { node: 'a', points, incident });

test('deductions reduce the full points, down to zero', () => {
  const entries = [deduct(0, 2), deduct(0, 1.5), deduct(1, 12)];
  const item = { weight: 10, indicator: null, method: { kind: 'deductions' as const } };
  const { result, shares, notes } = scored(item, inputsOf(units, { entries }));
  expect(shares).toEqual([65, 0]);
  expect(notes[1]).toEqual(['ledgerFloor']);
  expect(itemScores(result)[1]?.terms).toEqual({ asked: 12, deducted: 10 });
  expect(result.units.flatMap(({ adjustments }) => adjustments)).toEqual([]);
});

test('per incident the heaviest deduction counts, or all of them', () => {
  const entries = [deduct(0, 2, 'fire'), deduct(0, 3, 'fire'), deduct(0, 1, 'flood'), deduct(0, 1)];
  const by = (incident: 'heaviest' | 'all') =>
    scored({ weight: 10, indicator: null, method: { kind: 'deductions', incident } }, inputsOf(units, { entries }));
  expect(by('heaviest').shares[0]).toBe(50);
  expect(by('heaviest').notes[0]).toEqual(['incidentHeaviest']);
  expect(by('all').shares[0]).toBe(30);
});

test('a bonus of the ledger is limited to the points of its item', () => {
  const entries = [
    entryOf(0, 'bonus', { node: 'a', points: 1 }),
    entryOf(0, 'bonus', { node: 'a', points: 0.5 }),
    entryOf(1, 'bonus', { node: 'a', points: 5 }),
  ];
  const item = { weight: 3, indicator: null, method: { kind: 'bonus' as const, from: 'ledger' as const } };
  const { shares, notes } = scored(item, inputsOf(units, { entries }));
  expect(shares).toEqual([50, 100]);
  expect(notes[1]).toEqual(['clampedHigh']);
});

test('the highest and the lowest score are left out, but never all of them', () => {
  const score = (unit: number, points: number) => entryOf(unit, 'score', { node: 'a', points });
  const entries = [score(0, 100), score(0, 80), score(0, 70), score(0, 10), score(1, 60), score(1, 80)];
  const item = { indicator: null, method: { kind: 'expert' as const, trim: 1 } };
  const { shares, notes } = scored(item, inputsOf(units, { entries }));
  expect(shares).toEqual([75, 70]);
  expect(notes).toEqual([['trimmed'], []]);
});

test('without entered scores the figure of the item is the score', () => {
  expect(scored({ method: { kind: 'expert', outOf: 10 } }, inputsOf({ A: [8, null] })).shares).toEqual([80, 0]);
});

test('scores entered by hand are the values of an item without an indicator', () => {
  const entries = [entryOf(0, 'score', { node: 'a', points: 4 }), entryOf(1, 'score', { node: 'a', points: 8 })];
  const item = { indicator: null, method: { kind: 'minMax' as const, bounds: { from: 'peers' as const } } };
  expect(scored(item, inputsOf(units, { entries })).shares).toEqual([0, 100]);
});

test('a part of a blend counts its deductions too, and they are no adjustments', () => {
  const parts = [
    { key: 'kept', weight: 50, method: { kind: 'deductions' as const } },
    { key: 'given', weight: 50, method: { kind: 'bonus' as const, from: 'ledger' as const } },
  ];
  const entries = [deduct(0, 2), entryOf(0, 'bonus', { node: 'a', points: 4 })];
  const item = { weight: 10, indicator: null, method: { kind: 'blend' as const, parts } };
  const { result, shares } = scored(item, inputsOf(units, { entries }));
  expect(shares).toEqual([60, 50]);
  expect(result.units.flatMap(({ adjustments }) => adjustments)).toEqual([]);
});
