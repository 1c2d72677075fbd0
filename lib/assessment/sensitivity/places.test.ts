import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flippedPairs, placeInto } from './places';

const placesOf = (totals: readonly number[], ties: 'competition' | 'dense' | 'average') => {
  const places = new Float64Array(totals.length);
  placeInto(places, { totals: Float64Array.from(totals), breakers: [] }, Uint32Array.from(totals.keys()), ties);
  return [...places];
};

test.each([
  ['competition', [4, 2, 2, 1]],
  ['dense', [3, 2, 2, 1]],
  ['average', [4, 2.5, 2.5, 1]],
] as const)('equal totals share a place: %s', (ties, places) => {
  expect(placesOf([1, 5, 5 + 1e-12, 9], ties)).toEqual(places);
});

test('flipped pairs agree with a comparison of every two units', () => {
  const totals = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 0, maxLength: 25 });
  fc.assert(
    fc.property(fc.tuple(totals, totals), ([one, other]) => {
      const count = Math.min(one.length, other.length);
      const [base, drawn] = [Float64Array.from(one.slice(0, count)), Float64Array.from(other.slice(0, count))];
      let flips = 0;
      for (let a = 0; a < count; a += 1)
        for (let b = a + 1; b < count; b += 1)
          if (((base[a] ?? 0) - (base[b] ?? 0)) * ((drawn[a] ?? 0) - (drawn[b] ?? 0)) < 0) flips += 1;
      expect(flippedPairs(base, drawn)).toBe(flips);
    }),
  );
});
