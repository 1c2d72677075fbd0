import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { itemsOf } from '@/lib/assessment/schemes/document/nodes';
import { assess } from '@/lib/assessment/scoring/assess';
import { shareAt } from '@/lib/assessment/scoring/share-at';
import {
  type ItemDraft,
  inputsOf,
  itemScores,
  type SchemeDraft,
  schemeOf,
  scored,
} from '@/lib/assessment/scoring/testing';

const method = { kind: 'ratioToMedian' as const };
const wide: ItemDraft = { method: { ...method, floor: -500, cap: 500 } };
const lower = { direction: 'lower' } as const;
const rebase = { missing: 'rebase' } as const;

type Case = [
  name: string,
  item: ItemDraft,
  values: (number | string | null)[],
  shares: (number | null)[],
  more?: SchemeDraft,
];

/**
 * Computed by hand. Of 8, 12, 20, 30, 50 the median is 20: 8/20 = 0.4, 12/20 = 0.6, 1, 30/20 = 1.5, 50/20 = 2.5;
 * inverted 20/8 = 2.5, 20/12 = 1.666667, 1, 20/30 = 0.666667, 20/50 = 0.4. Of 10, 20, 40, 90 it is (20 + 40)/2 = 30:
 * 10/30 = 0.333333, 20/30 = 0.666667, 40/30 = 1.333333, 90/30 = 3. The means of both (24 and 40) give other numbers.
 */
const cases: Case[] = [
  ['an odd number of peers', wide, [8, 12, 20, 30, 50], [40, 60, 100, 150, 250]],
  ['less is better', { ...wide, ...lower }, [8, 12, 20, 30, 50], [250, 166.666667, 100, 66.666667, 40]],
  ['an even number of peers', wide, [40, 10, 90, 20], [133.333333, 33.333333, 300, 66.666667]],
  ['full marks are the most', { method }, [8, 12, 20, 30, 50], [40, 60, 100, 100, 100]],
  ['the cap of the scheme', { method: { ...method, cap: 150 } }, [8, 12, 20, 30, 50], [40, 60, 100, 150, 150]],
  ['the floor of the scheme', { method: { ...method, floor: 50 } }, [8, 12, 20, 30, 50], [50, 60, 100, 100, 100]],
  ['a value of zero or less', { method }, [-10, 0, 20, 30, 50], [0, 0, 100, 100, 100]],
  ['a value below zero above its floor', wide, [-10, 0, 20, 30, 50], [-50, 0, 100, 150, 250]],
  ['zero where less is better', { ...lower, method }, [-1, 0, 20, 30, 50], [100, 100, 100, 66.666667, 40]],
  ['all have the same', { method }, [7, 7, 7], [100, 100, 100]],
  ['a value that is a bound counts as its number', wide, [8, 20, '50+'], [40, 100, 250]],
  ['a unit without a value changes nothing', wide, [8, 12, null, 20, 30, 50], [40, 60, null, 100, 150, 250], rebase],
  ['a median of zero', { method }, [-5, 0, 5], [null, null, null], rebase],
  ['a median below zero', { method }, [-5, -1, 5], [null, null, null], rebase],
  ['a median of zero scores zero', { method }, [-5, 0, 5], [0, 0, 0], { ...rebase, denominator: 'zero' }],
  ['one unit is left out', { method }, [5], [null]],
  ['one unit has the full score', { method }, [5], [100], { oneUnit: 'full' }],
];

test.each(cases)('%s', (_name, item, values, shares, more) => {
  expect(scored(item, inputsOf({ A: values }), more).shares).toEqual(shares);
});

test('of 25 points the unit at 12 has 15, and the median is stated', () => {
  const { units, bases } = assess(schemeOf([{ weight: 25, method }]), inputsOf({ A: [8, 12, 20, 30, 50] }));
  expect(units.find(({ unit }) => unit === 'u1')?.items[0]?.points).toBe(15);
  expect(bases[0]).toEqual({ terms: { reference: 20, n: 5 }, setBy: {}, notes: [] });
});

