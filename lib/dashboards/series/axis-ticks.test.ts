import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barDomain, placeTicks, valueAxis, writtenTicks } from './axis-ticks';

const textsOf = (values: number[]) => valueAxis(values).ticks.map(({ text }) => text);

describe('a value axis', () => {
  test('starts at zero when the values are spread', () => {
    expect(textsOf([2000, 9500])).toEqual(['0', '2,500', '5,000', '7,500', '10,000']);
  });

  test('shows the course of values that are close together', () => {
    expect(textsOf([97.2, 98.9])).toEqual(['97.0', '97.5', '98.0', '98.5', '99.0']);
  });

  test('takes one more step where that wastes less of the chart', () => {
    expect(textsOf([600, 10400])).toEqual(['0', '2,500', '5,000', '7,500', '10,000', '12,500']);
  });

  test('has a tick at zero when growth changes its sign', () => {
    expect(textsOf([-3.1, 8.4])).toEqual(['−5', '0', '5', '10']);
  });

  test.each([[[0]], [[5]], [[-2]], [[0, 0]]])('has a height even for %j', (values) => {
    const { domain } = valueAxis(values);
    expect(domain[1]).toBeGreaterThan(domain[0]);
  });

  test('contains every value and at most six ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 }), (values) => {
        const wide = values.map((value) => Math.round(value * 100) / 100);
        const { domain, ticks } = valueAxis(wide);
        const hair = (domain[1] - domain[0]) * 1e-8;
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(domain[0]).toBeLessThanOrEqual(Math.min(...wide) + hair);
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...wide) - hair);
      }),
    );
  });
});

test('labels are thinned so that none touches, and the newest stays', () => {
  expect(writtenTicks([30, 30, 30, 30, 30], 50)).toEqual([0, 1, 2, 3, 4]);
  expect(writtenTicks([30, 30, 30, 30, 30], 25)).toEqual([0, 2, 4]);
  expect(writtenTicks([30, 30, 30, 30], 25)).toEqual([1, 3]);
});

test('few figures are labelled where they stand', () => {
  // Whole year, nothing until September, October: the label under the first point is its own.
  const told = [true, ...Array(8).fill(false), true];
  expect(writtenTicks(Array(10).fill(30), 25, { told })).toEqual([0, 9]);
  // One that would touch the next is left out.
  expect(writtenTicks([30, 30, 30, 30], 25, { told: [false, true, true, false] })).toEqual([2]);
});

test('bars leave room for the figures at their ends', () => {
  expect(barDomain([{ value: 100, room: 50 }], 250)).toEqual([0, 125]);
  const [low, high] = barDomain(
    [
      { value: 50, room: 40 },
      { value: -50, room: 60 },
    ],
    200,
  );
  expect([low, high]).toEqual([-110, 90]);
});

test('place labels run from the first to the last, round between', () => {
  expect(placeTicks(13, 20)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  expect(placeTicks(13, 5)).toEqual([1, 5, 10, 13]);
  expect(placeTicks(95, 7)).toEqual([1, 20, 40, 60, 80, 95]);
  expect(placeTicks(1, 5)).toEqual([1]);
});
