import { type SQL, sql } from 'drizzle-orm';
import type { TokenState } from '@/lib/access/tokens/words';

/** The state of a token in SQL, of a table by its name or alias; `day` is today in Shanghai. */
export function tokenState(table: string, day: string): SQL<TokenState> {
  const [revokedAt, expiresOn] = ['revoked_at', 'expires_on'].map((column) => sql.raw(`${table}.${column}`));
  return sql<TokenState>`case when ${revokedAt} is not null then 'revoked' when ${expiresOn} < ${day}::date then 'expired' else 'active' end`;
}
