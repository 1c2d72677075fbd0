import { describe, expect, test } from 'vitest';
import type { CheckedFigure, KnownValues } from '@/lib/reporting/words';
import { checkedFigure as figure, rate, checkRule as rule } from '@/lib/testing/checked-figures';
import { findingsIn } from './find';
import type { CheckRule } from './rule';

const find = (figures: readonly CheckedFigure[], rules: readonly CheckRule[] = [], known: KnownValues = {}) =>
  findingsIn({ figures, rules, known });
const keys = (...asked: Parameters<typeof find>) => find(...asked).map(({ key }) => key);

describe('range', () => {
  const bounded = rule('range', { min: '0', max: '100' });
  test.each([
    ['-0.01', ['below']],
    ['0', []],
    ['100.00', []],
    ['100.01', ['above']],
    ['约100.5', ['above']],
    ['超99', []],
    ['超101', ['above']],
    ['不超过101', []],
    ['不超过-1', ['below']],
  ])('%s', (typed, expected) => {
    expect(keys([figure(typed)], [bounded])).toEqual(expected);
  });

  test('one bound suffices, two must be in order', () => {
    expect(keys([figure('-5')], [rule('range', { max: '0' })])).toEqual([]);
    expect(() => rule('range', {})).toThrow();
    expect(() => rule('range', { min: '2', max: '1' })).toThrow();
  });
});

test('decimals are counted as typed, after the scale is applied', () => {
  expect(keys([figure('1.234')], [rule('decimals', {})])).toEqual(['decimals']);
  expect(keys([figure('1.23'), figure('12300万', { of: { code: 'B' } })], [rule('decimals', {})])).toEqual([]);
  expect(keys([figure('1.234')], [rule('decimals', { most: 3 })])).toEqual([]);
});

