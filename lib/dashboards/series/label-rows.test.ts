import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelRows } from './label-rows';

test('labels that do not touch stay at their wish', () => {
  const rows = labelRows(
    [
      { key: 'a', at: 10 },
      { key: 'b', at: 60 },
    ],
    15,
    [0, 100],
  );
  expect([...rows]).toEqual([
    ['a', 10],
    ['b', 60],
  ]);
});

test('labels that wish for one place share it around it', () => {
  const rows = labelRows(
    ['a', 'b', 'c'].map((key) => ({ key, at: 50 })),
    10,
    [0, 100],
  );
  expect([...rows.values()]).toEqual([40, 50, 60]);
});

test('without room for all, the heavy ones are kept', () => {
  const wishes = Array.from({ length: 9 }, (_, at) => ({ key: `${at}`, at: 5, weight: at === 4 ? 1 : 0 }));
  const rows = labelRows(wishes, 10, [0, 20]);
  expect(rows.size).toBe(3);
  expect(rows.has('4')).toBe(true);
});

test('no two labels touch and none leaves the column', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -20, max: 320 }), { maxLength: 40 }), (places) => {
      const wishes = places.map((at, index) => ({ key: `${index}`, at }));
      const rows = [...labelRows(wishes, 14, [0, 300]).values()].sort((a, b) => a - b);
      expect(rows.every((at) => at >= -1e-6 && at <= 300 + 1e-6)).toBe(true);
      expect(rows.every((at, index) => index === 0 || at - (rows[index - 1] ?? 0) >= 14 - 1e-6)).toBe(true);
    }),
  );
});
