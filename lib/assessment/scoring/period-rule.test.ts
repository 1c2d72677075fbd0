import { expect, test } from 'vitest';
import { assess } from './assess';
import { figuresUsed } from './figures-used';
import { periodsRead } from './period-rule';
import { inputsOf, itemScores, schemeOf, type Values } from './testing';

const asIs = { kind: 'minMax' as const, bounds: { from: 'given' as const, low: 0, high: 1000 }, clamp: false };
const monthly: Values = {
  'A@2024-M01': [10, 10, 10, null],
  'A@2024-M02': [20, 20, 20, null],
  'A@2024-M03': [30, null, 30, null],
  'A@2024-M04': [40, 40, 40, null],
  'A@2024-M05': [50, 50, 50, null],
  'A@2024-M06': [60, 60, null, null],
};

test.each([
  ['asRun', [null, null, null, null]],
  ['lastOfPeriod', [60, 60, null, null]],
  ['latestWithin', [60, 60, 50, null]],
  ['sumOfMonths', [210, null, null, null]],
  ['meanOfMonths', [35, null, null, null]],
] as const)('a run of January to June reads monthly figures by its rule: %s', (periodRule, expected) => {
  const scheme = schemeOf([{ method: asIs, periodRule }], { missing: 'rebase' });
  const result = assess(scheme, inputsOf(monthly, { period: '2024-YTD06' }));
  expect(itemScores(result).map(({ value }) => value)).toEqual(expected);
  const frozen = new Set(figuresUsed(scheme, '2024-YTD06').map(({ period }) => period));
  const read = Object.entries(monthly).filter(([key]) => frozen.has(key.slice(2)));
  const again = assess(scheme, inputsOf(Object.fromEntries(read), { period: '2024-YTD06' }));
  expect(itemScores(again).map(({ value }) => value)).toEqual(read.length === 0 ? [] : expected);
});

test('what was taken is said for each unit', () => {
  const notesOf = (periodRule: 'latestWithin' | 'sumOfMonths') => {
    const scheme = schemeOf([{ method: asIs, periodRule }], { missing: 'rebase' });
    return itemScores(assess(scheme, inputsOf(monthly, { period: '2024-YTD06' }))).map(({ notes = [] }) => notes[0]);
  };
  const takenFrom = (period: string) => ({ kind: 'takenFrom', values: { period } });
  expect(notesOf('latestWithin').slice(0, 3)).toEqual(['2024-M06', '2024-M06', '2024-M05'].map(takenFrom));
  expect(notesOf('sumOfMonths')[0]).toEqual({ kind: 'sumOfMonths', values: { count: 6 } });
});

test('the period’s own figure comes first, and growth compares the same rule of the year before', () => {
  const scheme = schemeOf([
    { method: asIs, periodRule: 'latestWithin', transforms: [{ kind: 'growth', against: 'yearEarlier' }] },
  ]);
  const values = { 'A@2024': [12, 12], 'A@2024-M12': [99, 99], 'A@2023-M11': [10, null], 'A@2023-Q4': [null, 8] };
  const result = assess(scheme, inputsOf(values));
  expect(itemScores(result).map(({ value, transformed }) => [value, transformed])).toEqual([
    [12, 20],
    [12, 50],
  ]);
});

test.each([
  ['lastOfPeriod', '2024-YTD06', ['2024-YTD06', '2024-M06', '2024-Q2', '2024-H1']],
  ['lastOfPeriod', '2024-M06', ['2024-M06']],
  ['latestWithin', '2024-Q2', ['2024-Q2', '2024-M06', '2024-M05', '2024-M04']],
  ['sumOfMonths', '2024-Q1', ['2024-M01', '2024-M02', '2024-M03']],
  ['sumOfMonths', 'undated', []],
] as const)('%s of %s reads %j', (rule, period, expected) => {
  expect(periodsRead(rule, period)).toEqual(expected);
});
