import { expect, test } from 'vitest';
import { writtenTarget } from './written-target';

test('targets of one indicator are written with its decimals, and none is rounded', () => {
  const written = ['12', '12.5', '12.55', '-1200', null].map((value) => writtenTarget(value, { decimals: 1 }));
  expect(written).toEqual(['12.0', '12.5', '12.55', '−1,200.0', '—']);
  expect(writtenTarget('1200', { decimals: 0 })).toBe('1,200');
});
