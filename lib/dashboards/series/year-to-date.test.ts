import { expect, test } from 'vitest';
import { yearStarts, yearsAgainst } from './year-to-date';

test('a course of months ending with a year to date is broken at each January', () => {
  expect(yearStarts('2026-YTD02', 14)).toEqual([0, 12]);
  expect(yearStarts('2026-YTD10', 14)).toEqual([4]);
  expect(yearStarts('2026-M10', 14)).toEqual([]);
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
  const merged = [{ key: 'JIA', label: '甲区', reorganised: ['2026-01-01'] }];
  expect(yearsAgainst(points, merged, '2026-YTD02', 'zh-CN').incomparable).toEqual(['甲区']);
  const longAgo = [{ key: 'JIA', label: '甲区', reorganised: ['2025-01-01'] }];
  expect(yearsAgainst(points, longAgo, '2026-YTD02', 'zh-CN').incomparable).toBeUndefined();
  expect(spec.ticks.map(({ label }) => label).slice(0, 2)).toEqual(['1月', '1—2月']);
  expect(
    spec.series.map(({ label, focal, points }) => [label, focal, points.map((one) => one?.value ?? null)]),
  ).toEqual([
    ['甲区 2026', true, [10, 22, null, null, null, null, null, null, null, null, null, null]],
    ['甲区 2025', false, [9, 19, null, null, null, null, null, null, null, null, null, 110]],
  ]);
});
