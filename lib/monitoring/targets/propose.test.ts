import { describe, expect, test } from 'vitest';
import { askedGrowth, expected, grownBy, growthsOf, noCourse, reachingPlace } from '@/lib/monitoring/targets/propose';

const amount = { measure: 'amount', direction: 'higher', decimals: 2 } as const;

describe('last year’s figure with a growth', () => {
  test('is rounded half up to the decimals of the indicator', () => {
    expect(grownBy(amount, '120.5', 6)).toBe('127.73');
    expect(grownBy({ measure: 'amount', decimals: 0 }, '25', 2)).toBe('26');
    expect(grownBy(amount, '1.005', 0)).toBe('1.01');
  });

  test('adds percentage points to a rate, and says nothing without a figure or of a grade', () => {
    expect(grownBy({ measure: 'rate', decimals: 1 }, '8.3', 0.5)).toBe('8.8');
    expect(grownBy(amount, null, 6)).toBeNull();
    expect(grownBy({ measure: 'rank', decimals: 0 }, '3', 6)).toBeNull();
  });
});

describe('what would reach a place', () => {
  // 100 → 110 goes on to 121, 80 → 100 to 125, 130 stays at 130 without an earlier figure.
  const others = [
    { last: '110', prior: '100' },
    { last: '100', prior: '80' },
    { last: '130', prior: null },
  ];

  test('is as good as whoever is there without it, from the peers’ last growth', () => {
    expect([1, 2, 3].map((place) => reachingPlace(amount, others, place))).toEqual(['130.00', '125.00', '121.00']);
    expect(reachingPlace(amount, others, 4)).toBeNull();
  });

  test('is the other way round where lower is better, and rounded to the better side', () => {
    const lower = { measure: 'amount', direction: 'lower', decimals: 1 } as const;
    const energy = [
      { last: '0.97', prior: '1' },
      { last: '0.88', prior: null },
    ];
    expect(reachingPlace(lower, energy, 1)).toBe('0.8');
    expect(reachingPlace(lower, energy, 2)).toBe('0.9');
    expect(reachingPlace({ ...lower, direction: 'higher' }, energy, 1)).toBe('1.0');
  });

  test('is nothing where no side is better', () => {
    expect(reachingPlace({ ...amount, direction: 'range' }, others, 1)).toBeNull();
    expect(reachingPlace({ ...amount, direction: 'none' }, others, 1)).toBeNull();
  });

  test('takes a rate by its points, and a peer at or below zero as staying', () => {
    expect(expected('rate', { last: '8', prior: '7.5' })).toBe(8.5);
    expect(expected('amount', { last: '5', prior: '-2' })).toBe(5);
    expect(expected('amount', { last: null, prior: '3' })).toBeNull();
  });
});

test('the growth asked for stands beside those of the years before', () => {
  expect(askedGrowth('amount', '127.73', { values: ['120.5'], others: [] })).toEqual({
    kind: 'percent',
    change: '6.0',
  });
  expect(askedGrowth('amount', '5', noCourse)).toBeNull();
  expect(growthsOf('amount', { values: ['110', '100', null, '80'], others: [] })).toEqual([
    { kind: 'percent', change: '10.0' },
    null,
    null,
  ]);
});
