import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedTotal, roundTotal } from './round-total';

test.each([
  [79.95, 1, '80.0'],
  [84.994999, 2, '84.99'],
  [84.99499999999999, 2, '85.00'],
  [1.005, 2, '1.01'],
  [-0.5, 0, '-1'],
  [2.5, 0, '3'],
] as const)('%s at %s decimals is published as %s, and counted as that', (total, decimals, shown) => {
  expect(publishedTotal(total, decimals)).toBe(shown);
  expect(roundTotal(total, decimals)).toBe(Number(shown));
});

test('the quick rounding is the published one, for totals at and near the halves too', () => {
  const total = fc.tuple(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.constantFrom(0, 1e-10, -1e-10, 1e-13));
  fc.assert(
    fc.property(total, fc.integer({ min: 0, max: 6 }), ([thousandths, off], decimals) => {
      const value = thousandths / 2000 + off;
      expect(roundTotal(value, decimals)).toBe(Number(publishedTotal(value, decimals)));
    }),
    { numRuns: 5000 },
  );
});
