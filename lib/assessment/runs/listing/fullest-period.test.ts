import { expect, test } from 'vitest';
import { fullestPeriod } from './fullest-period';

const period = (code: string, units: number) => ({ code, units });

test('a run is proposed for the newest of the periods that have the most units', () => {
  const periods = [period('2026-M11', 0), period('2026-M10', 2), period('2026-M09', 13), period('2026-M08', 13)];
  expect(fullestPeriod(periods)?.code).toBe('2026-M09');
  expect(fullestPeriod([period('2026', 0), period('2025', 0)])?.code).toBe('2026');
  expect(fullestPeriod([])).toBeUndefined();
});
