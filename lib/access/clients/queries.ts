import { asc, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { orgUnit } from '@/db/schema/catalogue';
import { apiClient } from '@/db/schema/clients';
import { tokenHash } from '@/lib/access/auth/tokens';
import { noteUse } from '@/lib/access/clients/note-use';
import { type ClientLine, type ClientScope, hostOf, type ReadingRole, tokenPrefix } from '@/lib/access/clients/words';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import { clientPrincipal, type Principal } from '@/lib/access/principal';
import { tokenState } from '@/lib/access/tokens/queries';
import type { TokenState } from '@/lib/access/tokens/words';
import { todayOf } from '@/lib/catalogue/today';
import { settings } from '@/lib/settings';

/** The programs that have or had a token: those whose token is taken first, then the newest. */
export async function clientList(principal: Principal, now: Date): Promise<ClientLine[]> {
  if (!maySee(principal.role, 'clients')) return [];
  const [creator, revoker] = [alias(appUser, 'creator'), alias(appUser, 'revoker')];
  const state = tokenState('api_client', todayOf({ now }));
  const rows = await db()
    .select({
      id: apiClient.id,
      name: apiClient.name,
      role: apiClient.role,
      scope: apiClient.scope,
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      tokenStart: apiClient.tokenStart,
      webhook: apiClient.webhook,
      expiresOn: apiClient.expiresOn,
      state,
      createdBy: sql<string>`coalesce(${creator.name}, ${apiClient.createdBy})`,
      createdAt: apiClient.createdAt,
      lastUsedAt: apiClient.lastUsedAt,
      revokedBy: sql<string | null>`coalesce(${revoker.name}, ${apiClient.revokedBy})`,
      revokedAt: apiClient.revokedAt,
      revokedReason: apiClient.revokedReason,
      version: apiClient.version,
    })
    .from(apiClient)
    .leftJoin(orgUnit, eq(orgUnit.code, apiClient.unitCode))
    .leftJoin(creator, eq(creator.id, apiClient.createdBy))
    .leftJoin(revoker, eq(revoker.id, apiClient.revokedBy))
    .orderBy(sql`(${state} <> 'active')`, desc(apiClient.createdAt), asc(apiClient.id));
  return rows.map(({ webhook, ...row }) => ({ ...row, host: hostOf(webhook) }));
}

/** Whether there is a unit, asked by a command. */
export async function isUnitThere(work: Work, code: string): Promise<boolean> {
  const [unit] = await work.tx.select({ code: orgUnit.code }).from(orgUnit).where(eq(orgUnit.code, code));
  return unit !== undefined;
}

/** What a token says: who reads by it, or why it is not taken. */
export type TokenFound =
  | { readonly principal: Principal; readonly mayWrite: boolean }
  | { readonly refused: 'unknown' | 'expired' | 'revoked' };

/**
 * The principal that reads by a token, with the units of its scope and whether it may write, in one statement. A reader of published data reads what a
 * visitor may; a unit narrows every role, and its own role reads no other. The use is noted.
 */
export async function principalOfToken(token: string, now: Date): Promise<TokenFound> {
  if (!token.startsWith(tokenPrefix)) return { refused: 'unknown' };
  type Row = Omit<Parameters<typeof clientPrincipal>[0], 'units' | 'unitCode' | 'role'> & {
    role: ReadingRole;
    scope: ClientScope;
    unit: string | null;
    units: string[];
    state: TokenState;
  };
  const [row] = await db().execute<Row>(sql`
    with recursive below as (
      select unit_code as code from api_client where token_hash = ${tokenHash(token)} and unit_code is not null
      union select o.code from org_unit o join below on o.parent_code = below.code
    )
    select id, name, role, scope, unit_code as unit, ${tokenState('api_client', todayOf({ now }))} as state,
      array(select code from below order by code) as units
    from api_client where token_hash = ${tokenHash(token)}`);
  if (!row) return { refused: 'unknown' };
  if (row.state !== 'active') return { refused: row.state };
  const { id, name, role, unit, units } = row;
  await noteUse(db(), id, now);
  return {
    principal: clientPrincipal({ id, name, role, unitCode: unit, units: unit === null ? 'all' : units }, settings()),
    mayWrite: row.scope === 'write',
  };
}
