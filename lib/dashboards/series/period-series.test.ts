import { expect, test } from 'vitest';
import { bumpOf, tieSlots, trendOf } from './period-series';

const tick = (key: string) => ({ key, label: `${key}年` });
const row = (seriesKey: string, tickKey: string, value: string | null) => ({
  seriesKey,
  tickKey,
  value,
  text: value ?? '—',
});
const heads = [
  { key: 'a', label: '甲区', focal: true },
  { key: 'b', label: '乙县' },
];

test('a missing figure inside a line is a gap, never a zero', () => {
  const spec = trendOf([row('a', '2020', '1.5'), row('a', '2022', '2.50')], heads, ['2020', '2021', '2022'].map(tick));
  expect(spec.series).toEqual([
    {
      key: 'a',
      label: '甲区',
      focal: true,
      points: [{ value: 1.5, text: '1.5', bound: undefined }, null, { value: 2.5, text: '2.50', bound: undefined }],
    },
  ]);
});

test('periods before the first and after the last figure are not drawn', () => {
  const spec = trendOf(
    [row('a', '2021', '1'), row('b', '2022', '2')],
    heads,
    ['2019', '2021', '2022', '2023'].map(tick),
  );
  expect(spec.ticks.map(({ key }) => key)).toEqual(['2021', '2022']);
});

test('without any figure there is neither a line nor a period', () => {
  expect(trendOf([row('a', '2021', null)], heads, [tick('2021')])).toEqual({ kind: 'trend', ticks: [], series: [] });
});

test('the scale grows to the last place', () => {
  expect(bumpOf(3, [row('a', '2021', '5')], heads, [tick('2021')]).size).toBe(5);
  expect(bumpOf(9, [row('a', '2021', '5')], heads, [tick('2021')]).size).toBe(9);
});

test('lines that share a place are drawn in slots of their own, and none hides another', () => {
  const places = (...values: (number | null)[]) => ({
    key: '',
    label: '',
    points: values.map((value) => (value === null ? null : { value, text: `${value}` })),
  });
  const series = [places(1, 4), places(2, 1), places(3, 4), places(4, 2), places(5, 3), places(6, null)];
  expect(tieSlots(series)).toEqual([
    [1, 4],
    [2, 1],
    [3, 5],
    [4, 2],
    [5, 3],
    [6, null],
  ]);
  expect(tieSlots([places(2, 2), places(1, 2)])).toEqual([
    [2, 3],
    [1, 2],
  ]);
});
