import { expect, test } from 'vitest';
import { chartFacts, citedParts, hasBound } from './chart-facts';
import { chartHeight } from './chart-height';

const point = (value: number, bound = false) => ({ value, text: `${value}`, bound });
const ticks = ['2021', '2022', '2023'].map((key) => ({ key, label: `${key}年` }));

test('a ranking is summarised by its ends', () => {
  const items = [3, 2, 1].map((value) => ({ key: `${value}`, label: `单位${value}`, point: point(value) }));
  expect(chartFacts({ kind: 'bars', items })).toEqual({
    kind: 'bars',
    count: 3,
    first: { label: '单位3', text: '3' },
    last: { label: '单位1', text: '1' },
  });
});

test('lines are summarised by the course of the focal one, between its first and last figures', () => {
  const series = [
    { key: 'a', label: '甲区', points: [point(1), point(2), point(3)] },
    { key: 'b', label: '乙县', focal: true, points: [null, point(5), point(7)] },
  ];
  expect(chartFacts({ kind: 'trend', ticks, series })).toEqual({
    kind: 'trend',
    count: 2,
    label: '乙县',
    from: { label: '2022年', text: '5' },
    to: { label: '2023年', text: '7' },
  });
});

test('a match counts the places before and behind the benchmark', () => {
  const items = [1, 2, 3].map((place) => ({ key: `${place}`, label: '', place: point(place), benchmark: point(2) }));
  expect(chartFacts({ kind: 'match', items, size: 9 })).toEqual({ kind: 'match', count: 3, better: 1, worse: 1 });
});

test('a chart without figures is empty', () => {
  expect(chartFacts({ kind: 'bars', items: [] })).toEqual({ kind: 'empty' });
  expect(chartFacts({ kind: 'trend', ticks, series: [] })).toEqual({ kind: 'empty' });
});

test('one bound is enough for the explanation of the mark', () => {
  const series = [{ key: 'a', label: '甲区', points: [point(1), null, point(3, true)] }];
  expect(hasBound({ kind: 'trend', ticks, series })).toBe(true);
  expect(hasBound({ kind: 'trend', ticks, series: [] })).toBe(false);
});

test('a ranking grows with its bars', () => {
  const items = Array.from({ length: 13 }, (_, at) => ({ key: `${at}`, label: '', point: point(at) }));
  expect(chartHeight({ kind: 'bars', items })).toBe(13 * 26 + 8);
});

test('a citation names the line of a chart of one, and the span of periods where the title does not', () => {
  const line = { key: 'a', label: '甲区', points: [point(1), null, point(3)] };
  const other = { ...line, key: 'b', label: '乙县' };
  expect(citedParts('产值', '亿元', { kind: 'trend', ticks, series: [line] })).toEqual([
    ...['甲区', '产值', '亿元', '2021年—2023年'],
  ]);
  expect(citedParts('产值，2021年—2023年', '亿元', { kind: 'trend', ticks, series: [line, other] })).toEqual([
    ...['产值，2021年—2023年', '亿元'],
  ]);
  expect(citedParts('产值，2023年', '亿元', { kind: 'bars', items: [] })).toEqual(['产值，2023年', '亿元']);
});
