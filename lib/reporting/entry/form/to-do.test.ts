import { expect, test } from 'vitest';
import { isReminded } from './to-do';

test('a reminder stands until the return is submitted', () => {
  const reminder = '请尽快报送。';
  expect(
    (['empty', 'draft', 'submitted', 'returned', 'approved'] as const).map((state) => isReminded({ state, reminder })),
  ).toEqual([true, true, false, false, false]);
  expect(isReminded({ state: 'draft', reminder: '' })).toBe(false);
});
