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

/** A floor at or above the cap leaves nothing to earn between them. */
export function heldFindings({ floor, cap }: { floor: number; cap: number }, path: string): SchemeFinding[] {
  return floor >= cap ? [found('floorAboveCap', `${path}.floor`)] : [];
}

/** Bounds that are equal, or the wrong way round for the direction. */
export function boundsFindings(bounds: Bounds, path: string, direction: ItemDirection | null): SchemeFinding[] {
  if (bounds.from === 'peers') return [];
  // Percentiles count from the worst value, in either direction.
  if (bounds.from === 'percentiles')
    return bounds.low < bounds.high ? [] : [found('percentilesOrder', `${path}.bounds.low`)];
  if (bounds.low === bounds.high) return [found('boundsEqual', `${path}.bounds.low`)];
  return isBetter(bounds.high, bounds.low, direction) ? [] : [found('boundsOrder', `${path}.bounds.low`)];
}
