import type { Principal } from '@/lib/access/principal';
import { whileUnchanged } from '@/lib/health/version/queries';

/**
 * A costly read of a page, made once for an account while nothing is written. `about` names the read and all that it depends on
 * besides the stored data: its choices, and the day where it counts days.
 */
export function keptRead<T>(
  { userId, role, units, unitCode, department }: Principal,
  about: readonly [name: string, ...rest: unknown[]],
  read: () => Promise<T>,
): Promise<T> {
  return whileUnchanged(JSON.stringify([userId, role, units, unitCode, department, ...about]), read);
}
