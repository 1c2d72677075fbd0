import { expect, test } from 'vitest';
import { scheduleProgress } from './progress';

test.each([
  [60, 'green'],
  [48.1, 'green'],
  [48, 'yellow'],
  [24, 'yellow'],
  [23.9, 'red'],
] as const)('%d of 120 in June is %s', (yearToDate, lamp) => {
  expect(scheduleProgress({ target: 120, yearToDate, month: 6 })?.lamp).toBe(lamp);
});

test('a target of zero or less has no schedule', () => {
  expect(scheduleProgress({ target: 0, yearToDate: 1, month: 6 })).toBeNull();
});
