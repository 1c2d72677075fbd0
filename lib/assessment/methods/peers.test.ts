import { expect, test } from 'vitest';
import { type ItemDraft, inputsOf, type SchemeDraft, scored } from '@/lib/assessment/scoring/testing';

const peers = { from: 'peers' } as const;
const efficacy: ItemDraft = { method: { kind: 'efficacy', bounds: peers } };
const minMax: ItemDraft = { method: { kind: 'minMax', bounds: peers } };
const lower = { direction: 'lower' } as const;

type Case = [
  name: string,
  item: ItemDraft,
  values: (number | string | null)[],
  shares: (number | null)[],
  more?: SchemeDraft,
];

const cases: Case[] = [
  ['efficacy between the worst and the best', efficacy, [4, 9, 12], [60, 85, 100]],
  ['efficacy where less is better', { ...efficacy, ...lower }, [4, 9, 12], [100, 75, 60]],
  [
    'efficacy with a base of forty',
    { method: { kind: 'efficacy', base: 40, bounds: peers } },
    [0, 5, 10],
    [40, 70, 100],
  ],
  [
    'efficacy held at given bounds',
    { method: { kind: 'efficacy', bounds: { from: 'given', low: 4, high: 12 } } },
    [0, 20],
    [60, 100],
  ],
  [
    'exponential efficacy',
    { method: { kind: 'exponentialEfficacy', bounds: peers } },
    [0, 5, 10],
    [60, 77.459667, 100],
  ],
  ['all equal: the full score', efficacy, [5, 5, 5], [100, 100, 100]],
  ['all equal: the base', efficacy, [5, 5], [60, 60], { allEqual: 'base' }],
  ['all equal: nothing', efficacy, [5, 5], [0, 0], { allEqual: 'zero' }],
  ['one unit is left out', efficacy, [5], [null]],
  ['one unit has the full score', efficacy, [5], [100], { oneUnit: 'full' }],
  ['one unit among several with a value has no peers', minMax, [5, null], [null, 0]],
  ['min-max', minMax, [0, 5, 10], [0, 50, 100]],
  ['min-max where less is better', { ...minMax, ...lower }, [0, 5, 10], [100, 50, 0]],
  [
    'min-max onto another range',
    { method: { kind: 'minMax', bounds: peers, from: 20, to: 80 } },
    [0, 5, 10],
    [20, 50, 80],
  ],
  [
    'goalposts',
    { method: { kind: 'minMax', bounds: { from: 'given', low: 20, high: 85 } } },
    [52.5, 90, 10],
    [50, 100, 0],
  ],
  [
    'goalposts that do not hold',
    { method: { kind: 'minMax', bounds: { from: 'given', low: 0, high: 10 }, clamp: false } },
    [12, -1],
    [120, -10],
  ],
  [
    'percentiles as bounds',
    { method: { kind: 'minMax', bounds: { from: 'percentiles', low: 25, high: 75 } } },
    [0, 1, 2, 3, 4],
    [0, 0, 50, 100, 100],
  ],
  [
    'percentiles count from the worst',
    { ...lower, method: { kind: 'minMax', bounds: { from: 'percentiles', low: 0, high: 50 } } },
    [0, 1, 2, 3, 4],
    [100, 100, 100, 50, 0],
  ],
  ['a bound is not the highest', minMax, [0, 5, 10, '20+'], [0, 50, 100, 100]],
  [
    'a bound is the highest where the scheme says so',
    minMax,
    [0, 5, 10, '20+'],
    [0, 25, 50, 100],
    { boundsAmongPeers: true },
  ],
  ['a bound is not reported where the scheme says so', minMax, [0, 10, '20+'], [0, 100, 0], { bounds: 'asMissing' }],
  ['a bound counts where there is nothing else', minMax, [0, '10+'], [0, 100]],
  ['z-score', { method: { kind: 'zScore' } }, [2, 4, 4, 4, 5, 5, 7, 9], [35, 45, 45, 45, 50, 50, 60, 70]],
  [
    'z-score where less is better',
    { ...lower, method: { kind: 'zScore' } },
    [2, 4, 4, 4, 5, 5, 7, 9],
    [65, 55, 55, 55, 50, 50, 40, 30],
  ],
  ['z-score of a sample', { method: { kind: 'zScore', deviation: 'sample' } }, [0, 2], [42.928932, 57.071068]],
  [
    'z-score of equals is the centre',
    { method: { kind: 'zScore' } },
    [0.1, 0.1, 0.1],
    [50, 50, 50],
    { allEqual: 'base' },
  ],
  ['ratio to the best', { method: { kind: 'ratioToBest' } }, [50, 100, -10], [50, 100, 0]],
  [
    'ratio to the best with values below zero kept',
    { method: { kind: 'ratioToBest', negative: 'keep' } },
    [50, 100, -10],
    [50, 100, -10],
  ],
  ['ratio to the least', { ...lower, method: { kind: 'ratioToBest' } }, [5, 10, 20], [100, 50, 25]],
  ['a best of zero has no ratio', { method: { kind: 'ratioToBest' } }, [0, -5, -10], [0, 0, 0]],
  [
    'a best below zero: min-max instead',
    { method: { kind: 'ratioToBest', fallback: 'minMax' } },
    [-1, -5, -9],
    [100, 50, 0],
  ],
  [
    'a best below zero: the ladder instead',
    { method: { kind: 'ratioToBest', fallback: 'rankLadder' } },
    [-1, -5, -9],
    [100, 95, 90],
  ],
  [
    'ratio to the mean',
    { method: { kind: 'ratioToReference', reference: { from: 'mean' } } },
    [5, 10, 15],
    [50, 100, 150],
  ],
  [
    'ratio to a value, where less is better',
    { ...lower, method: { kind: 'ratioToReference', reference: { from: 'given', value: 10 } } },
    [5, 20, 0],
    [150, 50, 150],
  ],
  [
    'a mean below zero has no ratio',
    { method: { kind: 'ratioToReference', reference: { from: 'mean' } } },
    [-5, -1],
    [null, null],
    { missing: 'rebase' },
  ],
  [
    'a mean below zero scores zero',
    { method: { kind: 'ratioToReference', reference: { from: 'mean' } } },
    [-5, -1],
    [0, 0],
    { missing: 'rebase', denominator: 'zero' },
  ],
  [
    'points for every point above the mean',
    { method: { kind: 'ratioToReference', reference: { from: 'mean' }, formula: 'difference', perUnit: 10 } },
    [5, 6, 7],
    [90, 100, 110],
  ],
  [
    'standard ratio',
    { weight: 30, method: { kind: 'standardRatio', standard: 5.5, standardShare: 200 / 3, best: 15.8 } },
    [10],
    [81.229773],
  ],
  [
    'standard ratio to the peers’ best',
    { method: { kind: 'standardRatio', standard: 5, standardShare: 50, best: null } },
    [5, 10, 0],
    [50, 100, 0],
  ],
  [
    'standard ratio where less is better',
    { ...lower, method: { kind: 'standardRatio', standard: 10, standardShare: 60, best: 2 } },
    [2, 6, 10],
    [100, 80, 60],
  ],
  [
    'a best no better than the standard',
    { method: { kind: 'standardRatio', standard: 20, standardShare: 50, best: null } },
    [5, 10],
    [0, 0],
  ],
  [
    'distance from an interval, as far as the farthest',
    { method: { kind: 'range', low: 10, high: 20, span: peers } },
    [15, 25, 30, 5, 10],
    [100, 50, 0, 50, 100],
  ],
  [
    'distance from an interval with given spans',
    { method: { kind: 'range', low: 10, high: 20, span: { from: 'given', below: 5, above: 20 } } },
    [6, 25, 50],
    [20, 75, 0],
  ],
  ['nobody outside the interval', { method: { kind: 'range', low: 0, high: 20, span: peers } }, [1, 2], [100, 100]],
  [
    'bands',
    {
      method: {
        kind: 'banded',
        bands: [
          { atLeast: 90, share: 100 },
          { atLeast: 60, share: 60 },
        ],
        below: 10,
      },
    },
    [95, 90, 89.9, 60, 0],
    [100, 100, 60, 60, 10],
  ],
  [
    'bands interpolated',
    {
      method: {
        kind: 'banded',
        bands: [
          { atLeast: 60, share: 60 },
          { atLeast: 90, share: 90 },
        ],
        interpolate: true,
      },
    },
    [75, 59, 100],
    [75, 0, 90],
  ],
  [
    'below the worst tier',
    {
      method: {
        kind: 'tieredEfficacy',
        tiers: [
          { name: '较差', value: -1, coefficient: 0.2 },
          { name: '优秀', value: 9, coefficient: 1 },
        ],
      },
    },
    [-2, -1, 4, 9, 12],
    [0, 20, 60, 100, 100],
  ],
  [
    'below the worst tier its coefficient',
    {
      method: {
        kind: 'tieredEfficacy',
        below: 'lowest',
        tiers: [
          { name: '较差', value: -1, coefficient: 0.2 },
          { name: '优秀', value: 9, coefficient: 1 },
        ],
      },
    },
    [-2],
    [20],
  ],
  [
    'tiers downwards',
    {
      ...lower,
      method: {
        kind: 'tieredEfficacy',
        tiers: [
          { name: '较差', value: 9, coefficient: 0.2 },
          { name: '优秀', value: 1, coefficient: 1 },
        ],
      },
    },
    [10, 9, 5, 1, 0],
    [0, 20, 60, 100, 100],
  ],
  [
    'a bonus for each one counted',
    { weight: 5, method: { kind: 'bonus', from: 'value', pointsEach: 2 } },
    [0, 1, 4, -1],
    [0, 40, 100, 0],
  ],
];

