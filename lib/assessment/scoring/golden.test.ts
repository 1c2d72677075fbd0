import { expect, test } from 'vitest';
import { judgeLamp } from '@/lib/monitoring/lamps/judge';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { progressOf } from '@/lib/monitoring/progress/progress-of';
import { yearCurve } from '@/lib/monitoring/progress/year-curve';
import { growthOf } from '@/lib/statistics/growth';
import { decimalOf } from '@/lib/statistics/numbers';
import { assess } from './assess';
import golden from './golden.json';
import { entryOf, inputsOf, itemScores, schemeOf, scored } from './testing';

/** The golden vector of a name, with its numbers still as text. */
function vector(id: string): { input: Record<string, unknown>; expected: Record<string, unknown> } {
  const found = golden.find((one) => one.id === id);
  if (!found) throw new Error(`no vector ${id}`);
  return { input: { ...found.input }, expected: { ...found.expected } };
}

test('every vector of the golden file is tested here', () => {
  expect(golden.map(({ id }) => id).sort()).toEqual([
    'efficacy-60-40',
    'goal-redflag',
    'hangzhou-2005-gap',
    'hangzhou-2020-quota',
    'ladder-5pct',
    'pp-vs-pct',
    'tiered-efficacy-roe',
    'tiered-efficacy-roe-WRONG-in-print',
    'time-progress',
    'yoy-negative-base',
    'yoy-zero-base',
  ]);
});

test('tiered efficacy gives the 15.23 of the worked answer, not the 16.85 of the wrong one', () => {
  const { expected } = vector('tiered-efficacy-roe');
  const tiers = [
    { name: '平均', value: 1.7, coefficient: 0.6 },
    { name: '良好', value: 9.5, coefficient: 0.8 },
  ];
  const { result } = scored({ weight: 20, method: { kind: 'tieredEfficacy', tiers } }, inputsOf({ A: [8] }));
  const [item] = itemScores(result);
  const { lower = 0, upper = 0, lowerCoefficient = 0 } = item?.terms ?? {};
  const base = 20 * lowerCoefficient;
  expect(decimalOf(base, 0)).toBe(`${expected.base}`);
  expect(decimalOf((8 - lower) / (upper - lower), 4)).toBe(`${expected.coef}`);
  expect(decimalOf((item?.points ?? 0) - base, 2)).toBe(`${expected.adj}`);
  expect(decimalOf(item?.points ?? 0, 2)).toBe(`${expected.score}`);
  const wrong = vector('tiered-efficacy-roe-WRONG-in-print').expected;
  expect(decimalOf(item?.points ?? 0, 2)).toBe(`${wrong.correct}`);
  expect(decimalOf(item?.points ?? 0, 2)).not.toBe(`${wrong.printed}`);
});

test('tiers below zero never divide by zero', () => {
  const tiers = [-1.2, 1.4, 3.6, 6.4, 9.8].map((value, at) => ({
    name: `${at}`,
    value,
    coefficient: (at + 1) / 5,
  }));
  const { result } = scored({ weight: 13, method: { kind: 'tieredEfficacy', tiers } }, inputsOf({ A: [7.5] }));
  expect(decimalOf(itemScores(result)[0]?.points ?? 0, 2)).toBe('11.24');
});

test('goal and red flag scale as printed', () => {
  const { input, expected } = vector('goal-redflag');
  const [goal, red] = [Number(input.goal), Number(input.red_flag)];
  const bands = [
    { atLeast: 2 * red - goal, share: 0 },
    { atLeast: red, share: 100 / 3 },
    { atLeast: goal, share: 200 / 3 },
    { atLeast: 2 * goal - red, share: 100 },
  ];
  const values = Object.keys(expected).map(Number);
  const { result } = scored(
    { weight: 10, method: { kind: 'banded', bands, interpolate: true } },
    inputsOf({ A: values }),
  );
  expect(itemScores(result).map(({ points }) => Math.round((points ?? 0) * 1e4) / 1e4)).toEqual(
    Object.values(expected),
  );
});

test('one part explains nine tenths of the distance between the first and the last', () => {
  const { input, expected } = vector('hangzhou-2005-gap');
  const [first, last, total] = [Number(input.first_social), Number(input.last_social), Number(input.total_gap)];
  const score = { kind: 'expert' as const, outOf: 50 };
  const scheme = schemeOf([
    { weight: 50, indicator: null, method: score },
    { weight: 50, indicator: null, method: score },
  ]);
  const other = total - (first - last);
  const entries = [
    entryOf(0, 'score', { node: 'a', points: first }),
    entryOf(1, 'score', { node: 'a', points: last }),
    entryOf(0, 'score', { node: 'b', points: 50 }),
    entryOf(1, 'score', { node: 'b', points: 50 - other }),
  ];
  const { units } = assess(scheme, inputsOf({ A: [null, null] }, { entries }));
  const gap = (units[0]?.total ?? 0) - (units[1]?.total ?? 0);
  const social = (units[0]?.items[0]?.points ?? 0) - (units[1]?.items[0]?.points ?? 0);
  expect(decimalOf(gap, 4)).toBe(`${total}`);
  expect(decimalOf(social, 4)).toBe(`${expected.social_gap}`);
  expect(Number(decimalOf(gap - social, 4))).toBe(expected.other_gap);
  expect(decimalOf(social / gap, 4)).toBe(`${expected.social_share}`);
});

