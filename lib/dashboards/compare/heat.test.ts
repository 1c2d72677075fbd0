import { expect, test } from 'vitest';
import type { FigureView } from '@/lib/observations/words';
import { heatTable } from './heat';
import type { Choice, ComparedIndicator } from './words';

const indicator = (code: string, direction: 'higher' | 'lower' | 'none'): ComparedIndicator => ({
  code,
  nameZh: code,
  nameEn: code,
  topicCode: 't',
  unitZh: '',
  unitEn: '',
  measure: 'amount',
  direction,
  redefined: [],
});
const figure = (orgUnitCode: string, indicatorCode: string, value: string): FigureView => ({
  indicatorCode,
  orgUnitCode,
  periodCode: '2022',
  value,
  decimals: 0,
  qualifier: 'exact',
  qualifierPrinted: '',
  vintage: 'final',
  reportedYoy: null,
  periodPrinted: '',
  note: '',
  citation: {
    sourceCode: 'S',
    sourceTitle: '',
    publisher: '',
    publishedOn: null,
    sourceWithdrawn: null,
    locator: '',
    quote: '',
  },
});
const choice: Choice = {
  units: ['A', 'B', 'C', 'D'],
  indicators: ['GDP', 'PM25'],
  periods: ['2022'],
  transposed: false,
  view: 'table',
  sort: '',
  order: 'desc',
};
const figures = [
  figure('A', 'GDP', '5'),
  figure('B', 'GDP', '9.5'),
  figure('C', 'GDP', '9.50'),
  figure('A', 'PM25', '20'),
  figure('B', 'PM25', '30'),
];
const measures = [indicator('GDP', 'higher'), indicator('PM25', 'lower')];

test('places follow the direction, ties share one, and the best is darkest', () => {
  const { cellOf } = heatTable(choice, measures, figures);
  expect(['A', 'B', 'C'].map((unit) => cellOf(unit, 'GDP.2022')?.place)).toEqual([3, 1, 1]);
  expect(cellOf('B', 'GDP.2022')?.shade).toBe(1);
  expect(cellOf('A', 'GDP.2022')?.shade).toBe(0);
  expect(cellOf('A', 'PM25.2022')?.place).toBe(1);
  expect(cellOf('D', 'GDP.2022')).toBeUndefined();
});

test('a sorted column orders the units, those without a figure last', () => {
  expect(heatTable({ ...choice, sort: 'GDP.2022' }, measures, figures).units).toEqual(['B', 'C', 'A', 'D']);
  expect(heatTable({ ...choice, sort: 'GDP.2022', order: 'asc' }, measures, figures).units).toEqual([
    'A',
    'B',
    'C',
    'D',
  ]);
});

test('undated periods and indicators without a direction get no place', () => {
  const { cellOf } = heatTable(choice, [indicator('GDP', 'none')], figures);
  expect(cellOf('A', 'GDP.2022')).toMatchObject({ place: null, shade: null });
});
