import { noise } from '@/lib/statistics/noise';

/**
 * Cuts an ordered list into runs of equal amounts. Each is compared with the first of its run, so that a chain of close
 * amounts never joins two that are far apart.
 */
export function groupEquals<T>(ordered: readonly T[], amountOf: (one: T) => number, isEqual = isNear): T[][] {
  const groups: T[][] = [];
  let first = Number.NaN;
  for (const one of ordered) {
    const value = amountOf(one);
    const group = groups.at(-1);
    if (group && (value === first || isEqual(value, first))) {
      group.push(one);
    } else {
      groups.push([one]);
      first = value;
    }
  }
  return groups;
}

/** Whether two scores are equal; they are sums of points, whose noise does not depend on their size. */
export function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= noise;
}
