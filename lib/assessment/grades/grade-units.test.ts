import { expect, test } from 'vitest';
import type { Scheme, VetoRule } from '@/lib/assessment/schemes/document/scheme';
import { type Gradable, gradeUnits } from './grade-units';
import { quotaSeats, seatsOf } from './quota';

const names = (key: string) => ({ key, nameZh: key, nameEn: key });
const cutoff: Scheme['grades'] = {
  by: 'cutoff',
  grades: [
    { ...names('A'), atLeast: 90 },
    { ...names('B'), atLeast: 80 },
    { ...names('C'), atLeast: 60 },
    { ...names('D'), atLeast: null },
  ],
};
const quota = (
  counts: readonly (number | null)[],
  line: 'above' | 'below' | 'officialOrder' = 'above',
): Scheme['grades'] => ({
  by: 'quota',
  grades: counts.map((count, at) => ({ ...names('ABCD'[at] ?? ''), percent: null, count })),
  rounding: 'down',
  line,
});

/** Units u0, u1 … in the order of their totals; equal totals share a rank. */
const units = (values: readonly number[], more: Readonly<Record<number, Partial<Gradable>>> = {}): Gradable[] =>
  values.map((value, order) => ({
    unit: `u${order}`,
    value,
    shown: `${value}`,
    rank: 1 + values.filter((other) => other > value).length,
    order,
    isApart: false,
    waits: false,
    vetoes: [],
    ...more[order],
  }));

const promote = (unit: string, grade: string, usesQuota = true) => ({ unit, grade, article: '', usesQuota });
const gradesOf = (grades: Scheme['grades'], given: readonly Gradable[], promotions: Scheme['promotions'] = []) => {
  const { graded } = gradeUnits({ grades, promotions }, given);
  return given.map(({ unit }) => graded.get(unit)?.grade ?? null);
};
const notesOf = (grades: Scheme['grades'], given: readonly Gradable[], promotions: Scheme['promotions'] = []) => {
  const { graded } = gradeUnits({ grades, promotions }, given);
  return given.map(({ unit }) => graded.get(unit)?.notes.map(({ kind }) => kind) ?? []);
};

test('a cut-off includes its own total, and the last grade takes the rest', () => {
  expect(gradesOf(cutoff, units([95, 90, 89.999, 80, 60, 59.9]))).toEqual(['A', 'A', 'B', 'B', 'C', 'D']);
});

test('rounding errors take no unit below a line', () => {
  expect(gradesOf(cutoff, units([90 - 1e-12]))).toEqual(['A']);
});

test.each([
  ['down', 2],
  ['halfUp', 3],
  ['up', 3],
  ['atLeastOne', 2],
] as const)('thirty-five percent of eight, rounded %s, are %i places', (rounding, seats) => {
  expect(seatsOf(35, 8, rounding)).toBe(seats);
});

test('a small percentage of few units is one place at least, where the scheme says so', () => {
  expect(seatsOf(10, 4, 'down')).toBe(0);
  expect(seatsOf(10, 4, 'atLeastOne')).toBe(1);
  expect(seatsOf(0, 4, 'atLeastOne')).toBe(0);
  expect(seatsOf(12.5, 4, 'halfUp')).toBe(1);
  expect(seatsOf(35, 20, 'up')).toBe(7);
});

test('a rounded quota is noted, and no more places are given than there are units', () => {
  const by: Extract<Scheme['grades'], { by: 'quota' }> = {
    by: 'quota',
    grades: [
      { ...names('A'), percent: 35, count: null },
      { ...names('B'), percent: null, count: 9 },
      { ...names('C'), percent: null, count: null },
    ],
    rounding: 'halfUp',
    line: 'above',
  };
  expect(quotaSeats(by, 8)).toEqual({
    seats: [3, 5, 0],
    notes: [{ kind: 'quotaRounded', values: { grade: 'A', exact: 2.8, seats: 3 } }],
  });
});

test.each([
  ['above', ['A', 'A', 'A', 'B', 'C']],
  ['below', ['A', 'B', 'B', 'B', 'C']],
  ['officialOrder', ['A', 'A', 'B', 'B', 'C']],
] as const)('equal totals on both sides of the line follow the rule %s', (line, expected) => {
  const given = units([90, 80, 80, 70, 60]);
  expect(gradesOf(quota([2, 2, null], line), given)).toEqual(expected);
  expect(notesOf(quota([2, 2, null], line), given)).toEqual([[], ['gradeLine'], ['gradeLine'], [], []]);
});

