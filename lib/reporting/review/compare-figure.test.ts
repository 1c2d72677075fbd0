import { describe, expect, test } from 'vitest';
import type { PrintedFigure } from '@/lib/observations/words';
import { comparedFigure, earlierRounds, periodsBeside } from './compare-figure';
import type { FigureStep } from './words';

const printedFigure = (value: string, more: Partial<PrintedFigure> = {}): PrintedFigure => ({
  value,
  decimals: 0,
  qualifier: 'exact',
  qualifierPrinted: '',
  ...more,
});

describe('the periods for comparison with a figure', () => {
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

  test('are the period alone where it is undated or invalid', () => {
    expect(periodsBeside('undated')).toEqual(['undated']);
    expect(periodsBeside('x')).toEqual(['x']);
  });
});

describe('a figure and its comparisons', () => {
  const known = new Map([
    ['2026-M09', printedFigure('1000')],
    ['2025-M10', printedFigure('800')],
    ['2026-M10', printedFigure('1010')],
    ['2026-YTD09', printedFigure('9000')],
    ['2025-YTD10', printedFigure('8000')],
  ]);

  test('has the change from the period before and from the year before', () => {
    const found = comparedFigure('2026-M10', 'amount', printedFigure('1100'), known);
    expect(found.onPrevious).toEqual({ kind: 'percent', change: '10.0' });
    expect(found.onYear).toEqual({ kind: 'percent', change: '37.5' });
    expect(found.current?.value).toBe('1010');
    expect(found.course).toHaveLength(12);
    expect(found.course.slice(-2)).toEqual(['1000', '1100']);
    expect(found.course[0]).toBeNull();
  });

  test('of a year to date is compared with the year before alone', () => {
    const found = comparedFigure('2026-YTD10', 'amount', printedFigure('10000'), known);
    expect(found.onPrevious).toBeNull();
    expect(found.previous?.value).toBe('9000');
    expect(found.onYear).toEqual({ kind: 'percent', change: '25.0' });
  });

  test('of a rate differs in points', () => {
    expect(comparedFigure('2026-M10', 'rate', printedFigure('801.5'), known).onYear).toEqual({
      kind: 'points',
      change: '1.5',
    });
  });

  test('without exact values has no change', () => {
    const bound = printedFigure('1100', { qualifier: 'at_least', qualifierPrinted: '多' });
    expect(comparedFigure('2026-M10', 'amount', bound, known).onYear).toBeNull();
    expect(comparedFigure('2026-M10', 'amount', null, known)).toMatchObject({ onYear: null, onPrevious: null });
    expect(comparedFigure('2026-M10', 'amount', printedFigure('1'), new Map([['2025-M10', bound]])).onYear).toBeNull();
  });

  test('on a base of zero has the amount', () => {
    const zero = new Map([['2025-M10', printedFigure('0')]]);
    expect(comparedFigure('2026-M10', 'amount', printedFigure('5'), zero).onYear).toEqual({
      kind: 'baseZero',
      change: '5.00',
    });
  });
});

test('earlier rounds: the value reported before this round, and the value approved last', () => {
  const step = (number: number, kind: FigureStep['kind'], value: string): FigureStep => ({
    step: number,
    kind,
    figure: printedFigure(value),
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
