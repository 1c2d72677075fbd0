import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placesOf } from './places';

test('equal values share a place and the next place is skipped', () => {
  expect(placesOf(['91.20', '90.00', '91.2'], 'higher')).toEqual([1, 3, 1]);
});

test('lower is better when the direction says so', () => {
  expect(placesOf(['25.9', '30', '28.1'], 'lower')).toEqual([1, 3, 2]);
});

test('a missing value has no place and takes none', () => {
  expect(placesOf(['3', null, '5'], 'higher')).toEqual([2, null, 1]);
});

test('nothing is ranked without a direction', () => {
  expect(placesOf(['3', '5'], 'none')).toEqual([null, null]);
});

test('a place is one more than the number of better values, in any order of the input', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (numbers) => {
      const places = placesOf(numbers.map(String), 'higher');
      expect(places).toEqual(numbers.map((n) => 1 + numbers.filter((other) => other > n).length));
    }),
  );
});
