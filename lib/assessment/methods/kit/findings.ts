import type { Bounds } from '@/lib/assessment/schemes/atoms/bounds';
import type { FindingKey, SchemeFinding } from '@/lib/assessment/schemes/words';
import type { ItemDirection } from '@/lib/assessment/words';

export function found(key: FindingKey, path: string, values: SchemeFinding['values'] = {}): SchemeFinding {
  return { key, path, values };
}

/** Whether `best` lies on the better side of `worst`. */
export function isBetter(best: number, worst: number, direction: ItemDirection | null): boolean {
  return direction === 'lower' ? best < worst : best > worst;
}

/** The finding that a floor at or above the cap leaves no range between them. */
export function heldFindings({ floor, cap }: { floor: number; cap: number }, path: string): SchemeFinding[] {
  return floor >= cap ? [found('floorAboveCap', `${path}.floor`)] : [];
}

/** The findings of bounds that are equal or contradict the direction. */
export function boundsFindings(bounds: Bounds, path: string, direction: ItemDirection | null): SchemeFinding[] {
  if (bounds.from === 'peers') return [];
  // Percentiles count from the worst value, in either direction.
  if (bounds.from === 'percentiles')
    return bounds.low < bounds.high ? [] : [found('percentilesOrder', `${path}.bounds.low`)];
  if (bounds.low === bounds.high) return [found('boundsEqual', `${path}.bounds.low`)];
  return isBetter(bounds.high, bounds.low, direction) ? [] : [found('boundsOrder', `${path}.bounds.low`)];
}
