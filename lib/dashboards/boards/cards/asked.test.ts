import { describe, expect, test } from 'vitest';
import type { BoardCard } from '@/lib/dashboards/boards/words';
import { type Covered, filtered, groupPeriods, lampSpan, offeredPeriods, runOf } from './asked';

const common = { key: 'c1', width: 6, title: '' };
const none = { period: '', unit: '', group: '' };

describe('a filter', () => {
  const cards: BoardCard[] = [
    { ...common, kind: 'figure', indicator: 'GDP', unit: 'A' },
    { ...common, kind: 'trend', indicator: 'GDP', units: ['A', 'B'] },
    { ...common, kind: 'bars', indicator: 'GDP', group: 'G' },
    { ...common, kind: 'heat', indicators: ['GDP'], group: 'G' },
    { ...common, kind: 'lamps', unit: 'A' },
    { ...common, kind: 'text', text: '说明' },
  ];

  test('of a unit replaces those of cards about units, and of a group those of cards about groups', () => {
    const seen = cards.map((card) => filtered(card, { ...none, unit: 'C', group: 'H' }));
    expect(
      seen.map((card) =>
        'unit' in card ? card.unit : 'units' in card ? card.units : 'group' in card ? card.group : '',
      ),
    ).toEqual(['C', ['C'], 'H', 'H', 'C', '']);
  });

  test('that is empty changes nothing', () => {
    expect(cards.map((card) => filtered(card, none))).toEqual(cards);
  });
});

describe('the periods of a group', () => {
  const row = (periodCode: string, sortKey: number, units: number, kind: Covered['kind'] = 'year'): Covered => ({
    ...{ indicatorCode: 'GDP', groupCode: 'G', periodCode, sortKey, units, kind, isWeak: false },
  });
  const coverage = [row('2024', 3, 2), row('2023', 2, 13), row('2022', 1, 13), row('2023-Q4', 2, 13, 'quarter')];
  const indicator = { code: 'GDP', measure: 'amount' as const };

  test('are the newest full one, as on the page of the indicator, with the course of its kind', () => {
    expect(groupPeriods(indicator, 'G', coverage, '')).toEqual({
      ...{ period: '2023', course: ['2023', '2024', '2022'], isLarge: false },
    });
  });

  test('are the asked one, and none where it has no figures', () => {
    expect(groupPeriods(indicator, 'G', coverage, '2024').period).toBe('2024');
    expect(groupPeriods(indicator, 'G', coverage, '2021').period).toBeNull();
    expect(groupPeriods(indicator, 'H', coverage, '').period).toBeNull();
  });

  test('of very many units have no course', () => {
    const many = [row('2023', 2, 700), row('2022', 1, 700)];
    expect(groupPeriods(indicator, 'G', many, '')).toEqual({ period: '2023', course: [], isLarge: true });
  });
});

test('the months of lamps are those of the period, and of a year to date its last', () => {
  const span = (from: [number, number], to: [number, number]) => ({
    from: { year: from[0], month: from[1] },
    to: { year: to[0], month: to[1] },
  });
  expect(lampSpan('')).toBeNull();
  expect(lampSpan('2026')).toEqual(span([2026, 1], [2026, 12]));
  expect(lampSpan('2026-Q3')).toEqual(span([2026, 7], [2026, 9]));
  expect(lampSpan('2026-M05')).toEqual(span([2026, 5], [2026, 5]));
  expect(lampSpan('2026-YTD10')).toEqual(span([2026, 10], [2026, 10]));
});

test('a ranking shows the newest run of its scheme, or that of the asked period and group', () => {
  const run = (schemeCode: string, periodCode: string, group: string) => ({
    schemeCode,
    periodCode,
    group: { code: group },
  });
  const runs = [run('S', '2025', 'G'), run('S', '2024', 'G'), run('T', '2025', 'H')];
  expect(runOf(runs, 'S', none)).toBe(runs[0]);
  expect(runOf(runs, 'S', { ...none, period: '2024' })).toBe(runs[1]);
  expect(runOf(runs, 'S', { ...none, period: '2023' })).toBeNull();
  expect(runOf(runs, 'S', { ...none, group: 'H' })).toBeNull();
  expect(runOf(runs, 'U', none)).toBeNull();
});

test('periods are offered once, the newest first, and none without a date', () => {
  const rows = ['2022', '2024', 'undated', '2022', '2023-M05'].map((periodCode) => ({ periodCode }));
  expect(offeredPeriods(rows)).toEqual(['2024', '2023-M05', '2022']);
});
