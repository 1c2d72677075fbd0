import { expect, test } from 'vitest';
import type * as z from 'zod';
import { targetsNeeded } from '@/lib/assessment/runs/targets-needed';
import type { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { checkScheme } from '@/lib/assessment/schemes/check-scheme';
import { assess } from './assess';
import { figuresUsed } from './figures-used';
import { inputsOf, itemScores, schemeOf, scored, targetsOf, type Values } from './testing';

/** A method whose shares are the transformed values themselves. */
const asIs = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 100 }, clamp: false };
const sharesAfter = (transforms: z.input<typeof Transform>[], values: Values, more = {}) =>
  scored({ transforms, method: asIs }, inputsOf(values), { missing: 'rebase', ...more });

/** A catalogue of the group without units or figures. */
const emptyCatalogue = {
  ...{ group: 'group', groups: [{ code: 'group', nameZh: '', nameEn: '', isDemonstration: false }] },
  ...{ topics: [], indicators: [], units: [], withData: [], lacking: {}, uncovered: [] },
};

const yearEarlier = 'yearEarlier' as const;

test.each([
  ['a logarithm', [{ kind: 'log', base: '10' }], { A: [100, 0, -1] }, [2, null, null]],
  [
    'a ratio per other indicator',
    [{ kind: 'ratio', indicator: 'P', factor: 10 }],
    { A: [6, 6, 6], P: [2, 0, null] },
    [30, null, null],
  ],
  [
    'growth',
    [{ kind: 'growth', against: yearEarlier }],
    { A: [11, 3, 3, 3], 'A@2023': [10, -2, 0, null] },
    [10, null, null, null],
  ],
  ['a change', [{ kind: 'change', against: yearEarlier }], { A: [11, 3], 'A@2023': [10, -2] }, [1, 5]],
  [
    'a mean of three years',
    [{ kind: 'average', periods: 3, against: yearEarlier }],
    { A: [3, 3], 'A@2023': [6, 6], 'A@2022': [9, null] },
    [6, null],
  ],
  ['a rank', [{ kind: 'rank' }], { A: [5, 9, 5, null, 1] }, [2, 1, 2, null, 4]],
  [
    'a change of rank',
    [{ kind: 'rank' }, { kind: 'change', against: yearEarlier }],
    { A: [5, 9], 'A@2023': [9, 5] },
    [1, -1],
  ],
  [
    'growth of a ratio',
    [
      { kind: 'ratio', indicator: 'P' },
      { kind: 'growth', against: yearEarlier },
    ],
    { A: [30], P: [2], 'A@2023': [20], 'P@2023': [2] },
    [50],
  ],
  ['extremes drawn in', [{ kind: 'winsorise', low: 25, high: 75 }], { A: [0, 1, 2, 3, 40] }, [1, 1, 2, 3, 3]],
] as [string, z.input<typeof Transform>[], Values, (number | null)[]][])(
  '%s',
  (_name, transforms, values, expected) => {
    const { result } = sharesAfter(transforms, values);
    expect(
      itemScores(result).map(({ transformed }) => (transformed === null ? null : Math.round(transformed * 1e9) / 1e9)),
    ).toEqual(expected);
  },
);

test('the history of a value is noted', () => {
  expect(sharesAfter([{ kind: 'log' }], { A: [0] }).notes[0]).toEqual(['logOfNonPositive', 'missingRebased']);
  expect(sharesAfter([{ kind: 'ratio', indicator: 'P' }], { A: [6], P: [0] }).notes[0]).toEqual([
    'denominator',
    'missingRebased',
  ]);
  const growth = sharesAfter([{ kind: 'growth', against: yearEarlier }], { A: [3], 'A@2023': [-2] });
  expect(itemScores(growth.result)[0]?.notes?.[0]).toEqual({ kind: 'noPercentage', values: { value: 3, base: -2 } });
  const drawn = sharesAfter([{ kind: 'winsorise', low: 25, high: 75 }], { A: [0, 1, 2, 3, 40] });
  expect(drawn.notes).toEqual([['winsorised'], [], [], [], ['winsorised']]);
});

test('a denominator of zero or less scores zero where the scheme says so', () => {
  const { shares } = sharesAfter([{ kind: 'ratio', indicator: 'P' }], { A: [6], P: [0] }, { denominator: 'zero' });
  expect(shares).toEqual([0]);
});

test('after a transform to ranks less is better', () => {
  const item = {
    transforms: [{ kind: 'rank' as const }],
    method: { kind: 'minMax' as const, bounds: { from: 'peers' as const } },
  };
  expect(scored(item, inputsOf({ A: [9, 5, 1] })).shares).toEqual([100, 50, 0]);
});

test('level and growth make one item', () => {
  const efficacy = { kind: 'efficacy' as const, bounds: { from: 'peers' as const } };
  const parts = [
    { key: 'level', weight: 40, method: efficacy },
    { key: 'growth', weight: 60, transforms: [{ kind: 'growth' as const, against: yearEarlier }], method: efficacy },
  ];
  const { result, shares } = scored(
    { method: { kind: 'blend', parts } },
    inputsOf({ A: [10, 30, 20], 'A@2023': [5, 30, null] }),
    { missing: 'rebase' },
  );
  expect(shares).toEqual([84, 76, null]);
  expect(itemScores(result)[0]?.terms).toMatchObject({
    'level.value': 10,
    'level.share': 60,
    'growth.value': 100,
    'growth.share': 100,
  });
  expect(result.bases[0]?.setBy).toEqual({
    'level.low': 'u0',
    'level.high': 'u1',
    'growth.low': 'u1',
    'growth.high': 'u0',
  });
});

