import { expect, test } from 'vitest';
import { assess } from './assess';
import { inputsOf, schemeOf } from './testing';

const scheme = schemeOf([
  { weight: 60, method: { kind: 'efficacy', bounds: { from: 'peers' } } },
  { weight: 40, direction: 'lower', method: { kind: 'rankLadder', step: 5, stepIn: 'percent' } },
]);

test('a small assessment from figures to ranks has all that a page needs to explain it', () => {
  const { units, bases } = assess(scheme, inputsOf({ A: [4, 9, 12], B: [1, 2, 2] }));
  expect(units.map(({ unit, shown, rank }) => [unit, shown, rank])).toEqual([
    ['u2', '98.00', 1],
    ['u1', '89.00', 2],
    ['u0', '76.00', 3],
  ]);
  expect(units[1]?.items).toEqual([
    { state: 'scored', value: 9, transformed: 9, share: 85, points: 51 },
    {
      state: 'scored',
      value: 2,
      transformed: 2,
      share: 95,
      points: 38,
      terms: { rank: 2, ladder: 95 },
      notes: [{ kind: 'sharedRank', values: { rank: 2, count: 2 } }],
    },
  ]);
  expect(bases[0]).toEqual({ terms: { low: 4, high: 12, n: 3 }, setBy: { low: 'u0', high: 'u2' }, notes: [] });
});

test('equal totals are listed in the official order, and unranked units come last', () => {
  const inputs = inputsOf({ A: [5, 5, 5], B: [1, 1, 1] });
  const units = inputs.units.map((unit) => ({ ...unit, order: 9 - unit.order }));
  const result = assess({ ...scheme, apart: ['u2'] }, { ...inputs, units });
  expect(result.units.map(({ unit, rank, isTied }) => [unit, rank, isTied])).toEqual([
    ['u1', 1, true],
    ['u0', 1, true],
    ['u2', null, false],
  ]);
});

test('a total that is a half except for rounding errors is rounded up', () => {
  const method = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 1 } };
  const thirds = schemeOf([0.1, 0.2, 0.705].map((weight) => ({ weight, method })));
  expect(assess(thirds, inputsOf({ A: [1], B: [1], C: [1] })).units[0]?.shown).toBe('1.01');
});
