import { expect, test } from 'vitest';
import { brokenLines } from '@/lib/dashboards/series/chart-facts';
import type { TrendSpec } from '@/lib/dashboards/series/words';
import { bumpLayout } from './bump-layout';
import { labelSides } from './figure-labels';
import { lineSegments } from './line-segments';
import { tonesOf } from './series-tones';
import { noteLift, trendLayout } from './trend-layout';

const ticks = [2019, 2020, 2021, 2022].map((year) => ({ key: `${year}`, label: `${year}年`, short: `${year}` }));
const line = (key: string, ...values: (number | null)[]) => ({
  key,
  label: key,
  points: values.map((value) => (value === null ? null : { value, text: `${value}` })),
});

test('a single line with enough room has the figure at every point and no axis', () => {
  const spec = { kind: 'trend', ticks, series: [line('甲区', 1, 2, 3, 4)] } as const;
  expect(trendLayout(spec, 600).everyFigure).toBe(true);
  expect(trendLayout(spec, 80).everyFigure).toBe(false);
});

test('names never take more than a third of a narrow chart', () => {
  const spec = {
    kind: 'trend',
    ticks,
    series: [line('甲区经济技术开发区', 1, 2, 3, 4), line('乙县', 4, 3, 2, 1)],
  } as const;
  const { margin, endTexts } = trendLayout(spec, 330);
  expect(margin.right).toBeLessThanOrEqual(110);
  expect(endTexts.get('甲区经济技术开发区')).toMatch(/…$/);
});

test('the first and the last period stand within the chart', () => {
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((month) => ({ key: `2026-M${month}`, label: `2026年${month}月` }));
  const values = months.map((_, at) => at % 4);
  const spec = { kind: 'trend', ticks: months, series: [line('甲', ...values), line('乙', ...values)] } as const;
  const { margin, spacing, everyFigure } = trendLayout(spec, 1080);
  expect(everyFigure).toBe(false);
  // Half of 2026年1月, five digits and two characters of 12 pixels, is 30; the first point is 8 pixels within the plot.
  expect(margin.left + 8).toBeGreaterThanOrEqual(30);
  expect(margin.left + margin.right + 16 + 9 * spacing).toBeCloseTo(1080);
});

test('units that share a place have a slot and a name of their own', () => {
  const spec = { kind: 'bump', ticks, size: 4, series: [line('甲区', 1, 1, 2, 2), line('乙县', 2, 2, 2, 2)] } as const;
  const layout = bumpLayout(spec, 700, 200);
  const ends = (names: typeof layout.left) => names.map(({ text, slot }) => `${text} ${slot}`);
  expect(ends(layout.left)).toEqual(['甲区 1', '乙县 2']);
  expect(ends(layout.right)).toEqual(['甲区 2', '乙县 3']);
});

test('a line is broken at a changed definition, with a mark and room for its word', () => {
  const census = ticks.map((tick) => ({ ...tick, ...(tick.key === '2020' && { isRedefined: true }) }));
  const population = line('南通市', 731.8, null, 773.3, 774.35);
  expect(lineSegments(population, census)).toEqual([
    [731.8, null, null, null],
    [null, null, 773.3, 774.35],
  ]);
  const spec = { kind: 'trend', ticks: census, series: [population] } as const;
  expect(trendLayout(spec, 600).margin.top).toBeGreaterThan(trendLayout({ ...spec, ticks }, 600).margin.top);
});

test('the line of a unit that merged is broken there, and the others are not', () => {
  const merged = { ...line('甲区', 98, 99, 118.5, 120), reorganised: ['2021-01-01'] };
  expect(ticks.map(({ key }) => key)).toEqual(['2019', '2020', '2021', '2022']);
  expect(lineSegments(merged, ticks)).toEqual([
    [98, 99, null, null],
    [null, null, 118.5, 120],
  ]);
  expect(lineSegments(line('乙县', 1, 2, 3, 4), ticks)).toHaveLength(1);
  expect(brokenLines({ kind: 'trend', ticks, series: [merged] })).toEqual([{ line: '甲区', period: ticks[2]?.label }]);
});

test('a figure stands below its point where the line runs through the room above it', () => {
  const spots = [731.8, 730.5, 773.3].map((value, at) => ({ x: at * 60, y: 800 - value * 2 + 1000 }));
  expect(labelSides(spots, [40, 40, 40])).toEqual(['above', 'below', 'above']);
  expect(labelSides([{ x: 0, y: 50 }, null, { x: 60, y: 10 }], [40, 0, 40])).toEqual(['above', 'above', 'above']);
});

test('of more lines than colours tell apart, one is in front and the others are grey', () => {
  const marks = tonesOf(['甲', '乙', '丙', '丁', '戊', '己', '庚'].map((name) => line(name, 1))).map(
    ({ mark }) => mark,
  );
  expect(marks).toEqual(['text-sea', ...Array.from({ length: 6 }, () => 'text-peer')]);
});

test('a place is written beside the name when the mark is too small', () => {
  const spec = { kind: 'bump', ticks, size: 95, series: [line('甲区', 7, 6, 5, 4)] } as const;
  const { numbered, left, right } = bumpLayout(spec, 700, 400);
  expect(numbered).toBe(false);
  expect([left[0]?.text, right[0]?.text]).toEqual(['甲区 7', '4 甲区']);
});

test('beside a focal line the others are grey, and a target never has a colour', () => {
  const series = [{ ...line('甲区', 1), focal: true }, line('乙县', 2), { ...line('目标', 3), dashed: true }];
  expect(tonesOf(series).map(({ mark }) => mark)).toEqual(['text-sea', 'text-peer', 'text-ink-2']);
  expect(tonesOf(series.slice(1)).map(({ mark }) => mark)).toEqual(['text-sea', 'text-ink-2']);
  expect(tonesOf([line('甲区', 1), line('乙县', 2)]).map(({ mark }) => mark)).toEqual([
    'text-series-1',
    'text-series-2',
  ]);
});

test('notes have a line of their own above the plot, over the words at breaks and the figures of points', () => {
  const note = {
    key: 'n',
    mark: '',
    word: '疫情',
    line: '',
    isRange: true,
    places: [{ from: 1, to: 1 }],
    source: null,
  };
  const plain: TrendSpec = { kind: 'trend', ticks, series: [line('甲区', 1, 2, 3, 4)] };
  const [without, withNote] = [plain, { ...plain, notes: [note] }].map((spec) => trendLayout(spec, 342));
  expect((withNote?.margin.top ?? 0) - (without?.margin.top ?? 0)).toBe(16);
  expect(withNote?.spacing).toBe(without?.spacing);
  // Half a line of text stays inside the drawing.
  const broken = { ...plain, notes: [note], ticks: ticks.map((tick, at) => ({ ...tick, isRedefined: at === 1 })) };
  for (const spec of [{ ...plain, notes: [note] }, broken]) {
    const { margin, everyFigure } = trendLayout(spec, 342);
    expect(margin.top - 8 - noteLift(spec, everyFigure)).toBeGreaterThanOrEqual(12);
  }
});
