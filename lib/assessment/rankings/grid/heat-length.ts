import { pageLength } from '@/lib/assessment/rankings/table/words';

/** The most cells on a page of a heat map, unless the fewest units have more. */
const mostCells = 1000;
const fewestUnits = 10;

/** The number of units on a page of a heat map of so many items. */
export function heatLength(items: number): number {
  return Math.max(fewestUnits, Math.min(pageLength, Math.floor(mostCells / items)));
}
