import { expect, test } from 'vitest';
import { spacedPeriods, sparkCourse } from './spaced-periods';

const codesOf = (codes: readonly string[]) => spacedPeriods(codes).map(({ code }) => code);

test('a year without a figure takes as much room as one with a figure', () => {
  expect(codesOf(['2018', '2019', '2021', '2022'])).toEqual(['2018', '2019', '2020', '2021', '2022']);
  expect(codesOf(['2017', '2019'])).toEqual(['2017', '2018', '2019']);
});

test('months fill over the turn of a year, and quarters stay a quarter apart', () => {
  expect(codesOf(['2025-M11', '2025-M12', '2026-M03'])).toEqual([
    '2025-M11',
    '2025-M12',
    '2026-M01',
    '2026-M02',
    '2026-M03',
  ]);
  expect(codesOf(['2025-YTD03', '2025-YTD06', '2025-YTD12'])).toEqual([
    '2025-YTD03',
    '2025-YTD06',
    '2025-YTD09',
    '2025-YTD12',
  ]);
  expect(codesOf(['2010-M11', '2020-M11'])).toEqual(['2010-M11', '2020-M11']);
});

test('periods of several kinds, undated and unordered ones stay as they are', () => {
  expect(codesOf([])).toEqual([]);
  expect(codesOf(['2021', '2022-M01'])).toEqual(['2021', '2022-M01']);
  expect(codesOf(['undated', '2020'])).toEqual(['undated', '2020']);
  expect(codesOf(['2022', '2020'])).toEqual(['2022', '2020']);
});

test('the line breaks where the census changed the definition, though the year itself has no figure', () => {
  const breaks = spacedPeriods(['2018', '2019', '2021', '2022'], ['2020-11-01']).map(({ breaks }) => breaks);
  expect(breaks).toEqual([null, null, 'definition', null, null]);
});

test('a sparkline has its gaps by time and breaks at the census and each January', () => {
  const figure = (period: string, value: number | null) => ({ period, value });
  expect(sparkCourse([figure('2019', 731.8), figure('2021', 773.3)], ['2020-11-01'])).toEqual({
    points: [731.8, null, 773.3],
    breaks: [1],
  });
  expect(sparkCourse([figure('2025-YTD11', 9), figure('2025-YTD12', 10), figure('2026-YTD01', 1)], [])).toEqual({
    points: [9, 10, 1],
    breaks: [2],
  });
  expect(sparkCourse([figure('2020', null), figure('2021', 1), figure('2023', 2)], []).points).toEqual([
    null,
    1,
    null,
    2,
  ]);
});
