import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { inventedAssessment } from '@/lib/testing/invented-assessment';
import { summingTo, withWeights } from './with-weights';

const { scheme } = inventedAssessment({ seed: 1, units: 2, blocks: 3, items: 4 });

describe('a scheme with other weights', () => {
  test('the weights of the changed block keep their sum, the others stay', () => {
    const changed = withWeights(scheme, { I1x0: 77.5 });
    for (const [at, block] of blocksOf(changed).entries()) {
      const before = blocksOf(scheme)[at];
      expect(block.parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
      if (block.key !== 'B1')
        expect(block.parts.map(({ weight }) => weight)).toEqual(before?.parts.map((one) => one.weight));
    }
  });

  test('a block with a greater weight keeps its own scale', () => {
    const changed = withWeights(scheme, { B0: 90 });
    const [, block] = blocksOf(changed);
    expect(block?.full).toBe(100);
    expect(itemsOf(changed)).toEqual(itemsOf(scheme));
  });

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a weight of %d changes nothing', (weight) => {
    expect(withWeights(scheme, { I0x0: weight, nowhere: 3 })).toEqual(scheme);
  });

  test('rounded weights sum to the total and stay above zero', () => {
    const some = fc.array(fc.double({ min: 1e-6, max: 1000, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 1000 }), (weights, total) => {
        const found = summingTo(weights, total);
        expect(found.every((weight) => weight > 0)).toBe(true);
        expect(found.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(total, 8);
      }),
    );
  });
});
