import { expect, test } from 'vitest';

const { measures } = await import(new URL('measured.mjs', import.meta.url).href);

test('answers are counted by kind and status, with their times under each edge that they keep', () => {
  const { answered, gaveKept, told } = measures();
  for (const [path, status, ms] of [
    ['/catalogue/units/320600', 200, 20],
    ['/catalogue/units/320601', 200, 300],
    ['/api/v1/figures', 401, 30],
    ['/api/uploads/figures', 413, 40],
    ['/metrics', 404, 1],
    ['/metrics/x', 404, 20_000],
  ] as const)
    answered({ path, status, ms });
  gaveKept();
  const { answers, times, keptHits, late, memory } = told();
  expect(answers).toEqual([
    { kind: 'page', status: 200, count: 2 },
    { kind: 'program', status: 401, count: 1 },
    { kind: 'upload', status: 413, count: 1 },
    { kind: 'health', status: 404, count: 1 },
    { kind: 'page', status: 404, count: 1 },
  ]);
  const page = times.find(({ kind }: { kind: string }) => kind === 'page');
  expect([page.count, page.sum]).toEqual([3, 20.32]);
  expect(page.within.map(({ count }: { count: number }) => count)).toEqual([1, 1, 1, 1, 2, 2, 2, 2, 2]);
  expect(keptHits).toBe(1);
  expect(late.half).toBeGreaterThanOrEqual(0);
  expect(memory.rss).toBeGreaterThan(memory.heapUsed);
});
