import { expect, test } from 'vitest';
import { inOrder } from '@/lib/observations/derived/formulas/formula';

test('formulas are ordered by what they read, and a circle has no order', () => {
  const reads: Record<string, string[]> = { A: ['B', 'C'], B: ['C'], C: ['X'] };
  const all = Object.keys(reads).map((indicatorCode) => ({ indicatorCode }));
  const ordered = inOrder(all, ({ indicatorCode }) => reads[indicatorCode] ?? []);
  expect(ordered?.map(({ indicatorCode }) => indicatorCode)).toEqual(['C', 'B', 'A']);
  reads.C = ['A'];
  expect(inOrder(all, ({ indicatorCode }) => reads[indicatorCode] ?? [])).toBeNull();
});
