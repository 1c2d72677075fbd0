import { expect, test } from 'vitest';
import {
  compareDecimals,
  decimalOf,
  differenceOf,
  groupedDecimal,
  roundHalfUp,
  signedDecimal,
  sumOfDecimals,
} from './numbers';

test.each([
  ['1.005', 2, '1.01'],
  ['2.5', 0, '3'],
  ['-0.04', 1, '0.0'],
  ['-0.05', 1, '-0.1'],
  ['9.995', 2, '10.00'],
  ['12', 1, '12.0'],
  ['0012.30', 2, '12.30'],
])('%s to %i decimals is %s', (decimal, digits, expected) => {
  expect(roundHalfUp(decimal, digits)).toBe(expected);
});

test('thousands are grouped and the decimals stay unchanged', () => {
  expect(groupedDecimal('11379.60')).toBe('11,379.60');
  expect(groupedDecimal('-1234567')).toBe('−1,234,567');
  expect(groupedDecimal('999')).toBe('999');
});

test('a change has its sign, and zero has none', () => {
  expect(signedDecimal('5.3')).toBe('+5.3');
  expect(signedDecimal('-5.3')).toBe('−5.3');
  expect(signedDecimal('0.0')).toBe('0.0');
});

test('decimals of different length are compared by value', () => {
  expect(compareDecimals('2100', '2100.00')).toBe(0);
  expect(compareDecimals('-3', '2')).toBe(-1);
  expect(compareDecimals('99999999999999999.1', '99999999999999999.01')).toBe(1);
});

test('a double is written in full', () => {
  expect(decimalOf(1e-7, 3)).toBe('0.000');
  expect(decimalOf(1.5e21, 0)).toBe('1500000000000000000000');
  expect(decimalOf(0.1 + 0.2, 2)).toBe('0.30');
});

test('a text that is no decimal is refused', () => {
  expect(() => groupedDecimal('')).toThrow();
  expect(() => roundHalfUp('1e5', 1)).toThrow();
});

test('sums and differences are exact, even where doubles are not', () => {
  expect(sumOfDecimals(['0.1', '0.2', '-3'])).toBe('-2.7');
  expect(sumOfDecimals(['999999999999999.9', '0.1'])).toBe('1000000000000000.0');
  expect(sumOfDecimals([])).toBe('0');
  expect(differenceOf('1.10', '1.1')).toBe('0.00');
  expect(differenceOf('-1', '-0.25')).toBe('-0.75');
});
