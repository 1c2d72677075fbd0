import { expect, test } from 'vitest';
import { movedOrder } from './moved-order';

test.each([
  ['up B', 'BAC'],
  ['down B', 'ACB'],
  ['up A', 'ABC'],
  ['down C', 'ABC'],
  ['up X', 'ABC'],
  ['', 'ABC'],
])('“%s” makes ABC %s', (move, order) => {
  expect(movedOrder(['A', 'B', 'C'], move).join('')).toBe(order);
});
