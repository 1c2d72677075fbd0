import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { belowZero, comparableColumns, type DataColumn, rawColumns } from './columns';
import { criticWeights } from './critic';
import { entropyOf, entropyWeights } from './entropy';
import { equalWeights } from './equal';
import { proposalsFor } from './proposals';

const column = (values: readonly (number | null)[], isMoreBetter = true, key = 'a'): DataColumn => ({
  key,
  isMoreBetter,
  isShare: false,
  values,
});

describe('columns on one scale', () => {
  test('less-is-better inverts the scale, and negative values do no harm', () => {
    const { columns } = comparableColumns([column([-10, 0, 10]), column([3, 1, 2], false)]);
    expect(columns).toEqual([
      [0, 0.5, 1],
      [0, 1, 0.5],
    ]);
  });

  test('a unit with a missing value is left out and listed; a constant column is named', () => {
    const found = comparableColumns([column([1, null, 3]), column([7, 8, 7], true, 'b')]);
    expect(found.leftOut).toEqual([1]);
    expect(found.units).toEqual([0, 2]);
    expect(found.columns).toEqual([
      [0, 1],
      [0, 0],
    ]);
    expect(found.constant).toEqual(['b']);
  });
});

describe('entropy weights', () => {
  // By hand: p = 0, 1/3, 2/3 has e = (ln 3 / 3 + 2 ln 1.5 / 3) / ln 3 = 0.57938; a column where one unit has all has e
  // = 0.
  test('two columns computed by hand', () => {
    expect(entropyOf([0, 0.5, 1])).toBeCloseTo(0.57938, 5);
    const weights = entropyWeights(comparableColumns([column([10, 15, 20]), column([0, 0, 8])]));
    expect(weights?.[0]).toBeCloseTo(0.42062 / 1.42062, 5);
    expect(weights?.[1]).toBeCloseTo(1 / 1.42062, 5);
  });

  // By hand: p = 2/9, 3/9, 4/9 has e = 1.060857 / ln 3 = 0.965633.
  test('raw shares are offered beside, and not where a value is negative', () => {
    const of = (...columns: DataColumn[]) =>
      proposalsFor(2, columns, null).proposals.find(({ source }) => source === 'entropyRaw')?.weights;
    expect(of(column([10, 15, 20]), column([0, 0, 8]))?.[0]).toBeCloseTo(0.034367 / 1.034367, 5);
    expect(of(column([10, 15, 20], false), column([0.1, 0.1, 0.1]))).toEqual([1, 0]);
    expect(of(column([10, 15, 20]), column([0, -1, 8]))).toBeUndefined();
  });

  test('a constant column has weight zero', () => {
    expect(entropyWeights(comparableColumns([column([1, 2, 3]), column([5, 5, 5])]))).toEqual([1, 0]);
  });
});

describe('CRITIC weights', () => {
  // By hand: columns 0, ½, 1 and 0, 1, ½ have σ = √(1/6) both and r = ½; the third, 1, ½, 0, has r = −1 and −½ with them.
  // C = σ(½ + 2), σ(½ + 1½), σ(2 + 1½), so that the weights are 2.5, 2 and 3.5 of 8.
  test('three columns computed by hand', () => {
    const weights = criticWeights(comparableColumns([column([0, 1, 2]), column([0, 2, 1]), column([2, 1, 0])]));
    [2.5 / 8, 2 / 8, 3.5 / 8].forEach((weight, at) => {
      expect(weights?.[at]).toBeCloseTo(weight, 12);
    });
  });

  test('a constant column has weight zero', () => {
    const weights = criticWeights(comparableColumns([column([0, 1, 2]), column([0, 2, 1]), column([4, 4, 4])]));
    [0.5, 0.5, 0].forEach((weight, at) => {
      expect(weights?.[at]).toBeCloseTo(weight, 12);
    });
  });
});

test('weights by CRITIC need scaled columns: of values as they are, they would depend on the unit of measure', () => {
  const growth = [5, 6, 8, 7];
  const output = [120, 180, 150, 90];
  const weightsIn = (factor: number, isScaled: boolean) => {
    const columns = [column(growth), column(output.map((value) => value * factor))];
    const scaled = comparableColumns(columns);
    return criticWeights((isScaled ? scaled : rawColumns(columns, scaled)) ?? scaled);
  };
  expect(weightsIn(10_000, true)?.[0]).toBeCloseTo(weightsIn(1, true)?.[0] ?? 0, 12);
  expect(weightsIn(10_000, false)?.[0]).not.toBeCloseTo(weightsIn(1, false)?.[0] ?? 0, 2);
});

test('the columns with a value below zero among the units with all data have no raw shares, and are named', () => {
  const columns = [column([1, 2, -3]), column([4, -5, 6], true, 'b'), column([1, 2, null], true, 'c')];
  expect(belowZero(columns, comparableColumns(columns))).toEqual(['b']);
});

describe('weights from data', () => {
  test.each([entropyWeights, criticWeights])('are null for one unit, no unit or constant columns', (weights) => {
    expect(weights(comparableColumns([column([1]), column([2])]))).toBeNull();
    expect(weights(comparableColumns([column([null, null])]))).toBeNull();
    expect(weights(comparableColumns([]))).toBeNull();
    expect(weights(comparableColumns([column([1, 1]), column([2, 2])]))).toBeNull();
  });

  const table = fc.tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 1, max: 6 })).chain(([units, items]) =>
    fc.array(
      fc.array(fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 20 }), {
        minLength: units,
        maxLength: units,
      }),
      { minLength: items, maxLength: items },
    ),
  );

  /** Columns that nearly correlate by 1: subtracted from 1, their correlation loses its digits. */
  const nearlyEqual = [
    [null, null, 1.4448180283149756, 0, 0, null, 0, 5194.2720908579495, 0],
    [null, null, 0, 0, 0, null, 0, 1.502452433949273e-119, 0],
    [null, null, 0, 0, 6.576312751132523e-154, null, 0, 1.5795775816251879e-137, 0],
  ];

  test.each([
    ['entropy', entropyWeights],
    ['CRITIC', criticWeights],
  ])('of %s are never negative, sum to one and do not depend on the order of units', (_name, weights) => {
    fc.assert(
      fc.property(table, (values) => {
        const found = weights(comparableColumns(values.map((one) => column(one))));
        const turned = weights(comparableColumns(values.map((one) => column([...one].reverse()))));
        if (!found) {
          expect(turned).toBeNull();
          return;
        }
        expect(found.every((weight) => weight >= 0)).toBe(true);
        expect(found.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        found.forEach((weight, at) => {
          expect(turned?.[at]).toBeCloseTo(weight, 9);
        });
      }),
      { examples: [[nearlyEqual]] },
    );
  });

  test('equal weights are equal', () => {
    expect(equalWeights(4)).toEqual([0.25, 0.25, 0.25, 0.25]);
    expect(equalWeights(0)).toEqual([]);
  });
});
