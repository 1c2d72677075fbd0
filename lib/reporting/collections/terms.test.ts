import { describe, expect, test } from 'vitest';
import {
  belongsTo,
  CollectionTerms,
  Day,
  itemPeriod,
  itemsFor,
  lines,
  momentOf,
  PeriodCode,
  timesOf,
} from '@/lib/reporting/collections/terms';

const terms = {
  title: '工业经济月报',
  opensOn: '2026-11-01',
  dueOn: '2026-11-10',
  dueTime: '17:30',
  graceDays: 3,
  reviewChain: ['unitReviewer'],
  vintage: 'preliminary',
  instructions: '',
};

test('moments of a collection are in Shanghai time, and grace ends at the same minute days later', () => {
  expect(timesOf(terms)).toEqual({
    opensAt: new Date('2026-10-31T16:00:00.000Z'),
    dueAt: new Date('2026-11-10T09:30:00.000Z'),
    graceUntil: new Date('2026-11-13T09:30:00.000Z'),
  });
  expect(momentOf('2026-11-10', '00:00').toISOString()).toBe('2026-11-09T16:00:00.000Z');
});

test('a deadline must be after the opening; a minute suffices', () => {
  expect(timesOf({ ...terms, dueOn: '2026-11-01', dueTime: '00:00' })).toBeNull();
  expect(timesOf({ ...terms, dueOn: '2026-10-31', dueTime: '23:59' })).toBeNull();
  expect(timesOf({ ...terms, dueOn: '2026-11-01', dueTime: '00:01' })).not.toBeNull();
});

test('the review chain has one order, each level once', () => {
  const chain = (asked: readonly string[]) =>
    CollectionTerms.safeParse({ ...terms, reviewChain: asked }).data?.reviewChain;
  expect(chain(['departmentReviewer', 'unitReviewer'])).toEqual(['unitReviewer', 'departmentReviewer']);
  expect(chain(['unitReviewer', 'unitReviewer'])).toEqual(['unitReviewer']);
  expect(chain([])).toBeUndefined();
  expect(chain(['leader'])).toBeUndefined();
});

test.each([
  [{ title: '' }],
  [{ title: '月\n报' }],
  [{ opensOn: '2026-02-30' }],
  [{ opensOn: '0000-01-01' }],
  [{ dueTime: '24:00' }],
  [{ graceDays: 61 }],
  [{ graceDays: -1 }],
  [{ graceDays: 0.5 }],
  [{ vintage: 'newest' }],
  [{ instructions: '\u0000' }],
])('impossible terms are refused: %j', (wrong) => {
  expect(CollectionTerms.safeParse({ ...terms, ...wrong }).success).toBe(false);
});

test.each([
  ['2026-M10', true],
  ['2026', true],
  ['undated', false],
  ['0000-M01', false],
  ['9999', false],
  ['2026-M13', false],
])('%s as a period to report on: %s', (code, isOne) => {
  expect(PeriodCode.safeParse(code).success).toBe(isOne);
});

test('an invalid day is refused', () => {
  expect(['2028-02-29', '2026-02-29', '2026-2-9', '1200-01-01'].map((day) => Day.safeParse(day).success)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('a text may have several lines, but no control characters', () => {
  expect(lines(1, 20).safeParse('一\n二\t三').success).toBe(true);
  expect(lines(1, 20).safeParse('一\u0007').success).toBe(false);
  expect(lines(2, 20).safeParse('   一  ').success).toBe(false);
});

describe('the items of a collection', () => {
  test.each([
    ['2026-M10', '2026-YTD10'],
    ['2026-Q3', '2026-YTD09'],
    ['2026-H1', '2026-YTD06'],
    ['2026-YTD02', null],
    ['2026', null],
    ['undated', null],
  ])('for the year to date of %s are %s', (period, soFar) => {
    expect(itemPeriod(period, 'yearToDate')).toBe(soFar);
    expect(itemPeriod(period, 'current')).toBe(period);
  });

  test('are the period itself and the year to date alone', () => {
    const codes = ['2026-M10', '2026-YTD10', '2026-M09', '2026-YTD09', '2025-M10', '2026'];
    expect(codes.filter((periodCode) => belongsTo('2026-M10', { indicatorCode: 'X', periodCode }))).toEqual([
      '2026-M10',
      '2026-YTD10',
    ]);
    expect(belongsTo('2026', { indicatorCode: 'X', periodCode: '2026-YTD12' })).toBe(false);
  });

  test('have each figure once, and 1—2月 is its own year to date', () => {
    const both = (['current', 'yearToDate'] as const).map((basis, at) => ({
      indicatorCode: 'X',
      basis,
      isRequired: at === 1,
    }));
    expect(itemsFor('2026-YTD02', both)).toEqual([{ indicatorCode: 'X', periodCode: '2026-YTD02', isRequired: true }]);
    expect(itemsFor('2026-M10', both)).toEqual([
      { indicatorCode: 'X', periodCode: '2026-M10', isRequired: false },
      { indicatorCode: 'X', periodCode: '2026-YTD10', isRequired: true },
    ]);
  });
});
