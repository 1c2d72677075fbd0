import { expect, test } from 'vitest';
import { scaleOf, tintOf } from './share-scale';

test('the tint runs over the shares that occur: 70 to 100 are as far apart as 0 to 100', () => {
  const scale = scaleOf([70, 85, null, 100]) ?? { low: 0, high: 0 };
  expect(scale).toEqual({ low: 70, high: 100 });
  expect([70, 85, 100].map((share) => tintOf(share, scale))).toEqual([3, 18, 32]);
  expect([0, 50, 100].map((share) => tintOf(share, { low: 0, high: 100 }))).toEqual([3, 18, 32]);
});

test('without a share there is no tint, and equal shares have the same one', () => {
  expect(scaleOf([null])).toBeNull();
  expect(tintOf(null, { low: 0, high: 100 })).toBeNull();
  expect(tintOf(90, { low: 90, high: 90 })).toBe(18);
});