test('seventy-eight units, eighteen of them excellent and two of those promoted by name', () => {
  const { input, expected } = vector('hangzhou-2020-quota');
  const grade = (key: string, count: number | null) => ({ key, nameZh: key, nameEn: key, percent: null, count });
  const scheme = schemeOf([{ method: { kind: 'minMax', bounds: { from: 'given', low: 0, high: 100 } } }], {
    grades: {
      by: 'quota',
      grades: [grade('excellent', Number(input.excellent)), grade('good', Number(input.good)), grade('pass', null)],
      rounding: 'down',
      line: 'above',
    },
    apart: ['u78', 'u79', 'u80', 'u81'],
    promotions: [
      { unit: 'u40', grade: 'excellent', article: '' },
      { unit: 'u50', grade: 'excellent', article: '' },
    ],
  });
  const values = Array.from({ length: 82 }, (_, at) => 100 - at);
  const { units } = assess(scheme, inputsOf({ A: values }));
  const ranked = units.filter(({ rank }) => rank !== null);
  const percentOf = (key: string) => {
    const count = ranked.filter((unit) => unit.grade === key).length;
    return Number(decimalOf((count / ranked.length) * 100, 1));
  };
  expect(ranked).toHaveLength(Number(input.ranked));
  expect([percentOf('excellent'), percentOf('good'), percentOf('pass')]).toEqual([
    expected.excellent_pct,
    expected.good_pct,
    expected.pass_pct,
  ]);
  expect(units.filter(({ isApart }) => isApart).map((unit) => unit.grade)).toEqual(['pass', 'pass', 'pass', 'pass']);
});

test('a ladder of five percent', () => {
  const { input, expected } = vector('ladder-5pct');
  const values = Array.from({ length: 12 }, (_, at) => 100 - at);
  const step = Number(input.step_pct);
  const { result } = scored(
    { weight: Number(input.points), method: { kind: 'rankLadder', step, stepIn: 'percent' } },
    inputsOf({ A: values }),
  );
  const points = itemScores(result).map((score) => score.points);
  expect([points[0], points[1], points[2], points[11]]).toEqual([
    expected.rank1,
    expected.rank2,
    expected.rank3,
    expect.closeTo(Number(expected.rank12), 9),
  ]);
});

test('efficacy of sixty and forty', () => {
  const { input, expected } = vector('efficacy-60-40');
  const bounds = { from: 'given' as const, low: Number(input.low), high: Number(input.high) };
  const { shares } = scored({ method: { kind: 'efficacy', bounds } }, inputsOf({ A: [Number(input.x)] }));
  expect(shares).toEqual([expected.d]);
});

test('growth from a negative or zero base has no percentage, and rates differ in points', () => {
  expect(growthOf('amount', '3', '-2')).toEqual({ kind: 'baseNegative', change: '5.00' });
  expect(growthOf('amount', '3', '0')).toEqual({ kind: 'baseZero', change: '3.00' });
  expect(growthOf('rate', '9.2', '8.0')).toEqual({ kind: 'points', change: '1.2' });
  expect(growthOf('amount', '9.2', '8.0')).toEqual({ kind: 'percent', change: '15.0' });
});

test('ten points behind the schedule is yellow', () => {
  const { input, expected } = vector('time-progress');
  const plan = { adds: true, target: Number(input.annual_target), plan: null, last: null, earlier: [] };
  const curve = yearCurve(plan);
  const asked = { actual: Number(input.ytd), month: Number(input.month), direction: 'higher' as const };
  const progress = curve && progressOf(curve, asked);
  expect((progress?.expectedShare ?? 0) * 100).toBeCloseTo(Number(expected.expected_pct), 9);
  expect((progress?.actualShare ?? 0) * 100).toBeCloseTo(Number(expected.actual_pct), 9);
  expect(progress?.gapPoints).toBeCloseTo(Number(expected.gap_pp), 9);
  const facts = { growth: null, plannedGrowth: null, peersGrowth: null, place: null, of: 0, placeChange: null };
  const known = { ...facts, gapPoints: progress?.gapPoints ?? null, monthsLate: null };
  expect(judgeLamp(startingRules.bySchedule, known)?.colour).toBe('yellow');
});
