import { expect, test } from 'vitest';
import { lineAfter } from './line-after';

const line = (indicatorCode: string, collectionId = 'c') => ({ collectionId, indicatorCode, periodCode: '2026-M10' });
const lines = [line('A'), line('B'), line('A', 'd')];

test('the queue goes on behind an indicator and round to its start, in the same collection first', () => {
  const after = (...of: Parameters<typeof line>) => lineAfter(lines, of[1] ?? 'c', line(...of));
  expect([after('A'), after('B'), after('A', 'd')]).toEqual([lines[1], lines[0], lines[0]]);
  expect(lineAfter(lines.slice(1), 'c', line('B'))).toEqual(lines[2]);
});

test('a finished indicator is followed by the first that waits, and the last one by none', () => {
  expect(lineAfter(lines, 'c', line('Z'))).toEqual(lines[0]);
  expect(lineAfter(lines.slice(0, 1), 'c', line('A'))).toBeUndefined();
});