test('a promoted unit takes a place of the grade, or an additional one', () => {
  const given = units([90, 80, 70, 60, 50]);
  expect(gradesOf(quota([2, 2, null]), given, [promote('u3', 'A')])).toEqual(['A', 'B', 'B', 'A', 'C']);
  expect(gradesOf(quota([2, 2, null]), given, [promote('u4', 'A', false)])).toEqual(['A', 'A', 'B', 'B', 'A']);
});

test('a promotion to a grade reached anyway changes nothing', () => {
  const given = units([90, 80, 70]);
  const promotions = [promote('u0', 'A', false), promote('u1', 'B')];
  expect(gradesOf(quota([1, 1, null]), given, promotions)).toEqual(['A', 'B', 'C']);
  expect(notesOf(quota([1, 1, null]), given, promotions).flat()).toEqual([]);
});

test('a promoted unit pushed below its grade by another promotion keeps its own', () => {
  const given = units([90, 80, 70, 60]);
  const promotions = [promote('u1', 'A'), promote('u3', 'A')];
  expect(gradesOf(quota([2, null]), given, promotions)).toEqual(['B', 'A', 'B', 'A']);
});

test('a promotion raises above a cut-off', () => {
  expect(gradesOf(cutoff, units([85, 70]), [promote('u1', 'B')])).toEqual(['B', 'B']);
});

test('a unit apart has the grade that its score would earn and takes no place', () => {
  const given = units([90, 85, 80, 70, 10], { 1: { isApart: true, rank: null }, 4: { isApart: true, rank: null } });
  expect(gradesOf(quota([1, 1, null]), given)).toEqual(['A', 'B', 'B', 'C', 'C']);
  expect(notesOf(quota([1, 1, null]), given)[1]).toEqual(['apart']);
});

const veto = (key: string, effect: VetoRule['effect']): VetoRule => ({ ...names(key), article: '', effect });

test('vetoes lower by steps, then limit to the least grade named', () => {
  const down = veto('v', { kind: 'gradeDown', steps: 1 });
  const atMost = veto('w', { kind: 'gradeAtMost', grade: 'C' });
  const given = units([95, 94, 93, 50], {
    0: { vetoes: [down] },
    1: { vetoes: [atMost, down] },
    2: { vetoes: [down, down] },
    3: { vetoes: [atMost, down] },
  });
  expect(gradesOf(cutoff, given)).toEqual(['B', 'C', 'C', 'D']);
  expect(notesOf(cutoff, given)[1]).toEqual(['veto', 'veto']);
});

test('a unit that is not eligible has no grade, and its place is not passed on', () => {
  const given = units([90, 80, 70], { 0: { vetoes: [veto('v', { kind: 'ineligible' })] } });
  const { graded } = gradeUnits({ grades: quota([1, 1, null]), promotions: [] }, given);
  expect(given.map(({ unit }) => graded.get(unit)?.grade)).toEqual([null, 'B', 'C']);
  expect(graded.get('u0')?.isEligible).toBe(false);
});

test('a unit without a total has no grade', () => {
  expect(gradesOf(cutoff, units([90, 80], { 1: { value: null, rank: null } }))).toEqual(['A', null]);
});

test('a total below a line that its published digits reach says so', () => {
  const grades: Scheme['grades'] = {
    by: 'cutoff',
    grades: [
      { ...names('A'), atLeast: 80 },
      { ...names('B'), atLeast: null },
    ],
  };
  const { graded } = gradeUnits(
    { grades, promotions: [] },
    units([79.95, 79.94], { 0: { shown: '80.0' }, 1: { shown: '79.9' } }),
  );
  expect([graded.get('u0')?.grade, graded.get('u1')?.grade]).toEqual(['B', 'B']);
  expect(graded.get('u0')?.notes).toEqual([{ kind: 'belowLine', values: { total: 79.95, shown: '80.0', line: 80 } }]);
  expect(graded.get('u1')?.notes).toEqual([]);
});

test('a unit that waits for figures has no grade yet; by quota nobody has one while a unit of the group waits', () => {
  const given = units([95, 92, 70], { 0: { waits: true } });
  expect(gradesOf(cutoff, given, [promote('u0', 'A')])).toEqual([null, 'A', 'C']);
  expect(notesOf(cutoff, given)).toEqual([['gradeWaits'], [], []]);
  expect(gradesOf(quota([1, 1, null]), given)).toEqual([null, null, null]);
  expect(notesOf(quota([1, 1, null]), given)).toEqual([['gradeWaits'], ['quotaWaits'], ['quotaWaits']]);
  const apart = units([95, 92, 70], { 0: { waits: true, isApart: true, rank: null } });
  expect(gradesOf(quota([1, 1, null]), apart)).toEqual([null, 'A', 'B']);
});
