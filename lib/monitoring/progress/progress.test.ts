import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TargetPlan } from '@/lib/monitoring/targets/words';
import { forecastOf } from './forecast';
import { progressOf } from './progress-of';
import type { YearCurve } from './words';
import { type CurveBasis, yearCurve } from './year-curve';

const bare: CurveBasis = { adds: true, target: 120, plan: null, last: null, earlier: [] };
const curveOf = (more: Partial<CurveBasis>, byEarlierYears = false): YearCurve => {
  const curve = yearCurve({ ...bare, ...more }, byEarlierYears);
  if (!curve) throw new Error('no curve');
  return curve;
};

test('without a plan a year is expected in equal parts: 120 by October is 100', () => {
  const curve = curveOf({});
  expect(curve.source).toBe('linear');
  expect(curve.values[9]).toBeCloseTo(100, 12);
  expect(progressOf(curve, { actual: 78, month: 10, direction: 'higher' })).toMatchObject({
    ...{ month: 10, expected: 100, actual: 78, gap: -22, isReached: false },
    // (120 − 78) ÷ 2 months
    pace: 21,
    actualShare: 0.65,
  });
  // 78 ÷ 120 = 65 % where 83.3 % were expected.
  expect(progressOf(curve, { actual: 78, month: 10, direction: 'higher' })?.gapPoints).toBeCloseTo(-18.3333, 3);
});

test('a plan by quarters is gone in equal steps between their ends', () => {
  const plan: TargetPlan = { by: 'quarter', shape: 'given', values: ['15', '60', '90', '120'] };
  expect(curveOf({ plan }).values).toEqual([5, 10, 15, 30, 45, 60, 70, 80, 90, 100, 110, 120]);
});

test('the mean shape of earlier years says what is expected', () => {
  const ends = (total: number, first: number) => [...Array.from({ length: 11 }, () => first), total];
  const earlier = [
    { year: 2025, ends: ends(100, 50) },
    { year: 2024, ends: ends(200, 20) },
  ];
  // Half the year's total in 2025, a tenth in 2024: 30 % of 120.
  expect(curveOf({ earlier }, true)).toMatchObject({ source: 'earlierYears' });
  expect(curveOf({ earlier }, true).values[0]).toBeCloseTo(36, 12);
  // A year with a gap has no shape.
  const gap = [{ year: 2025, ends: [null, ...ends(100, 50).slice(1)] }];
  expect(curveOf({ earlier: gap }, true).source).toBe('linear');
});

test('a level goes from the end of last year to the target; one that should fall is ahead below', () => {
  const curve = curveOf({ adds: false, last: 35, target: 29 });
  expect(curve.values[5]).toBe(32);
  expect(progressOf(curve, { actual: 31, month: 6, direction: 'lower' })).toMatchObject({ gap: 1, pace: -2 / 6 });
  expect(progressOf(curve, { actual: 31, month: 6, direction: 'lower' })?.gapPoints).toBeCloseTo(100 / 6, 9);
  expect(progressOf(curve, { actual: 29, month: 6, direction: 'lower' })).toMatchObject({ isReached: true });
  // A ceiling of accidents that add up: more than expected is behind.
  expect(progressOf(curveOf({ target: 24 }), { actual: 15, month: 6, direction: 'lower' })).toMatchObject({ gap: -3 });
  expect(yearCurve({ ...bare, adds: false }, false)).toBeNull();
  expect(progressOf(curve, { actual: 31, month: 6, direction: 'range' })).toBeNull();
});

test('a forecast is last year’s total times the growth so far, with the range of earlier years', () => {
  const half = (year: number, june: number, total: number) => ({
    year,
    ends: [null, null, null, null, null, june, null, null, null, null, null, total],
  });
  const asked = { adds: true, actual: 55, month: 6, year: 2026 };
  // 100 × 55 ÷ 50
  expect(forecastOf({ ...asked, earlier: [half(2025, 50, 100)] })).toEqual({
    ...{ method: 'sharesOfYears', value: 110, range: null, years: [2025] },
  });
  expect(forecastOf({ ...asked, earlier: [half(2025, 50, 100), half(2024, 40, 100)] })).toMatchObject({
    ...{ value: 110, range: { low: 110, high: 137.5 }, years: [2025, 2024] },
  });
  // A level: last year fell by 4 from June to December.
  expect(forecastOf({ ...asked, adds: false, actual: 31, earlier: [half(2025, 36, 32)] })?.value).toBe(27);
  expect(forecastOf({ ...asked, earlier: [half(2024, 40, 100)] })).toBeNull();
  expect(forecastOf({ ...asked, earlier: [half(2025, 0, 100)] })).toBeNull();
  expect(forecastOf({ ...asked, earlier: [half(2025, -3, 100)] })).toBeNull();
});

test('the expected share never falls and ends at 1, whatever the plan or the earlier years', () => {
  const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  const values = fc.array(number, { minLength: 12, maxLength: 12 });
  const plan = fc.record({
    by: fc.constant('month' as const),
    shape: fc.constant('given' as const),
    values: values.map((all) => all.map(String)),
  });
  const basis = fc.record({
    adds: fc.boolean(),
    target: number,
    last: number,
    plan: fc.option(plan),
    earlier: fc.array(fc.record({ year: fc.constantFrom(2023, 2024, 2025), ends: values }), { maxLength: 3 }),
  });
  fc.assert(
    fc.property(basis, fc.boolean(), (of, byEarlier) => {
      const { shares } = curveOf(of, byEarlier);
      expect(shares).toHaveLength(12);
      expect(shares.at(-1)).toBeCloseTo(1, 12);
      shares.forEach((share, at) => {
        expect(share).toBeGreaterThanOrEqual(at === 0 ? 0 : (shares[at - 1] ?? 0) - 1e-12);
      });
    }),
  );
});