test('the latest earlier figure is carried, with the same transforms', () => {
  const values = { A: [5, null, null], 'A@2023': [4, null, null], 'A@2022': [2, 8, null], 'A@2021': [1, 4, null] };
  const { result } = sharesAfter([{ kind: 'growth', against: yearEarlier }], values, { missing: 'carryLast' });
  const [, second, third] = itemScores(result);
  expect(second).toMatchObject({ state: 'scored', value: 8, transformed: 100 });
  expect(second?.notes).toEqual([{ kind: 'missingCarried', values: { period: '2022' } }]);
  expect(third).toMatchObject({ state: 'missing', share: 0, notes: [{ kind: 'missingZero' }] });
});

test('a scheme lists the figures that it reads', () => {
  const growth = { kind: 'growth' as const, against: 'previous' as const };
  const scheme = schemeOf([
    { transforms: [growth], method: asIs },
    { transforms: [{ kind: 'ratio', indicator: 'P' }], method: asIs },
    { method: { kind: 'rankGain', ranks: 'ofValues', against: yearEarlier } },
    { indicator: null, method: { kind: 'deductions' } },
  ]);
  expect(figuresUsed(scheme, '2024-Q1').map(({ indicator, period }) => `${indicator} ${period}`)).toEqual([
    'A 2024-Q1',
    'A 2023-Q4',
    'B 2024-Q1',
    'P 2024-Q1',
    'C 2024-Q1',
    'C 2023-Q1',
  ]);
});

test('a formula corrects a rate by other indicators within caps, times the factor of the unit', () => {
  // 温州 2013: the corrections of growth at ±5, of investment at ±3, times a difficulty of 1.0 to 1.35.
  const text = 'x + max(min((G - 9) * 1.5, 5), -5) + max(min((P - lastYear(P)) * 0.15, 3), -3)';
  const transforms = [{ kind: 'expression' as const, text, factors: [{ unit: 'u1', factor: 1.35 }] }];
  const values = {
    A: [20, 20, 20, null],
    G: [11, 15, null, 9],
    P: [10, 110, 10, 10],
    'P@2023': [30, 10, 10, 10],
  };
  const { shares, notes } = sharesAfter(transforms, values);
  // 20 + 3 − 3; (20 + 5 + 3) × 1.35; no growth; no rate.
  expect(shares).toEqual([20, 37.8, null, null]);
  expect(notes[1]).toContain('unitFactor');
  const scheme = schemeOf([{ transforms, method: asIs }]);
  expect(
    figuresUsed(scheme, '2024')
      .map(({ indicator, period }) => `${indicator} ${period}`)
      .sort(),
  ).toEqual(['A 2024', 'G 2024', 'P 2023', 'P 2024']);
});

test('a formula takes the targets of the unit; one that the office did not set follows the policy of targets', () => {
  const transforms = [{ kind: 'expression' as const, text: '(x - t) / t * 100 + max(0, x - stretch)' }];
  const targets = [...targetsOf('A', [20, null, 20], 30)];
  const of = (noTarget: 'pending' | 'leaveOut' | 'zero') =>
    itemScores(
      assess(schemeOf([{ transforms, method: asIs }], { noTarget }), inputsOf({ A: [25, 25, null] }, { targets })),
    );
  // (25 − 20) ÷ 20; no target; no figure, which the unit owes and not the office.
  expect(of('zero').map(({ state, share }) => [state, share])).toEqual([
    ['scored', 25],
    ['noTarget', 0],
    ['missing', 0],
  ]);
  expect(of('pending').map(({ state }) => state)).toEqual(['scored', 'pending', 'missing']);
  expect(of('leaveOut')[1]?.notes?.map(({ kind }) => kind)).toEqual(['noTarget', 'targetLeftOut']);
  const scheme = schemeOf([{ transforms, method: asIs }]);
  expect(targetsNeeded(scheme)).toEqual(['A']);
  expect(figuresUsed(scheme, '2024')).toEqual([{ indicator: 'A', period: '2024' }]);
  const catalogue = {
    ...emptyCatalogue,
    withData: ['A'],
    units: ['u0', 'u1'].map((code) => ({ code, nameZh: '', nameEn: '' })),
  };
  expect(
    checkScheme(scheme, catalogue)
      .filter(({ key }) => key === 'noTargets')
      .map(({ path }) => path),
  ).toEqual(['root.parts[0].transforms[0].text', 'root.parts[0].transforms[0].text']);
});

test('a target of another year is not taken for that of the run', () => {
  const draft = {
    transforms: [{ kind: 'expression' as const, text: 'x / t' }],
    method: asIs,
    missing: 'carryLast' as const,
  };
  const inputs = inputsOf({ A: [null], 'A@2023': [30] }, { targets: targetsOf('A', [20]) });
  expect(itemScores(assess(schemeOf([draft]), inputs))[0]).toMatchObject({ state: 'missing', share: 0 });
});

test.each(['x +', 'x > 1', 'x and G', '1 +* x', '', 'lastYear(t)'])('%j is no formula of an amount', (text) => {
  expect(() => schemeOf([{ transforms: [{ kind: 'expression', text }], method: asIs }])).toThrow();
});