describe('jumps', () => {
  const previous = rule('jumpPrevious', { percent: 50, points: 5 });
  test.each<[string, CheckedFigure, KnownValues, string[]]>([
    ['half as much again', figure('150'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['a little less', figure('149.9'), { 'OUT 2026-M09': '100' }, []],
    ['half of it', figure('50'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['down to nothing', figure('0'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['from nothing there is no percentage', figure('50'), { 'OUT 2026-M09': '0' }, []],
    ['from below nothing neither', figure('50'), { 'OUT 2026-M09': '-10' }, []],
    ['no base', figure('50'), {}, []],
    ['January looks at December', figure('150', { at: '2026-M01' }), { 'OUT 2025-M12': '100' }, ['jumpPrevious']],
    ['a rate by points', figure('8', { of: rate }), { 'OUT 2026-M09': '2.5' }, ['jumpPreviousPoints']],
    ['a rate that doubles by little', figure('2', { of: rate }), { 'OUT 2026-M09': '1' }, []],
    ['a rate from a negative one', figure('3', { of: rate }), { 'OUT 2026-M09': '-2.1' }, ['jumpPreviousPoints']],
    ['about is compared', figure('约200'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['a lower bound proves that it is too large', figure('超200'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['a lower bound does not prove that it is too small', figure('40以上'), { 'OUT 2026-M09': '100' }, []],
    ['an upper bound proves that it is too small', figure('40以下'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['an upper bound does not prove that it is too large', figure('不超过200'), { 'OUT 2026-M09': '100' }, []],
    ['多 is within one of its last digit', figure('40多'), { 'OUT 2026-M09': '100' }, ['jumpPrevious']],
    ['and may be enough', figure('40多'), { 'OUT 2026-M09': '90' }, []],
    ['a year to date only grows', figure('300', { at: '2026-YTD02' }), { 'OUT 2026-YTD01': '100' }, []],
    [
      'a stock at the end of it may jump',
      figure('300', { at: '2026-YTD02', of: { basis: 'endOfPeriod' } }),
      { 'OUT 2026-YTD01': '100' },
      ['jumpPrevious'],
    ],
    ['a year is the other rule’s', figure('300', { at: '2026' }), { 'OUT 2025': '100' }, []],
    ['a rank does not grow', figure('9', { of: { measure: 'rank' } }), { 'OUT 2026-M09': '1' }, []],
  ])('%s', (_name, one, known, expected) => {
    expect(keys([one], [previous], known)).toEqual(expected);
  });

  test('from the year before are checked for years to date too', () => {
    const year = rule('jumpYear', { percent: 50 });
    expect(keys([figure('300', { at: '2026-YTD02' })], [year], { 'OUT 2025-YTD02': '100' })).toEqual(['jumpYear']);
    expect(keys([figure('300', { at: '2026' })], [year], { 'OUT 2025': '100' })).toEqual(['jumpYear']);
    expect(keys([figure('90', { of: rate })], [year], { 'OUT 2025-M10': '1' })).toEqual([]);
  });

  test('use the form’s own figure before the known one, even when it is empty', () => {
    const known = { 'OUT 2026-M09': '149' };
    const both = ['jumpPrevious', 'jumpPrevious'];
    expect(keys([figure('150'), figure('100', { at: '2026-M09' })], [previous], known)).toEqual(both);
    const unsaid = { ...figure('', { at: '2026-M09' }), isRequired: false };
    expect(keys([figure('1500'), unsaid], [previous], known)).toEqual([]);
    expect(keys([figure('1500'), figure('约100', { at: '2026-M09' })], [previous], known)).toEqual([]);
  });
});

describe('a wrong scale', () => {
  const slip = rule('unitSlip', {});
  test.each<[string, string, KnownValues, string[]]>([
    ['ten thousand times', '1230000', { 'OUT 2026-M09': '120' }, ['unitSlipUp']],
    ['a ten thousandth', '0.0125', { 'OUT 2026-M09': '120' }, ['unitSlipDown']],
    ['a hundred times the year before', '11900', { 'OUT 2025-M10': '120' }, ['unitSlipUp']],
    ['thirty times is a jump, no slip', '3600', { 'OUT 2026-M09': '120' }, []],
    ['beyond the tolerance', '14500', { 'OUT 2026-M09': '120' }, []],
    ['with the other sign', '-12000', { 'OUT 2026-M09': '120' }, ['unitSlipUp']],
    ['nothing', '0', { 'OUT 2026-M09': '120' }, []],
    ['from nothing', '100', { 'OUT 2026-M09': '0' }, []],
    ['no base', '100', {}, []],
  ])('%s', (_name, typed, known, expected) => {
    expect(keys([figure(typed)], [slip], known)).toEqual(expected);
  });

  test('a rate written as a fraction', () => {
    expect(keys([figure('0.123', { of: rate })], [slip], { 'OUT 2026-M09': '12.1' })).toEqual(['unitSlipDown']);
  });
});

describe('the year to date', () => {
  const below = rule('cumulativeNotBelow', {});
  const at = '2026-YTD10';
  test.each<[string, CheckedFigure, KnownValues, string[]]>([
    ['less than before', figure('99.99', { at }), { 'OUT 2026-YTD09': '100' }, ['cumulativeNotBelow']],
    ['as much as before', figure('100.0', { at }), { 'OUT 2026-YTD09': '100' }, []],
    ['the first of the year', figure('5', { at: '2026-YTD01' }), { 'OUT 2025-YTD12': '100' }, []],
    ['a month may be less', figure('99'), { 'OUT 2026-M09': '100' }, []],
    ['a stock may be less', figure('99', { at, of: { basis: 'endOfPeriod' } }), { 'OUT 2026-YTD09': '100' }, []],
    ['a rate may be less', figure('1', { at, of: rate }), { 'OUT 2026-YTD09': '2' }, []],
    ['about is not compared', figure('约99', { at }), { 'OUT 2026-YTD09': '100' }, []],
    [
      'since founding, of any period',
      figure('9', { of: { basis: 'sinceFounding' } }),
      { 'OUT 2026-M09': '10' },
      ['cumulativeNotBelow'],
    ],
  ])('%s', (_name, one, known, expected) => {
    expect(keys([one], [below], known)).toEqual(expected);
  });

  const sum = rule('cumulativeSum', {});
  test.each<[string, CheckedFigure[], KnownValues, string[]]>([
    ['adds up', [figure('10'), figure('100', { at })], { 'OUT 2026-YTD09': '90' }, []],
    ['but for rounding', [figure('10.01'), figure('100', { at })], { 'OUT 2026-YTD09': '90.01' }, []],
    ['does not', [figure('10.03'), figure('100', { at })], { 'OUT 2026-YTD09': '90' }, ['2026-M10', at]],
    [
      'nor do three of the form',
      [figure('11'), figure('90', { at: '2026-YTD09' }), figure('100', { at })],
      {},
      ['2026-M10', '2026-YTD09', at],
    ],
    ['the month alone is asked for', [figure('11')], { 'OUT 2026-YTD09': '90', 'OUT 2026-YTD10': '100' }, ['2026-M10']],
    ['the year alone is asked for', [figure('100', { at })], { 'OUT 2026-YTD09': '90', 'OUT 2026-M10': '9' }, [at]],
    ['the month before is not known', [figure('11'), figure('100', { at })], {}, []],
    [
      'January is the year so far',
      [figure('11', { at: '2026-M01' }), figure('12', { at: '2026-YTD01' })],
      {},
      ['2026-M01', '2026-YTD01'],
    ],
    ['a number that is about', [figure('约11'), figure('100', { at })], { 'OUT 2026-YTD09': '90' }, []],
  ])('month and year to date: %s', (_name, figures, known, expected) => {
    expect(find(figures, [sum], known).map(({ periodCode }) => periodCode)).toEqual(expected);
  });

  test('have a tolerance of their own', () => {
    const figures = [figure('10.5'), figure('100', { at })];
    const known = { 'OUT 2026-YTD09': '90' };
    expect(keys(figures, [rule('cumulativeSum', { tolerance: '0.5' })], known)).toEqual([]);
    expect(keys(figures, [rule('cumulativeSum', { tolerance: '0.49' })], known)).toEqual(
      Array(2).fill('cumulativeSum'),
    );
  });
});

describe('a whole and its parts', () => {
  const of = (code: string, typed: string) => figure(typed, { of: { code } });
  const parts = { whole: 'ALL', parts: ['A', 'B'] };
  test.each<[string, CheckedFigure[], string[]]>([
    ['equal', [of('ALL', '3'), of('A', '1'), of('B', '2')], []],
    ['too little', [of('ALL', '4'), of('A', '1'), of('B', '2')], ['ALL', 'A', 'B']],
    ['a part is missing', [of('ALL', '4'), of('A', '1')], []],
    ['without the whole in the form', [of('A', '1'), of('B', '2')], ['A', 'B']],
  ])('%s', (_name, figures, expected) => {
    expect(find(figures, [rule('sumOfParts', parts)], { 'ALL 2026-M10': '9' }).map((one) => one.indicatorCode)).toEqual(
      expected,
    );
  });

  test('the parts may sum to less where the rule allows it', () => {
    const atMost = rule('sumOfParts', { ...parts, atMost: true });
    expect(keys([of('ALL', '4'), of('A', '1'), of('B', '2')], [atMost])).toEqual([]);
    expect(keys([of('ALL', '2'), of('A', '1'), of('B', '2')], [atMost])).toEqual(Array(3).fill('partsAbove'));
  });

  test('the whole is not one of its parts', () => {
    expect(() => rule('sumOfParts', { whole: 'ALL', parts: ['ALL'] })).toThrow();
    expect(() => rule('sumOfParts', { whole: 'ALL', parts: ['A', 'A'] })).toThrow();
  });
});

describe('a formula', () => {
  const of = (code: string, typed: string) => figure(typed, { of: { code } });
  const formula = (expression: string, tolerance?: string) =>
    rule('formula', { expression, ...(tolerance && { tolerance }) });
  test.each<[string, CheckedFigure[], KnownValues, string[]]>([
    ['A <= 1.2 * B', [of('A', '12'), of('B', '10')], {}, []],
    ['A <= 1.2 * B', [of('A', '13'), of('B', '10')], {}, ['formulaSides', 'formulaSides']],
    ['A <= 1.2 * B', [of('A', '13')], { 'B 2026-M10': '10' }, ['formulaSides']],
    ['A <= 1.2 * B', [of('A', '13')], {}, []],
    ['A >= prev(A) and A >= lastYear(A)', [of('A', '9')], { 'A 2026-M09': '10', 'A 2025-M10': '8' }, ['formula']],
    ['A >= prev(A) and A >= lastYear(A)', [of('A', '9')], { 'A 2026-M09': '10' }, ['formula']],
    ['A >= prev(A) and A >= lastYear(A)', [of('A', '11')], { 'A 2026-M09': '10' }, []],
    ['A / B < 1', [of('A', '9'), of('B', '0')], {}, []],
    ['A = B', [of('A', '约9'), of('B', '10')], {}, []],
  ])('%s', (expression, figures, known, expected) => {
    expect(keys(figures, [formula(expression)], known)).toEqual(expected);
  });

  test('the finding is on every named figure of the form', () => {
    const found = find([of('B', '1'), of('A', '2')], [formula('A < B')]);
    expect(found.map((one) => one.indicatorCode)).toEqual(['B', 'A']);
    const [a, b] = ['A', 'B'].map((indicatorCode) => ({ indicatorCode, periodCode: '2026-M10' }));
    for (const one of found) expect(one.concerns).toEqual([a, b]);
    expect(find([of('B', '1')], [formula('A < B')], { 'A 2026-M10': '2' }).map((one) => one.indicatorCode)).toEqual([
      'B',
    ]);
  });

  test('a figure of another period is named too', () => {
    const figures = [of('A', '9'), figure('10', { of: { code: 'A' }, at: '2026-M09' })];
    const found = find(figures, [formula('A >= prev(A)')]);
    expect(found.map((one) => one.periodCode)).toEqual(['2026-M10', '2026-M09']);
  });

  test('within its tolerance there is no finding', () => {
    expect(keys([of('A', '10.5'), of('B', '10')], [formula('A = B', '0.5')])).toEqual([]);
  });
});

describe('growth as reported', () => {
  const growth = rule('reportedGrowth', { points: 1 });
  test.each<[string, CheckedFigure, KnownValues, string[]]>([
    ['as computed', figure('110', { typedYoy: '10.9%' }), { 'OUT 2025-M10': '100' }, []],
    ['otherwise', figure('110', { typedYoy: '12' }), { 'OUT 2025-M10': '100' }, ['reportedGrowth']],
    ['with the wrong sign', figure('90', { typedYoy: '10' }), { 'OUT 2025-M10': '100' }, ['reportedGrowth']],
    ['none reported', figure('110'), { 'OUT 2025-M10': '100' }, []],
    ['no base', figure('110', { typedYoy: '12' }), {}, []],
    ['a base of zero', figure('110', { typedYoy: '12' }), { 'OUT 2025-M10': '0' }, []],
    ['a base below zero', figure('110', { typedYoy: '12' }), { 'OUT 2025-M10': '-5' }, []],
    ['a rate by points', figure('8', { of: rate, typedYoy: '5' }), { 'OUT 2025-M10': '5' }, ['reportedGrowthPoints']],
    ['a number that is about', figure('约110', { typedYoy: '12' }), { 'OUT 2025-M10': '100' }, []],
  ])('%s', (_name, one, known, expected) => {
    expect(keys([one], [growth], known)).toEqual(expected);
  });
});

describe('peers', () => {
  const peers = { median: 2, deviation: 1, count: 9 };
  const outlier = rule('peerOutlier', {});
  test.each<[string, CheckedFigure, KnownValues, string[]]>([
    ['far from their median', figure('108', { peers }), { 'OUT 2026-M09': '100' }, ['peerOutlier']],
    ['near it', figure('106', { peers }), { 'OUT 2026-M09': '100' }, []],
    ['too few of them', figure('108'), { 'OUT 2026-M09': '100' }, []],
    ['all the same', figure('108', { peers: { ...peers, deviation: 0 } }), { 'OUT 2026-M09': '100' }, []],
    ['no base', figure('108', { peers }), {}, []],
    ['a rate by points', figure('18', { of: rate, peers }), { 'OUT 2026-M09': '10' }, ['peerOutlierPoints']],
  ])('%s', (_name, one, known, expected) => {
    expect(keys([one], [outlier], known)).toEqual(expected);
  });
});
