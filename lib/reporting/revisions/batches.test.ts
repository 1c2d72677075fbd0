import { expect, test } from 'vitest';
import { leastFolded, runsOf } from '@/lib/reporting/revisions/batches';

const runs = (rows: string) => runsOf([...rows], (row) => row).map((run) => `${run.isBatch} ${run.rows.join('')}`);

test('rows of one batch that stand together are one run, and the few between are left as they are', () => {
  expect(leastFolded).toBe(5);
  expect(runs('aaaaaabcddddd')).toEqual(['true aaaaaa', 'false bc', 'true ddddd']);
  expect(runs('abba')).toEqual(['false abba']);
  expect(runs('aaaabbbb')).toEqual(['false aaaabbbb']);
  expect(runs('aaaaabaaaaa')).toEqual(['true aaaaa', 'false b', 'true aaaaa']);
  expect(runs('')).toEqual([]);
});

test('every row is in one run, in its place', () => {
  const rows = 'aaaaaaaabbbccccccd';
  expect(
    runsOf([...rows], (row) => row)
      .flatMap((run) => run.rows)
      .join(''),
  ).toBe(rows);
});
