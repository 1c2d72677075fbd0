import { expect, test } from 'vitest';
import { judgeLamp } from './judge';
import { type Before, rememberedLamp } from './remember';
import { LampRulesInput, startingRules } from './rule-set';
import type { LampFacts } from './words';

const unknown: LampFacts = {
  ...{ gapPoints: null, growth: null, plannedGrowth: null, peersGrowth: null },
  ...{ place: null, of: 0, placeChange: null, monthsLate: null },
};

test.each([
  // 银川: 10 to 30 points behind, both included, is yellow, more is red.
  [5, 'green'],
  [0, 'green'],
  [-9.9999, 'green'],
  [-10, 'yellow'],
  [-30, 'yellow'],
  [-30.0001, 'red'],
  // 58.3 % of the year, 28.3 % done: thirty points but for the last digits of a double.
  [(0.283 - 0.583) * 100, 'yellow'],
  [(0.1 - 0.2) * 100, 'yellow'],
])('%d points to the schedule are %s', (gapPoints, colour) => {
  expect(judgeLamp(startingRules.bySchedule, { ...unknown, gapPoints })?.colour).toBe(colour);
});

test.each([
  [0, 'green'],
  [1, 'yellow'],
  [2, 'yellow'],
  [3, 'red'],
  [7, 'red'],
])('%d months without a beginning are %s', (monthsLate, colour) => {
  expect(judgeLamp(startingRules.bySchedule, { ...unknown, monthsLate })).toEqual({
    ...{ colour, reasons: [{ rule: 'notStarted', colour, values: { monthsLate } }] },
  });
});

test.each([
  // 天津: at the plan and at the mean of the peers green, growing yellow, falling red.
  [8, 7, 6, 'green'],
  [7, 7, 7, 'green'],
  [6.9, 7, 5, 'yellow'],
  [7.5, 7, 8, 'yellow'],
  [0, 7, 5, 'yellow'],
  [-0.1, 7, -3, 'red'],
])('growth of %d over a plan of %d and peers of %d is %s', (growth, plannedGrowth, peersGrowth, colour) => {
  expect(judgeLamp(startingRules.byGrowth, { ...unknown, growth, plannedGrowth, peersGrowth })?.colour).toBe(colour);
});

test('growth without its line is judged only where it fell', () => {
  expect(judgeLamp(startingRules.byGrowth, { ...unknown, growth: 5, plannedGrowth: 4 })).toBeNull();
  expect(judgeLamp(startingRules.byGrowth, { ...unknown, growth: -5 })?.colour).toBe('red');
  expect(judgeLamp(startingRules.byGrowth, unknown)).toBeNull();
});

test.each([
  [1, null, 'green'],
  [6, 0, 'green'],
  [7, 0, 'yellow'],
  [8, 1, 'yellow'],
  [9, 3, 'red'],
  [4, -1, 'green'],
  [4, -2, 'yellow'],
  [5, -4, 'red'],
])('place %d of 9 after a change of %s is %s', (place, placeChange, colour) => {
  expect(judgeLamp(startingRules.byPlace, { ...unknown, place, of: 9, placeChange })?.colour).toBe(colour);
});

test('the worst rule counts, and every rule that says so is a reason', () => {
  const rules = [...startingRules.bySchedule, ...startingRules.byPlace];
  const facts = { ...unknown, gapPoints: -40, monthsLate: 1, place: 9, of: 9 };
  expect(judgeLamp(rules, facts)).toEqual({
    colour: 'red',
    reasons: [
      { rule: 'behindSchedule', colour: 'red', values: { behind: 40 } },
      { rule: 'place', colour: 'red', values: { place: 9, of: 9 } },
    ],
  });
});

test('a red month that is caught up turns yellow, then green, and its months stay counted', () => {
  let before: Before | null = null;
  const told = ['red', 'red', 'green', 'green', 'yellow', 'red', 'green'].map((colour) => {
    const lamp = rememberedLamp({ colour: colour as 'red', reasons: [] }, before, false);
    before = lamp;
    return `${lamp.colour}${lamp.isCaughtUp ? ' caught up' : ''} ${lamp.redInRow} ${lamp.redInYear}`;
  });
  expect(told).toEqual([
    ...['red 1 1', 'red 2 2', 'yellow caught up 0 2', 'green 0 2'],
    ...['yellow 0 2', 'red 1 3', 'yellow caught up 0 3'],
  ]);
  const december: Before = { colour: 'red', redInRow: 2, redInYear: 5 };
  expect(rememberedLamp({ colour: 'red', reasons: [] }, december, true)).toMatchObject({ redInRow: 3, redInYear: 1 });
});

test('sets of rules that contradict themselves are refused', () => {
  for (const rules of Object.values(startingRules)) expect(LampRulesInput.safeParse(rules).success).toBe(true);
  for (const wrong of [
    [],
    [{ kind: 'behindSchedule', yellowFrom: 30, redAbove: 10 }],
    [{ kind: 'growth', asPlanned: false, asPeers: false }],
    [{ kind: 'place', yellowLast: 1, redLast: 3, yellowFall: 0, redFall: 0 }],
    [{ kind: 'notStarted', yellowFrom: 3, redFrom: 1 }],
    [{ kind: 'notStarted', yellowFrom: 0, redFrom: 1 }],
    [startingRules.byGrowth[0], startingRules.byGrowth[0]],
  ])
    expect(LampRulesInput.safeParse(wrong).success).toBe(false);
});
