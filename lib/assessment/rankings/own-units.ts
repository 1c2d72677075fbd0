import type { Principal } from '@/lib/access/principal';

/** The reader's own units, shown on every page; for a reader without a unit, the home units of the place. */
export function ownUnits(
  { unitCode }: Pick<Principal, 'unitCode'>,
  homeUnits: readonly string[],
): {
  readonly pinned: readonly string[];
  readonly marked: readonly string[];
} {
  return unitCode === null ? { pinned: [], marked: [...homeUnits] } : { pinned: [unitCode], marked: [] };
}
