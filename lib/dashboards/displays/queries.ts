import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { tokenHash } from '@/lib/access/auth/tokens';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import { clientPrincipal, type Principal } from '@/lib/access/principal';
import { tokenState } from '@/lib/access/tokens/queries';
import type { TokenState } from '@/lib/access/tokens/words';
import { publishedRuns } from '@/lib/assessment/rankings/queries';
import { todayOf } from '@/lib/catalogue/today';
import { boardsPublished } from '@/lib/dashboards/boards/queries';
import type { BoardDocument } from '@/lib/dashboards/boards/words';
import { noteShown } from './note-shown';
import { type DisplayItem, type DisplayLine, displayPrefix } from './words';

/** The displays that have or had a token: those whose token is taken first, then the newest. */
export async function displayList(principal: Principal, now: Date): Promise<DisplayLine[]> {
  if (!maySee(principal.role, 'displays')) return [];
  const rows = await db().execute<DisplayLine>(sql`
    select d.id, d.name, d.origins, d.token_start as "tokenStart", d.expires_on::text as "expiresOn",
      ${tokenState('d', todayOf({ now }))} as state, coalesce(c.name, d.created_by) as "createdBy", d.created_at as "createdAt",
      d.last_used_at as "lastUsedAt", coalesce(r.name, d.revoked_by) as "revokedBy", d.revoked_at as "revokedAt",
      d.revoked_reason as "revokedReason", d.version,
      array(select coalesce(b.title, s.name_zh) from jsonb_array_elements(d.items) with ordinality i (item, at)
        left join board b on b.id = i.item ->> 'id' and b.published_edition is not null and b.removed_at is null
        left join scheme s on s.code = i.item ->> 'scheme'
        where b.id is not null or s.code is not null order by i.at) as shows
    from display d left join app_user c on c.id = d.created_by left join app_user r on r.id = d.revoked_by
    order by ${tokenState('d', todayOf({ now }))} <> 'active', d.created_at desc, d.id`);
  const dated = (at: Date | null) => at && new Date(at);
  return rows.map((row) => ({
    ...{ ...row, createdAt: new Date(row.createdAt) },
    ...{ lastUsedAt: dated(row.lastUsedAt), revokedAt: dated(row.revokedAt) },
  }));
}

/** Whether all boards and rankings are published, asked by a command. */
export async function arePublished(work: Work, items: readonly DisplayItem[]): Promise<boolean> {
  const [row] = await work.tx.execute<{ missing: number }>(sql`
    select count(*)::int as missing from jsonb_array_elements(${JSON.stringify(items)}::jsonb) item
    where not exists (select from board b where b.id = item ->> 'id' and b.published_edition is not null and b.removed_at is null)
      and not exists (select from run r where r.scheme_code = item ->> 'scheme' and r.state = 'published')`);
  return row?.missing === 0;
}

/** What a token shows, for the principal that reads by it. */
export type Shown = {
  readonly id: string;
  readonly name: string;
  readonly items: readonly DisplayItem[];
  readonly origins: readonly string[];
  readonly principal: Principal;
};
export type DisplayFound = Shown | { readonly refused: 'unknown' | 'expired' | 'revoked' };

/** The sites that may frame what a token shows; none for a token that is not taken. */
export async function framingSites(token: string, now: Date): Promise<readonly string[]> {
  const found = await heldDisplay(token, now);
  return found?.state === 'active' ? found.origins : [];
}

type Held = Omit<Shown, 'principal'> & { readonly state: TokenState };

async function heldDisplay(token: string, now: Date): Promise<Held | undefined> {
  if (!token.startsWith(displayPrefix)) return undefined;
  const [row] = await db().execute<Held>(sql`
    select d.id, d.name, d.items, d.origins, ${tokenState('d', todayOf({ now }))} as state from display d
    where d.token_hash = ${tokenHash(token)}`);
  return row;
}

/**
 * What a token shows, or why it is not taken. It reads what is published, as a visitor does, whether or not visitors read it
 * without a token: the office gave the token for this. The use is noted.
 */
export async function shownByToken(token: string, now: Date): Promise<DisplayFound> {
  const row = await heldDisplay(token, now);
  if (!row) return { refused: 'unknown' };
  const { state, ...shown } = row;
  if (state !== 'active') return { refused: state };
  await noteShown(db(), row.id, now);
  const reader = { id: row.id, name: row.name, role: 'visitor' as const, unitCode: null, units: 'all' as const };
  return { ...shown, principal: clientPrincipal(reader, { publicReading: true }) };
}

/** A board of a display, as it was published. */
export type ShownBoard = { readonly id: string; readonly document: BoardDocument };

/** The published documents of the boards of a display, and a board of one card for each of its rankings, in its order. */
export async function shownBoards(principal: Principal, items: readonly DisplayItem[]): Promise<ShownBoard[]> {
  const ids = items.flatMap((item) => (item.kind === 'board' ? item.id : []));
  const [boards, runs] = await Promise.all([boardsPublished(principal, ids), publishedRuns(principal)]);
  return items.flatMap((item): ShownBoard[] => {
    if (item.kind === 'board') return boards.filter(({ id }) => id === item.id);
    const run = runs.find(({ schemeCode }) => schemeCode === item.scheme);
    const card = { key: 'c1', kind: 'ranking', width: 12, title: '', scheme: item.scheme, rows: 10 } as const;
    return run ? [{ id: item.scheme, document: { title: run.nameZh, lead: '', cards: [card] } }] : [];
  });
}
