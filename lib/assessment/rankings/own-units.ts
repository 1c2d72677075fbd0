import type { Principal } from '@/lib/access/principal';
import { homeUnits } from '@/lib/catalogue/words';

/** The reader's own units, shown on every page; for a reader without a unit, the places of this deployment. */
export function ownUnits({ unitCode }: Pick<Principal, 'unitCode'>): {
  readonly pinned: readonly string[];
  readonly marked: readonly string[];
} {
  return unitCode === null ? { pinned: [], marked: [...homeUnits] } : { pinned: [unitCode], marked: [] };
}
