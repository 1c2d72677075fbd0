import { describe, expect, test } from 'vitest';
import type { PrintedFigure } from '@/lib/observations/words';
import { comparedFigure, earlierRounds, periodsBeside } from './compare-figure';
import type { FigureStep } from './words';

const printed = (value: string, more: Partial<PrintedFigure> = {}): PrintedFigure => ({
  value,
  decimals: 0,
  qualifier: 'exact',
  qualifierPrinted: '',
  ...more,
});

describe('the periods beside a figure', () => {
  test.each([
    ['2026-M02', 13, '2025-M03', '2025-M02'],
    ['2026-Q1', 12, '2023-Q2', '2025-Q1'],
    ['2026', 12, '2015', '2025'],
    ['2026-YTD02', 13, '2025-YTD03', '2025-YTD02'],
  ])('%s', (code, count, oldest, yearBefore) => {
    const periods = periodsBeside(code);
    expect(periods).toHaveLength(count);
    expect(periods[0]).toBe(oldest);
    expect(periods).toContain(yearBefore);
    expect(periods).toContain(code);
  });

  test('are the period alone where it is undated or none', () => {
    expect(periodsBeside('undated')).toEqual(['undated']);
    expect(periodsBeside('x')).toEqual(['x']);
  });
});

describe('a figure beside what is known', () => {
  const known = new Map([
    ['2026-M09', printed('1000')],
    ['2025-M10', printed('800')],
    ['2026-M10', printed('1010')],
    ['2026-YTD09', printed('9000')],
    ['2025-YTD10', printed('8000')],
  ]);

  test('has the change on the period before and on the year', () => {
    const found = comparedFigure('2026-M10', 'amount', printed('1100'), known);
    expect(found.onPrevious).toEqual({ kind: 'percent', change: '10.0' });
    expect(found.onYear).toEqual({ kind: 'percent', change: '37.5' });
    expect(found.current?.value).toBe('1010');
    expect(found.course).toHaveLength(12);
    expect(found.course.slice(-2)).toEqual(['1000', '1100']);
    expect(found.course[0]).toBeNull();
  });

  test('of a year so far is compared with the year before alone', () => {
    const found = comparedFigure('2026-YTD10', 'amount', printed('10000'), known);
    expect(found.onPrevious).toBeNull();
    expect(found.previous?.value).toBe('9000');
    expect(found.onYear).toEqual({ kind: 'percent', change: '25.0' });
  });

  test('of a rate differs in points', () => {
    expect(comparedFigure('2026-M10', 'rate', printed('801.5'), known).onYear).toEqual({
      kind: 'points',
      change: '1.5',
    });
  });

  test('with only a bound has no change, and nothing reported has none', () => {
    const bound = printed('1100', { qualifier: 'at_least', qualifierPrinted: '多' });
    expect(comparedFigure('2026-M10', 'amount', bound, known).onYear).toBeNull();
    expect(comparedFigure('2026-M10', 'amount', null, known)).toMatchObject({ onYear: null, onPrevious: null });
    expect(comparedFigure('2026-M10', 'amount', printed('1'), new Map([['2025-M10', bound]])).onYear).toBeNull();
  });

  test('on a base of zero has the amount', () => {
    const zero = new Map([['2025-M10', printed('0')]]);
    expect(comparedFigure('2026-M10', 'amount', printed('5'), zero).onYear).toEqual({
      kind: 'baseZero',
      change: '5.00',
    });
  });
});

test('earlier rounds: what was reported before this round, and what was approved last', () => {
  const step = (number: number, kind: FigureStep['kind'], value: string): FigureStep => ({
    step: number,
    kind,
    figure: printed(value),
    absence: 'none',
    verified: null,
    reason: '',
    by: '',
    at: new Date(0),
  });
  const first = [step(2, 'approved', '10'), step(1, 'submitted', '10')];
  expect(earlierRounds(first.slice(1))).toEqual({ reported: null, approved: null });
  const { reported, approved } = earlierRounds([step(4, 'submitted', '12'), step(3, 'reopened', '10'), ...first]);
  expect(reported?.step).toBe(1);
  expect(approved?.step).toBe(2);
});
