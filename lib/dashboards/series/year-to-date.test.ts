import { expect, test } from 'vitest';
import { withYearBreaks, yearsAgainst } from './year-to-date';

test('a line of years to date is broken where a year begins, another line is not', () => {
  const months = ['2025-YTD11', '2025-YTD12', '2026-YTD01', '2026-YTD02'];
  expect(withYearBreaks(months, [110, 120, 10, 20])).toEqual([110, 120, null, 10, 20]);
  expect(withYearBreaks(['2025-M12', '2026-M01'], [10, 11])).toEqual([10, 11]);
  expect(withYearBreaks(['2024', '2025'], [1, null])).toEqual([1, null]);
});

test('this year is drawn against the last one, month by month, and no line falls in January', () => {
  const point = (period: string, value: string) => ({ seriesKey: 'JIA', tickKey: period, value, text: value });
  const points = [
    point('2024-YTD12', '90'),
    point('2025-YTD01', '9'),
    point('2025-YTD02', '19'),
    point('2025-YTD12', '110'),
    point('2026-YTD01', '10'),
    point('2026-YTD02', '22'),
  ];
  const spec = yearsAgainst(points, [{ key: 'JIA', label: '甲区' }], '2026-YTD02', 'zh-CN');
  expect(spec.ticks.map(({ label }) => label).slice(0, 2)).toEqual(['1月', '1—2月']);
  expect(
    spec.series.map(({ label, focal, points }) => [label, focal, points.map((one) => one?.value ?? null)]),
  ).toEqual([
    ['甲区 2026', true, [10, 22, null, null, null, null, null, null, null, null, null, null]],
    ['甲区 2025', false, [9, 19, null, null, null, null, null, null, null, null, null, 110]],
  ]);
});