test('a unit apart is scored by the median of the others and does not change it', () => {
  const { shares } = scored(wide, inputsOf({ A: [10, 20, 40, 1000] }), { apart: ['u3'] });
  expect(shares).toEqual([50, 100, 200, 500]);
});

test('limited shares and missing ratios are noted', () => {
  const kinds = (values: number[], item: ItemDraft = { method }) => scored(item, inputsOf({ A: values })).notes;
  expect(kinds([-10, 20, 30])).toEqual([['clampedLow'], [], ['clampedHigh']]);
  expect(kinds([0, 20, 30], { ...lower, method })).toEqual([['clampedHigh'], [], []]);
  expect(kinds([-5, 0, 5])).toEqual(Array.from({ length: 3 }, () => ['denominator', 'missingZero']));
  const { bases } = assess(schemeOf([{ method }]), inputsOf({ A: [-5, 0, 5] }));
  expect(bases[0]?.notes).toEqual([{ kind: 'denominator', values: { value: 0 } }]);
});

test('a draft needs a direction, peers, and a cap above its floor', () => {
  const catalogue = {
    ...{ group: 'group', groups: [{ code: 'group', nameZh: '', nameEn: '', isDemonstration: false }], topics: [] },
    ...{ indicators: [], withData: [], lacking: {}, uncovered: [] },
    units: [{ code: 'u0', nameZh: '', nameEn: '' }],
  };
  const of = (item: Partial<ItemDraft>, floor = 0) =>
    checkScheme(schemeOf([{ method: { ...method, floor }, ...item }]), catalogue).map(({ key }) => key);
  expect(of({ direction: null })).toEqual(expect.arrayContaining(['directionMissing', 'oneUnit']));
  expect(of({ direction: 'range' })).toContain('directionRange');
  expect(of({}, 100)).toContain('floorAboveCap');
  expect(of({})).not.toContain('floorAboveCap');
});

test('zero differs from none: a unit without a figure has no share', () => {
  const result = assess(schemeOf([{ method }], rebase), inputsOf({ A: [0, null, 20, 30] }));
  expect(itemScores(result).map(({ state, share }) => [state, share])).toEqual([
    ['scored', 0],
    ['missing', null],
    ['scored', 100],
    ['scored', 100],
  ]);
});

const directions = ['higher', 'lower'] as const;
/** Figures of five or six units, all above zero. */
const column = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 5, maxLength: 6 });

test.each(directions)(
  'above zero a greater value raises or lowers its own share and never another’s: %s',
  (direction) => {
    const growth = fc.record({ values: column, unit: fc.nat(4), by: fc.integer({ min: 1, max: 9 }) });
    const sharesOf = (values: number[]) =>
      itemScores(assess(schemeOf([{ ...wide, direction }]), inputsOf({ A: values }))).map(
        ({ share }) => share ?? Number.NaN,
      );
    fc.assert(
      fc.property(growth, ({ values, unit, by }) => {
        const before = sharesOf(values);
        const after = sharesOf(values.map((value, at) => (at === unit ? value + by : value)));
        const isBetter = direction === 'higher' ? 1 : -1;
        for (const [at, share] of after.entries()) {
          const own = at === unit ? 1 : -1;
          expect(own * isBetter * (share - (before[at] ?? Number.NaN))).toBeGreaterThanOrEqual(-1e-9);
        }
      }),
    );
  },
);

test.each(directions)('the curve goes through the scores: %s', (direction) => {
  fc.assert(
    fc.property(column, (values) => {
      const scheme = schemeOf([{ method, direction }]);
      const result = assess(scheme, inputsOf({ A: values }));
      const [item] = itemsOf(scheme);
      if (!item) throw new Error('no item');
      for (const { transformed, share } of itemScores(result)) {
        const terms = result.bases[0]?.terms ?? {};
        expect(shareAt(item, transformed ?? Number.NaN, { terms })).toBeCloseTo(share ?? Number.NaN, 9);
      }
    }),
  );
});
