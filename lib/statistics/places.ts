import type { Direction } from '@/lib/catalogue/words';
import { compareDecimals } from '@/lib/statistics/numbers';

/**
 * Competition ranking (1, 2, 2, 4) of decimal strings by direction; null has no place. Nothing is ranked without a
 * direction.
 */
export function placesOf(values: readonly (string | null)[], direction: Direction): (number | null)[] {
  if (direction === 'none' || direction === 'range') return values.map(() => null);
  const better = direction === 'higher' ? 1 : -1;
  const sorted = values
    .filter((value): value is string => value !== null)
    .sort((a, b) => better * compareDecimals(b, a));
  const firstPlace = new Map<string, number>();
  sorted.forEach((value, at) => {
    const before = sorted[at - 1];
    const tied = before !== undefined && compareDecimals(before, value) === 0;
    firstPlace.set(value, tied ? (firstPlace.get(before) ?? at + 1) : at + 1);
  });
  return values.map((value) => (value === null ? null : (firstPlace.get(value) ?? null)));
}
