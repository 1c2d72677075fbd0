import { expect, test } from 'vitest';
import type { FigureKey } from '@/lib/reporting/words';
import { checkedFigure, checkRule } from '@/lib/testing/checked-figures';
import { partnersIn } from './partners';

const figure = (code: string, at = '2026-M10', concerns: readonly FigureKey[] = []) => {
  const one = checkedFigure('1', { of: { code }, at });
  const { indicatorCode, periodCode } = one;
  const finding = {
    indicatorCode,
    periodCode,
    rule: 'R',
    severity: 'query',
    key: 'k',
    details: {},
    message: null,
  } as const;
  return { ...one, findings: concerns.length > 0 ? [{ ...finding, concerns }] : [] };
};
const keys = (figures: readonly ReturnType<typeof figure>[], rules: readonly ReturnType<typeof checkRule>[]) =>
  Object.fromEntries(partnersIn(figures, rules));

test('month and year to date are partners, as are the year to date before them', () => {
  const figures = [figure('A'), figure('A', '2026-YTD10'), figure('A', '2026-YTD09'), figure('B'), figure('A', '2026')];
  expect(keys(figures, [checkRule('cumulativeSum', {})])).toEqual({
    'A 2026-M10': ['A 2026-YTD10', 'A 2026-YTD09'],
    'A 2026-YTD10': ['A 2026-M10', 'A 2026-YTD09'],
    'A 2026-YTD09': ['A 2026-M10', 'A 2026-YTD10'],
    'B 2026-M10': [],
    'A 2026': [],
  });
  expect(keys(figures.slice(0, 2), [checkRule('cumulativeSum', {}, { indicatorCodes: ['B'] })])).toEqual({
    'A 2026-M10': [],
    'A 2026-YTD10': [],
  });
});

test('a whole and its parts, and the sides of a formula, are partners in their period', () => {
  const figures = [figure('A'), figure('B'), figure('C'), figure('B', '2026-M09')];
  const none = { 'C 2026-M10': [], 'B 2026-M09': [] };
  const pair = { 'A 2026-M10': ['B 2026-M10'], 'B 2026-M10': ['A 2026-M10'] };
  expect(keys(figures, [checkRule('sumOfParts', { whole: 'A', parts: ['B', 'X'] })])).toEqual({ ...none, ...pair });
  expect(keys(figures, [checkRule('formula', { expression: 'A <= 2 * B' })])).toEqual({ ...none, ...pair });
  expect(keys(figures, [checkRule('range', { max: '1' })])).toEqual({
    ...none,
    'A 2026-M10': [],
    'B 2026-M10': [],
  });
});

test('the figures of a present finding are partners, whatever its rule', () => {
  const [before, now] = ['2026-M09', '2026-M10'].map((periodCode) => ({ indicatorCode: 'A', periodCode }));
  const figures = [
    figure(
      'A',
      '2026-M10',
      [now, before].flatMap((key) => key ?? []),
    ),
    figure('A', '2026-M09'),
  ];
  expect(keys(figures, [])).toEqual({ 'A 2026-M10': ['A 2026-M09'], 'A 2026-M09': ['A 2026-M10'] });
});
