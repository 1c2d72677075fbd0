import { expect, test } from 'vitest';
import { heatLength } from '@/lib/assessment/rankings/grid/heat-length';

test('a heat map of many items has fewer units on a page, and never fewer than ten', () => {
  expect([1, 20, 40, 100, 300].map(heatLength)).toEqual([50, 50, 25, 10, 10]);
});
