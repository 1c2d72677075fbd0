import { expect, test } from 'vitest';
import { choiceIn, RegisterAddress } from './address';

test.each([
  ['2026-02-28', '2026-02-28'],
  ['2024-02-29', '2024-02-29'],
  ['2026-06-10', '2026-06-10'],
  // No day, one that the database has not, and one to come: today.
  ['2026-02-29', '2026-06-10'],
  ['0000-01-01', '2026-06-10'],
  ['9999-12-31', '2026-06-10'],
  ['2026-06-11', '2026-06-10'],
])('an address with the day %s tells %s', (day, told) => {
  expect(choiceIn(RegisterAddress.parse({ day }), '2026-06-10').day).toBe(told);
});
