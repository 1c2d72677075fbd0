import { expect, test } from 'vitest';
import { checkedFigure as figure, checkRule as rule } from '@/lib/testing/checked-figures';
import { findingsIn } from './find';
import { knownRange } from './known-range';

const keys = (
  figures: Parameters<typeof findingsIn>[0]['figures'],
  rules: Parameters<typeof findingsIn>[0]['rules'],
  known = {},
) => findingsIn({ figures, rules, known }).map(({ key }) => key);

test.each([
  ['24100', 'at_least', '多', '24100 24200'],
  ['2000', 'at_least', '余', '2000 3000'],
  ['2.50', 'at_least', '多', '2.50 2.60'],
  ['0', 'at_least', '多', '0 1'],
  ['300', 'at_most', '不足', '200 300'],
  ['-5', 'at_least', '多', '-5 -4'],
] as const)('%s (%s %s) lies between %s', (value, qualifier, qualifierPrinted, expected) => {
  const range = knownRange({ value, qualifier, qualifierPrinted });
  expect(range && [range.low, range.high].map(Number)).toEqual(expected.split(' ').map(Number));
});

test('以上 has no upper end, and 约 no range', () => {
  expect(Number(knownRange({ value: '5', qualifier: 'at_least', qualifierPrinted: '以上' })?.high)).toBeGreaterThan(
    1e20,
  );
  expect(Number(knownRange({ value: '5', qualifier: 'at_most', qualifierPrinted: '不超过' })?.low)).toBeLessThan(-1e20);
  expect(knownRange({ value: '5', qualifier: 'about', qualifierPrinted: '约' })).toBeNull();
  expect(knownRange({ value: '5', qualifier: 'exact', qualifierPrinted: '' })).toBeNull();
});

const flow = { basis: 'yearToDate' } as const;

test('a year to date that certainly fell is found, one that may have grown is not', () => {
  const grows = rule('cumulativeNotBelow', {});
  const at = '2026-YTD10';
  const known = { 'OUT 2026-YTD09': '719.62' };
  expect(keys([figure('100多', { at, of: flow })], [grows], known)).toEqual(['cumulativeNotBelow']);
  expect(keys([figure('100以上', { at, of: flow })], [grows], known)).toEqual([]);
  expect(keys([figure('700以下', { at, of: flow })], [grows], known)).toEqual(['cumulativeNotBelow']);
});

test('parts that are certainly above their whole are found', () => {
  const parts = rule('sumOfParts', { whole: 'OUT', parts: ['A'], atMost: true });
  const of = (typed: string) => [figure('200'), figure(typed, { of: { code: 'A' } })];
  expect(keys(of('300多'), [parts])).toContain('partsAbove');
  expect(keys(of('300以下'), [parts])).toEqual([]);
  expect(keys(of('300以上'), [parts])).toContain('partsAbove');
});

test('a slip of ten thousand is seen in a bound', () => {
  const slips = rule('unitSlip', { factors: [10_000], tolerancePercent: 15 });
  const known = { 'OUT 2026-M09': '33' };
  expect(keys([figure('330000以上')], [slips], known)).toEqual(['unitSlipUp']);
  expect(keys([figure('330000以下')], [slips], known)).toEqual([]);
  expect(keys([figure('24100多')], [slips], { 'OUT 2026-M09': '2.65' })).toEqual(['unitSlipUp']);
});

test('a formula is broken where it is at both ends of a bound, on one side', () => {
  const formula = rule('formula', { expression: 'OUT = A * 2' });
  const of = (typed: string) => [figure('100'), figure(typed, { of: { code: 'A' } })];
  expect(keys(of('50多'), [formula])).toEqual([]);
  expect(keys(of('70多'), [formula])).toContain('formulaSides');
  // From 40 to 50: 80 to 100, which may be right.
  expect(keys(of('40多'), [formula])).toEqual([]);
  expect(keys(of('40以上'), [formula])).toEqual([]);
  // Both sides wrong on different sides of the truth prove nothing.
  expect(keys([figure('100'), figure('1以上', { of: { code: 'A' } })], [formula])).toEqual([]);
});
