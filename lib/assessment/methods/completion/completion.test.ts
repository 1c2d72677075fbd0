import { expect, test } from 'vitest';
import { assess } from '@/lib/assessment/scoring/assess';
import { inputsOf, schemeOf, scored, targetsOf } from '@/lib/assessment/scoring/testing';

type Case = {
  name: string;
  formula?: 'ratio' | 'linear' | 'improvement' | 'allOrNothing' | 'start';
  lower?: true;
  x: number;
  target: number | null;
  base?: number;
  floor?: number;
  cap?: number;
  share: number | null;
  notes?: string[];
};

const cases: Case[] = [
  { name: 'below the target pro rata', x: 80, target: 100, share: 80 },
  { name: 'above the target no more than the cap', x: 130, target: 100, share: 100, notes: ['clampedHigh'] },
  { name: 'a cap of twice the points', x: 130, target: 100, cap: 200, share: 130 },
  { name: 'less is better: T/x', lower: true, x: 50, target: 40, share: 80 },
  {
    name: 'less is better and nothing is left: the cap',
    lower: true,
    x: 0,
    target: 40,
    cap: 120,
    share: 120,
    notes: ['clampedHigh'],
  },
  { name: 'less is better: 2 − x/T', formula: 'linear', lower: true, x: 50, target: 40, share: 75 },
  {
    name: 'less is better: 2 − x/T survives zero',
    formula: 'linear',
    lower: true,
    x: 0,
    target: 40,
    cap: 200,
    share: 200,
  },
  {
    name: 'less is better: 2 − x/T ends at the floor',
    formula: 'linear',
    lower: true,
    x: 100,
    target: 40,
    share: 0,
    notes: ['clampedLow'],
  },
  { name: 'all of it', formula: 'allOrNothing', x: 100, target: 100, share: 100 },
  { name: 'or nothing', formula: 'allOrNothing', x: 99.99, target: 100, share: 0 },
  { name: 'the expected growth earns eighty percent', formula: 'start', x: 8, target: 8, share: 80 },
  { name: 'and a point more ten percent more', formula: 'start', x: 9, target: 8, share: 90 },
  { name: 'and for less is better a point less', formula: 'start', lower: true, x: 7, target: 8, share: 90 },
  { name: 'half of the improvement asked for', formula: 'improvement', x: 15, target: 20, base: 10, share: 50 },
  { name: 'an improvement downwards', formula: 'improvement', lower: true, x: 8, target: 6, base: 10, share: 50 },
  { name: 'worse than the base', formula: 'improvement', x: 9, target: 20, base: 10, share: 0, notes: ['clampedLow'] },
  {
    name: 'a target below the base that is held',
    formula: 'improvement',
    x: 9,
    target: 8,
    base: 10,
    share: 100,
    notes: ['fallback'],
  },
  {
    name: 'a target below the base that is missed',
    formula: 'improvement',
    x: 7,
    target: 8,
    base: 10,
    share: 0,
    notes: ['fallback'],
  },
  {
    name: 'no base to improve on',
    formula: 'improvement',
    x: 9,
    target: 8,
    share: 0,
    notes: ['noBase', 'missingZero'],
  },
  { name: 'a target of zero that is reached', x: 0, target: 0, share: 100, notes: ['zeroTarget'] },
  { name: 'a target of zero that is missed', x: -1, target: 0, share: 0, notes: ['zeroTarget'] },
  { name: 'none allowed and none there', lower: true, x: 0, target: 0, share: 100, notes: ['zeroTarget'] },
  { name: 'none allowed and one there', lower: true, x: 1, target: 0, share: 0, notes: ['zeroTarget'] },
  {
    name: 'losses to be halved, by a quarter',
    x: -150,
    target: -100,
    base: -200,
    share: 50,
    notes: ['negativeTarget'],
  },
  {
    name: 'losses beyond the target',
    x: -50,
    target: -100,
    base: -200,
    cap: 150,
    share: 150,
    notes: ['negativeTarget'],
  },
  {
    name: 'a negative target without a base is reached or not',
    x: -90,
    target: -100,
    share: 100,
    notes: ['negativeTarget'],
  },
];

test.each([
  ['pending', null, 'pending', 'missingPending', '80.00', true],
  ['leaveOut', null, 'noTarget', 'targetLeftOut', '80.00', false],
  ['zero', 0, 'noTarget', 'targetZero', '40.00', false],
] as const)('a target that the office did not set: %s', (noTarget, share, state, note, shown, isProvisional) => {
  // Whether or not the block renormalises: the omission is not the unit's.
  for (const renormalise of [true, false]) {
    const completion = { kind: 'completion' as const, target: { from: 'base' as const }, formula: 'ratio' as const };
    const plain = schemeOf(
      [
        { weight: 50, method: completion },
        { weight: 50, method: completion },
      ],
      { noTarget, missing: 'zero' },
    );
    const scheme = { ...plain, root: { ...plain.root, renormalise } };
    const targets = [...targetsOf('A', [null, 10]), ...targetsOf('B', [10, 10])];
    const unit = assess(scheme, inputsOf({ A: [5, 5], B: [8, 8] }, { targets })).units.find(
      ({ unit }) => unit === 'u0',
    );
    expect(unit?.items[0]).toMatchObject({ state, share, notes: [{ kind: 'noTarget' }, { kind: note }] });
    expect([unit?.shown, unit?.isProvisional]).toEqual([shown, isProvisional]);
  }
});

test.each(cases)('$name', ({ formula = 'ratio', lower, x, target, base, floor, cap, share, notes = [] }) => {
  const item = {
    direction: lower ? ('lower' as const) : ('higher' as const),
    method: {
      kind: 'completion' as const,
      target: { from: 'base' as const },
      formula,
      ...(floor !== undefined && { floor }),
      ...(cap !== undefined && { cap }),
    },
  };
  const inputs = inputsOf({ A: [x, 1], 'A@2023': [base ?? null, null] }, { targets: targetsOf('A', [target, 1]) });
  const got = scored(item, inputs);
  expect(got.shares[0]).toBe(share);
  expect(got.notes[0]).toEqual(notes);
});

test('a stretch target differs from the base one, and one target may be given for all units', () => {
  const inputs = inputsOf({ A: [60] }, { targets: targetsOf('A', [100], 120) });
  const by = (target: { from: 'base' } | { from: 'stretch' } | { from: 'given'; value: number }) =>
    scored({ method: { kind: 'completion', target, formula: 'ratio' } }, inputs).shares[0];
  expect([by({ from: 'base' }), by({ from: 'stretch' }), by({ from: 'given', value: 80 })]).toEqual([60, 50, 75]);
});
