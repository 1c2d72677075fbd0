import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairPlace, pairwiseWeights } from './pairwise';

describe('weights of pairwise comparisons', () => {
  test('three things compare 1 : 3 : 5 as in the textbooks', () => {
    const found = pairwiseWeights(3, [3, 5, 3]);
    expect(found?.weights[0]).toBeCloseTo(0.637, 3);
    expect(found?.weights[1]).toBeCloseTo(0.258, 3);
    expect(found?.weights[2]).toBeCloseTo(0.105, 3);
    expect(found?.eigenvalue).toBeCloseTo(3.0385, 4);
    expect(found?.ratio).toBeCloseTo(0.0332, 4);
    expect(found?.isConsistent).toBe(true);
  });

  // Saaty, How to make a decision, European Journal of Operational Research 48 (1990): buying a house.
  test('Saaty’s house has eight criteria and inconsistent comparisons', () => {
    const upper = [5, 3, 7, 6, 6, 1 / 3, 1 / 4, 1 / 3, 5, 3, 3, 1 / 5, 1 / 7, 6, 3, 4, 6, 1 / 5].concat([
      1 / 3,
      1 / 4,
      1 / 7,
      1 / 8,
      1 / 2,
      1 / 5,
      1 / 6,
      1 / 5,
      1 / 6,
      1 / 2,
    ]);
    const found = pairwiseWeights(8, upper);
    const printed = [0.173, 0.054, 0.188, 0.018, 0.031, 0.036, 0.167, 0.333];
    printed.forEach((weight, at) => {
      expect(found?.weights[at]).toBeCloseTo(weight, 3);
    });
    expect(found?.eigenvalue).toBeCloseTo(9.669, 3);
    expect(found?.index).toBeCloseTo(0.238, 3);
    expect(found?.ratio).toBeCloseTo(0.169, 3);
    expect(found?.isConsistent).toBe(false);
  });

  test('for three things the eigenvalue is 1 + t + 1/t with t the cube root of the inconsistency', () => {
    const number = fc.double({ min: 1 / 9, max: 9, noNaN: true });
    fc.assert(
      fc.property(number, number, number, (ab, ac, bc) => {
        const t = Math.cbrt((ab * bc) / ac);
        expect(pairwiseWeights(3, [ab, ac, bc])?.eigenvalue).toBeCloseTo(1 + t + 1 / t, 8);
      }),
    );
  });

  test('comparisons derived from weights give those weights back and are consistent', () => {
    const some = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(some, (raw) => {
        const sum = raw.reduce((total, one) => total + one, 0);
        const upper = raw.flatMap((one, at) => raw.slice(at + 1).map((other) => one / other));
        const found = pairwiseWeights(raw.length, upper);
        raw.forEach((one, at) => {
          expect(found?.weights[at]).toBeCloseTo(one / sum, 10);
        });
        expect(found?.ratio).toBeCloseTo(0, 10);
      }),
    );
  });

  test('the index of a pair counts row by row', () => {
    const places = [0, 1, 2, 3].flatMap((first) =>
      [0, 1, 2, 3].filter((second) => second > first).map((second) => pairPlace(4, first, second)),
    );
    expect(places).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test.each([
    ['nothing to compare', 0, []],
    ['eleven things', 11, Array.from({ length: 55 }, () => 1)],
    ['a comparison missing', 3, [1, 2]],
    ['a comparison of zero', 2, [0]],
    ['a comparison without a number', 2, [Number.NaN]],
  ])('%s gives no weights', (_name, count, upper) => {
    expect(pairwiseWeights(count, upper)).toBeNull();
  });
});
