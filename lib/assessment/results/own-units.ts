import type { Principal } from '@/lib/access/principal';
import { homeUnits } from '@/lib/catalogue/words';

/** The units a reader looks for: their own, shown whatever the page; for who has none, the places of this deployment. */
export function ownUnits({ unitCode }: Pick<Principal, 'unitCode'>): {
  readonly pinned: readonly string[];
  readonly marked: readonly string[];
} {
  return unitCode === null ? { pinned: [], marked: [...homeUnits] } : { pinned: [unitCode], marked: [] };
}
