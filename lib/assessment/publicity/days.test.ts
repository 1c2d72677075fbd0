import { expect, test } from 'vitest';
import {
  appealsUntilBy,
  lastDayAfter,
  lastDayToAppeal,
  lastWorkingDay,
  publicityState,
} from '@/lib/assessment/publicity/days';
import { dayPlus } from '@/lib/catalogue/today';

// The calendar of March 2026: the 2nd is a Monday, the 7th a Saturday.
test.each([
  ['2026-03-02', 5, '2026-03-06'],
  ['2026-03-03', 5, '2026-03-09'],
  ['2026-03-06', 5, '2026-03-12'],
  ['2026-03-07', 5, '2026-03-13'],
  ['2026-03-08', 1, '2026-03-09'],
  ['2026-03-06', 1, '2026-03-06'],
  ['2026-02-26', 10, '2026-03-11'],
])('from %s on %i working days end on %s', (first, days, last) => {
  expect(lastWorkingDay(first, days)).toBe(last);
});

test('the last day to appeal does not count the first day, covers the publicity, and is never told earlier than before', () => {
  const days = { firstDay: '2026-03-02', lastDay: '2026-03-06' };
  expect(appealsUntilBy(days, 15, null)).toBe('2026-03-17');
  expect(appealsUntilBy({ ...days, lastDay: '2026-04-01' }, 15, null)).toBe('2026-04-01');
  expect(appealsUntilBy(days, 15, '2026-03-20')).toBe('2026-03-20');
  expect(dayPlus('2028-02-28', 2)).toBe('2028-03-01');
});

test('without an announcement the days begin with the publication, by the day in Shanghai', () => {
  // Half past midnight on the 2nd of March in Shanghai.
  const published = new Date('2026-03-01T16:30:00Z');
  expect(lastDayAfter(published, 15)).toBe('2026-03-17');
  const before = { publishedAt: published, appealsUntil: null };
  expect(lastDayToAppeal(before, null, 15)).toBe('2026-03-17');
  expect(lastDayToAppeal(before, { appealsUntil: '2026-05-01' }, 15)).toBe('2026-05-01');
  // Kept at the publication, whatever the setting is now.
  expect(lastDayToAppeal({ ...before, appealsUntil: '2026-03-17' }, null, 3)).toBe('2026-03-17');
});

test('both days belong to the publicity', () => {
  const days = { firstDay: '2026-03-02', lastDay: '2026-03-06' };
  expect(
    ['2026-03-01', '2026-03-02', '2026-03-06', '2026-03-07'].map((day) => publicityState(days, 'published', day)),
  ).toEqual([...['notBegun', 'running', 'running', 'over']]);
  // A unit that would appeal about a replaced result is refused, so its announcement does not go on.
  for (const day of ['2026-03-01', '2026-03-02', '2026-03-07'])
    expect(publicityState(days, 'superseded', day)).toBe('replaced');
});
