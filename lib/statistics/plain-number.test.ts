import { expect, test } from 'vitest';
import { plainNumber } from './plain-number';

test('whole numbers keep their zeros', () => {
  expect(plainNumber(100, 0)).toBe('100');
});

test.each([
  [12.5, '12.5'],
  [100, '100'],
  [0, '0'],
  [-0.00001, '0'],
  [33.333333, '33.3333'],
  [0.1 + 0.2, '0.3'],
])('%d is written %s', (value, written) => {
  expect(plainNumber(value)).toBe(written);
});
