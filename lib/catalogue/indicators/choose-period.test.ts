import { describe, expect, test } from 'vitest';
import { choosePeriod, latestFull } from '@/lib/catalogue/indicators/choose-period';
import type { Coverage, GroupView } from '@/lib/catalogue/indicators/words';
import { parsePeriod, periodSortKey } from '@/lib/catalogue/periods/period';

function coverageOf(groupCode: string, periodCode: string, units: number, isWeak = false): Coverage {
  const period = parsePeriod(periodCode);
  if (!period) throw new Error(periodCode);
  return { groupCode, periodCode, kind: period.kind, sortKey: periodSortKey(period), units, isWeak };
}

const group = (code: string, members: number): GroupView => ({
  code,
  nameZh: code,
  nameEn: code,
  noteZh: '',
  noteEn: '',
  members,
});

const groups = [group('cities', 13), group('counties', 7), group('zones', 1)];
const coverage = [
  coverageOf('cities', '2023', 2),
  coverageOf('cities', '2022', 13),
  coverageOf('cities', '2021', 9),
  coverageOf('cities', '2022-Q1', 1),
  coverageOf('counties', '2025', 1),
  coverageOf('counties', '2022', 7),
];

describe('without a chosen period', () => {
  test('the group with most units is shown, in its latest period that is nearly full', () => {
    const chosen = choosePeriod(coverage, groups, {});
    expect([chosen?.group.code, chosen?.period.periodCode]).toEqual(['cities', '2022']);
    expect(chosen?.ignored).toEqual([]);
  });

  test('a period known only from unverified documents is not chosen by itself', () => {
    const weak = [coverageOf('cities', '2024', 13, true), ...coverage];
    expect(choosePeriod(weak, groups, {})?.period.periodCode).toBe('2022');
    expect(choosePeriod(weak, groups, { period: '2024' })?.period.periodCode).toBe('2024');
    expect(choosePeriod([coverageOf('cities', '2024', 13, true)], groups, {})?.period.periodCode).toBe('2024');
  });

  test('a full period of a rarer kind does not replace the usual kind', () => {
    const half = [coverageOf('cities', '2023-H1', 13), ...coverage];
    expect(choosePeriod(half, groups, {})?.period.periodCode).toBe('2022');
  });

  test('published places open on their newest period, however few units it names', () => {
    expect(choosePeriod(coverage, groups, {}, 'rank')?.period.periodCode).toBe('2023');
  });

  test('of groups with equally many units the one with most figures is shown', () => {
    const sparse = [coverageOf('cities', '2022', 1), coverageOf('zones', '2022', 1)];
    expect(choosePeriod(sparse, groups, {})?.group.code).toBe('zones');
  });

  test('an indicator without a covering group has no choice', () => {
    expect(choosePeriod([], groups, {})).toBeNull();
  });
});

describe('with a chosen period', () => {
  test('it is shown, however few units have figures', () => {
    const chosen = choosePeriod(coverage, groups, { group: 'counties', period: '2025' });
    expect([chosen?.group.code, chosen?.period.periodCode]).toEqual(['counties', '2025']);
    expect(chosen?.ignored).toEqual([]);
  });

  test('a period alone selects the group that has most units in it', () => {
    expect(choosePeriod(coverage, groups, { period: '2025' })?.group.code).toBe('counties');
  });

  test('a period that the group does not have is ignored and reported', () => {
    const chosen = choosePeriod(coverage, groups, { group: 'counties', period: '2021' });
    expect(chosen?.period.periodCode).toBe('2022');
    expect(chosen?.ignored).toEqual([{ name: 'period', value: '2021' }]);
  });

  test('invalid values are ignored and reported', () => {
    const chosen = choosePeriod(coverage, groups, { group: 'nobody', period: 'nonsense' });
    expect([chosen?.group.code, chosen?.period.periodCode]).toEqual(['cities', '2022']);
    expect(chosen?.ignored).toEqual([
      { name: 'group', value: 'nobody' },
      { name: 'period', value: 'nonsense' },
    ]);
  });
});

test('every period of any group is offered, with the units of the chosen group', () => {
  const chosen = choosePeriod(coverage, groups, { group: 'counties' });
  expect(chosen?.periods.map(({ periodCode, units }) => [periodCode, units])).toEqual([
    ['2025', 1],
    ['2023', 0],
    ['2022', 7],
    ['2022-Q1', 0],
    ['2021', 0],
  ]);
});

test('the latest full period of one kind can be chosen', () => {
  expect(latestFull(coverage.slice(0, 4), 'quarter')?.periodCode).toBe('2022-Q1');
});
