import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tieRules } from '@/lib/assessment/words';
import { groupEquals } from './group-equals';
import { placesAmong } from './places-among';
import { rankTotals } from './rank-totals';

const contenders = (values: readonly number[], breakers: readonly (readonly (number | null)[])[] = []) =>
  values.map((value, at) => ({
    unit: `u${at}`,
    value,
    shown: `${Math.round(value * 100) / 100}`,
    breakers: breakers[at] ?? [],
  }));
const ranks = (...given: Parameters<typeof rankTotals>) =>
  rankTotals(...given).map(({ contender, rank }) => [contender.unit, rank]);

test.each([
  ['competition', [1, 2, 2, 4]],
  ['dense', [1, 2, 2, 3]],
  ['average', [1, 2.5, 2.5, 4]],
] as const)('equal totals follow the rule %s', (rule, expected) => {
  const placed = rankTotals(contenders([90, 80, 80, 70]), rule, []);
  expect(placed.map(({ rank }) => rank)).toEqual(expected);
  expect(placed.map(({ isTied }) => isTied)).toEqual([false, true, true, false]);
  expect(placed[1]?.notes).toEqual([{ kind: 'tie', values: { rank: expected[1], count: 2 } }]);
});

test('totals that differ by rounding errors are equal', () => {
  expect(ranks(contenders([0.3, 0.1 + 0.2, 0.3 + 1e-8]), 'competition', [])).toEqual([
    ['u2', 1],
    ['u0', 2],
    ['u1', 2],
  ]);
});

test('values that differ by rounding errors share a place', () => {
  const values = Float64Array.from([0.3, 0.1 + 0.2, 0.2]);
  const { places, sharedBy } = placesAmong(values, new Uint8Array([1, 1, 1]), 'higher', 'best');
  expect([...places]).toEqual([1, 1, 3]);
  expect([...sharedBy]).toEqual([2, 2, 1]);
});

test('a chain of close totals does not make its ends equal', () => {
  const chain = [0, 1, 2, 3, 4].map((at) => at * 0.6e-9);
  expect(groupEquals(chain, (value) => value).map((group) => group.length)).toEqual([2, 2, 1]);
});

test('equal totals are ordered by the tie-breakers, in their order', () => {
  const breakers = [
    [5, 1],
    [5, 2],
    [6, 0],
    [null, 9],
  ];
  const placed = rankTotals(contenders([80, 80, 80, 80], breakers), 'competition', ['safety', 'economy']);
  expect(placed.map(({ contender, rank }) => [contender.unit, rank])).toEqual([
    ['u2', 1],
    ['u1', 2],
    ['u0', 3],
    ['u3', 4],
  ]);
  expect(placed[0]?.notes).toEqual([{ kind: 'tieBroken', values: { by: 'safety' } }]);
  expect(placed[1]?.notes).toEqual([
    { kind: 'tieBroken', values: { by: 'safety' } },
    { kind: 'tieBroken', values: { by: 'economy' } },
  ]);
});

test('neighbours that look equal only as published are noted', () => {
  const placed = rankTotals(contenders([80.001, 80.002, 70]), 'competition', []);
  expect(placed.map(({ rank, notes }) => [rank, notes.map(({ kind }) => kind)])).toEqual([
    [1, ['tieAtPrecision']],
    [2, ['tieAtPrecision']],
    [3, []],
  ]);
});

test('ranks are valid under every rule', () => {
  const values = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.constantFrom(...tieRules), (totals, rule) => {
      const placed = rankTotals(contenders(totals), rule, []);
      const rankOf = new Map(placed.map(({ contender, rank }) => [contender.unit, rank]));
      totals.forEach((total, at) => {
        const above = totals.filter((other) => other > total);
        const equal = totals.filter((other) => other === total).length;
        const expected = {
          competition: above.length + 1,
          dense: new Set(above).size + 1,
          average: above.length + (equal + 1) / 2,
        }[rule];
        expect(rankOf.get(`u${at}`)).toBe(expected);
      });
    }),
    { numRuns: 1000 },
  );
});

test('places among peers agree with counting, and a unit that is no peer moves none', () => {
  const values = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.boolean()), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, fc.constantFrom('higher' as const, 'lower' as const), (units, better) => {
      const column = Float64Array.from(units, ([value]) => value);
      const isPeer = Uint8Array.from(units, ([, peer]) => (peer ? 1 : 0));
      const { places } = placesAmong(column, isPeer, better, 'best');
      const isBetter = (a: number, b: number) => (better === 'higher' ? a > b : a < b);
      const counted = units.map(
        ([value]) => 1 + units.filter(([other, peer]) => peer && isBetter(other, value)).length,
      );
      expect([...places]).toEqual(counted);
    }),
    { numRuns: 1000 },
  );
});
