import { expect, test } from 'vitest';
import { growthOf, multipleOf, shareOf } from './growth';

test('an amount grows by percent of its base', () => {
  expect(growthOf('amount', '11379.60', '11026.94')).toEqual({ kind: 'percent', change: '3.2' });
});

test('rates differ by percentage points, never by percent of percent', () => {
  expect(growthOf('rate', '9.2', '8.0')).toEqual({ kind: 'points', change: '1.2' });
});

test('a zero or negative base has no percentage, only the change', () => {
  expect(growthOf('amount', '3', '0')).toEqual({ kind: 'baseZero', change: '3.00' });
  expect(growthOf('amount', '3', '-2')).toEqual({ kind: 'baseNegative', change: '5.00' });
});

test('ranks and grades do not grow', () => {
  expect(growthOf('rank', '2', '3')).toBeNull();
});

test('half a step rounds up although the double is slightly below it', () => {
  expect(growthOf('amount', '1.0025', '1')).toEqual({ kind: 'percent', change: '0.3' });
  expect(shareOf('1', '8')).toBe('12.5');
  expect(shareOf('1', '0')).toBeNull();
});

test('a growth of more than a thousand percent is a multiple of its base', () => {
  expect(multipleOf('950800.2')).toBe('9,509');
  expect(multipleOf('1250.0')).toBe('13.5');
  expect(multipleOf('1000.0')).toBeNull();
  expect(multipleOf('-95.0')).toBeNull();
});