test.each(cases)('%s', (_name, item, values, shares, more) => {
  expect(scored(item, inputsOf({ A: values }), more).shares).toEqual(shares);
});

test('bounds name the units that set them, and whether one value alone stretches them', () => {
  const { result } = scored(efficacy, inputsOf({ A: [1, 2, 3, 50] }));
  expect(result.bases[0]).toEqual({
    terms: { low: 1, high: 50, n: 4 },
    setBy: { low: 'u0', high: 'u3' },
    notes: [{ kind: 'outlierStretch', values: { unit: 'u3', share: (47 / 49) * 100 } }],
  });
});

test('a unit apart is scored by the bounds of the others and does not change them', () => {
  const values = inputsOf({ A: [0, 10, 20] });
  const { shares, notes } = scored(minMax, values, { apart: ['u2'] });
  expect(shares).toEqual([0, 100, 100]);
  expect(notes[2]).toEqual(['clampedHigh']);
});

test('a value that is a bound is noted', () => {
  const { notes } = scored(minMax, inputsOf({ A: [0, 5, 10, '20+'] }));
  expect(notes[3]).toEqual(['boundAsNumber', 'boundOutsidePeers', 'clampedHigh']);
  const missing = scored(minMax, inputsOf({ A: [0, 5, '20+'] }), { bounds: 'asMissing' });
  expect(missing.notes[2]).toEqual(['boundAsMissing', 'missingZero']);
});
