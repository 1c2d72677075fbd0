import { expect, test } from 'vitest';
import { parsePeriod, periodDays, periodSortKey, previousPeriod, yearEarlier } from './period';
import { readPeriod } from './read-period';
import { writtenPeriod } from './written';

const period = (code: string) => {
  const parsed = parsePeriod(code);
  if (!parsed) throw new Error(code);
  return parsed;
};

test.each(['2022-M13', '2022-Q5', '2022-H3', '2022-1', 'last year', '', '2022-YTD00'])('%j is no period', (code) => {
  expect(parsePeriod(code)).toBeNull();
});

test.each([
  ['2022', '2022-01-01', '2022-12-31'],
  ['2023-H1', '2023-01-01', '2023-06-30'],
  ['2022-Q1', '2022-01-01', '2022-03-31'],
  ['2024-M02', '2024-02-01', '2024-02-29'],
  ['2022-YTD07', '2022-01-01', '2022-07-31'],
])('%s runs from %s to %s', (code, startsOn, endsOn) => {
  expect(periodDays(period(code))).toEqual({ startsOn, endsOn });
});

test('the base of 同比 is the same period a year earlier', () => {
  expect(['2022', '2023-H1', '2022-YTD07'].map((c) => yearEarlier(period(c)))).toEqual([
    '2021',
    '2022-H1',
    '2021-YTD07',
  ]);
  expect(yearEarlier(period('undated'))).toBeNull();
});

test('the preceding period wraps into last year, except for a year to date', () => {
  expect(
    ['2022-M01', '2022-Q1', '2022-H2', '2022', '2022-YTD01', '2022-YTD05'].map((c) => previousPeriod(period(c))),
  ).toEqual(['2021-M12', '2021-Q4', '2022-H1', '2021', null, '2022-YTD04']);
});

test('periods sort by their end, the shorter first, undated first of all', () => {
  const codes = ['2022', '2022-M12', '2022-Q4', '2023-Q1', '2022-YTD11', 'undated'];
  const sorted = [...codes].sort((a, b) => periodSortKey(period(a)) - periodSortKey(period(b)));
  expect(sorted).toEqual(['undated', '2022-YTD11', '2022-M12', '2022-Q4', '2022', '2023-Q1']);
});

test('periods are written as officials and editors write them', () => {
  expect(
    ['2022', '2023-H1', '2022-Q3', '2022-M09', '2024-YTD09', '2024-YTD02'].map((c) => writtenPeriod(c, 'zh-CN')),
  ).toEqual(['2022年', '2023年上半年', '2022年三季度', '2022年9月', '2024年1—9月', '2024年1—2月']);
  expect(['2022', '2023-H1', '2024-YTD02'].map((c) => writtenPeriod(c, 'en'))).toEqual([
    '2022',
    'H1 2023',
    'Jan–Feb 2024',
  ]);
  // A single month is no span, and is read back as the year to date that it is.
  expect(writtenPeriod('2026-YTD01', 'zh-CN')).toBe('2026年1月累计');
  expect(readPeriod('2026年1月累计')).toBe('2026-YTD01');
});
