import { inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Principal } from '@/lib/access/principal';

/** The condition that keeps a read of figures inside the units of which the principal may read. */
export function readable(principal: Principal, orgUnitCode: SQLWrapper): SQL {
  return principal.units === 'all' ? sql`true` : inArray(orgUnitCode, [...principal.units]);
}

/** The same for one unit whose figures are at hand. */
export function readsUnit({ units }: Principal, code: string): boolean {
  return units === 'all' || units.includes(code);
}

/** Whoever may stand behind a write, with a name: accounts, and programs with a token. */
export const actors = sql`(select id, username, name from app_user
  union all select 'client:' || id, token_start, name from api_client)`;
