import { noise } from '@/lib/statistics/noise';

export type Lamp = 'green' | 'yellow' | 'red';

/**
 * The elapsed part of a year and the reached part of its target, in percent, and their difference in percentage points.
 */
export type ScheduleProgress = {
  readonly expected: number;
  readonly actual: number;
  readonly gap: number;
  readonly lamp: Lamp;
};

/**
 * 序时进度 by months: ten to thirty points behind, both included, is yellow, more is red. Null where the target is not
 * above zero, since then there is no percentage of it.
 */
export function scheduleProgress(of: {
  readonly target: number;
  readonly yearToDate: number;
  readonly month: number;
}): ScheduleProgress | null {
  if (of.target <= 0) return null;
  const expected = (of.month / 12) * 100;
  const actual = (of.yearToDate / of.target) * 100;
  const behind = expected - actual;
  // A tolerance, so that rounding errors do not decide at the limits.
  const lamp = behind > 30 + noise ? 'red' : behind >= 10 - noise ? 'yellow' : 'green';
  return { expected, actual, gap: -behind, lamp };
}
