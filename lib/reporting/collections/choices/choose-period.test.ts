import { expect, test } from 'vitest';
import { chooseAssessed, choosePeriod, periodsOf } from '@/lib/reporting/collections/choices/choose-period';

test.each([
  [{}, '2026-11-25', '2026-M10'],
  [{}, '2026-12-01', '2026-M11'],
  [{}, '2026-01-15', '2025-M12'],
  [{ kind: 'quarter' }, '2026-11-25', '2026-Q3'],
  [{ kind: 'half' }, '2026-11-25', '2026-H1'],
  [{ kind: 'year' }, '2026-11-25', '2025'],
  [{ kind: 'month', year: 2024 }, '2026-11-25', '2024-M12'],
  [{ kind: 'quarter', year: 2026, period: '2026-Q1' }, '2026-11-25', '2026-Q1'],
  [{ kind: 'quarter', year: 2026, period: '2026-M01' }, '2026-11-25', '2026-Q3'],
  [{ kind: 'month', year: 2025, period: '2026-M01' }, '2026-11-25', '2025-M12'],
  [{ period: '2026-YTD02' }, '2026-11-25', '2026-YTD02'],
  [{ period: '2025-H2' }, '2026-11-25', '2025-H2'],
  [{ period: '2026-YTD05' }, '2026-11-25', '2026-M10'],
  [{ period: 'nonsense' }, '2026-11-25', '2026-M10'],
  [{ year: 1900 }, '2026-11-25', '2026-M10'],
] as const)('%j on %s chooses %s', (asked, today, period) => {
  expect(choosePeriod(asked, today).period).toBe(period);
});

test.each([
  [{}, '2025'],
  [{ kind: 'month' }, '2026-M10'],
  [{ kind: 'yearToDate' }, '2026-YTD10'],
  [{ kind: 'yearToDate', year: 2025 }, '2025-YTD12'],
  [{ period: '2026-YTD10' }, '2026-YTD10'],
  [{ period: '2026年1—10月' }, '2026-YTD10'],
  [{ period: '2026年前三季度' }, '2026-YTD09'],
  [{ period: '今年以来' }, '2025'],
] as const)('for an assessment %j chooses %s, years to date included', (asked, period) => {
  expect(chooseAssessed(asked, '2026-11-25').period).toBe(period);
});

test('1—2月 comes after February', () => {
  expect(periodsOf('month', 2026).slice(0, 4)).toEqual(['2026-M01', '2026-M02', '2026-YTD02', '2026-M03']);
  expect(periodsOf('half', 2026)).toEqual(['2026-H1', '2026-H2']);
});
