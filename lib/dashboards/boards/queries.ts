import { type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { board, boardEdition } from '@/db/schema/boards';
import { orgUnit, peerGroup } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import { isAnonymous, type Principal, readsNothing } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { hasWords } from '@/lib/catalogue/names/queries';
import { Refusal } from '@/lib/errors';
import type { Named } from '@/lib/i18n/words';
import { pageLength } from '@/lib/paging';
import {
  type Board,
  type BoardDocument,
  type BoardEditionLine,
  type BoardHead,
  type BoardReach,
  limits,
} from './words';

/** The subject of the trail. */
export const boardSubject = (id: string) => `board/${id}`;

/**
 * How somebody sees a board `b`, in SQL: as its owner; by their role or unit; as anybody sees a published one; null for not at
 * all.
 */
const reachOf = (principal: Principal): SQL<BoardReach | null> => {
  const { userId, role, unitCode } = principal;
  if (isAnonymous(principal) || !maySee(role, 'composeBoards'))
    return sql`case when b.published_edition is not null and ${!readsNothing(principal)}::boolean then 'published' end`;
  return sql`case when b.owner_id = ${userId} then 'own'
    when ${role} = any(b.shared_roles) or ${unitCode}::text = any(b.shared_units) then 'shared'
    when b.published_edition is not null then 'published' end`;
};

/** The boards in sight of somebody, each with the edition that they see: a published one where nothing more is shared. */
const inSight = (principal: Principal): SQL => sql`(
  select seen.*, case when reach = 'published' then published_edition else edition end as shown
  from (select b.*, ${reachOf(principal)} as reach from board b where b.removed_at is null) seen
  where reach is not null)`;

const headColumns = sql`
  s.id, e.document ->> 'title' as title, coalesce(u.name, s.owner_id) as owner, s.reach,
  jsonb_array_length(e.document -> 'cards') as cards, s.shown as edition, s.version,
  cardinality(s.shared_roles) + cardinality(s.shared_units) > 0 as "isShared",
  s.published_edition as "publishedEdition", s.published_at as "publishedAt", e.saved_at as "savedAt"`;
const tables = (principal: Principal): SQL => sql`${inSight(principal)} s
  join board_edition e on e.board_id = s.id and e.number = s.shown left join app_user u on u.id = s.owner_id`;

// Moments come from such a statement as texts.
const dated = <Row extends { savedAt: Date; publishedAt: Date | null }>(row: Row): Row => ({
  ...row,
  savedAt: new Date(row.savedAt),
  publishedAt: row.publishedAt && new Date(row.publishedAt),
});

/** A page of the boards in sight: one's own, then shared and published ones, each the newest first; with the number of all. */
export async function boardList(
  principal: Principal,
  { page, only = null }: { readonly page: number; readonly only?: BoardReach | null },
): Promise<{ boards: BoardHead[]; total: number }> {
  const rows = await db().execute<BoardHead & { total: number }>(sql`
    select ${headColumns}, (count(*) over ())::int as total from ${tables(principal)}
    where ${only}::text is null or s.reach = ${only}
    order by array_position(array['own', 'shared', 'published'], s.reach), e.saved_at desc, s.id
    limit ${pageLength} offset ${(page - 1) * pageLength}`);
  return { boards: rows.map(({ total: _, ...row }) => dated(row)), total: rows[0]?.total ?? 0 };
}

/** The boards in sight whose title has all the words, in the order of the list. */
export async function findBoards(principal: Principal, words: string, limit: number): Promise<BoardHead[]> {
  const rows = await db().execute<BoardHead>(sql`
    select ${headColumns} from ${tables(principal)} where ${hasWords(sql`e.document ->> 'title'`, words)}
    order by array_position(array['own', 'shared', 'published'], s.reach), e.saved_at desc, s.id limit ${limit}`);
  return rows.map(dated);
}

/** A board in the edition that its reader sees; null for none in sight. */
export async function boardOf(principal: Principal, id: string): Promise<Board | null> {
  const [found] = await db().execute<Board>(sql`
    select ${headColumns}, e.document, s.edition as current, s.shared_roles as "sharedRoles",
      coalesce(p.name, s.published_by) as publisher,
      coalesce((select jsonb_agg(jsonb_build_object('code', o.code, 'nameZh', o.name_zh, 'nameEn', o.name_en)
        order by o.sort_order) from org_unit o where o.code = any(s.shared_units)), '[]') as "sharedUnits"
    from ${tables(principal)} left join app_user p on p.id = s.published_by where s.id = ${id}`);
  return found ? dated(found) : null;
}

/** The editions of a board, the newest first, for those who see more of it than what is published. */
export async function boardEditions(principal: Principal, id: string): Promise<BoardEditionLine[]> {
  const rows = await db().execute<BoardEditionLine>(sql`
    select e.number, e.document ->> 'title' as title, jsonb_array_length(e.document -> 'cards') as cards, e.restored,
      coalesce(u.name, e.saved_by) as "savedBy", e.saved_at as "savedAt"
    from ${inSight(principal)} s join board_edition e on e.board_id = s.id left join app_user u on u.id = e.saved_by
    where s.id = ${id} and s.reach <> 'published' order by e.number desc limit ${limits.editions}`);
  return rows.map((row) => ({ ...row, savedAt: new Date(row.savedAt) }));
}

async function heldBoard(work: Work, id: string, version: number) {
  const [held] = await work.tx.select().from(board).where(sql`${board.id} = ${id}`).for('update');
  const [seen] = await work.tx.execute<{ reach: BoardReach }>(sql`
    select reach from ${inSight(work.principal)} s where s.id = ${id}`);
  if (!held || !seen) throw new Refusal('notFound', 'boards.refused.none');
  if (held.version !== version) throw await movedRefusal(work, boardSubject(id), 'boards.refused.moved');
  return { ...held, reach: seen.reach };
}

/** One's own board that a command changes, held until its end. Refuses one that moved, and one of somebody else. */
export async function lockedBoard(work: Work, id: string, version: number) {
  const held = await heldBoard(work, id, version);
  if (held.reach !== 'own') throw new Refusal('forbidden', 'boards.refused.notOwn');
  return held;
}

/** A board that the office sees, held until the end of its command. Refuses one that moved. */
export async function boardInSight(work: Work, id: string, version: number) {
  return heldBoard(work, id, version);
}

/** The document of an edition of a board that is held; refuses one that there is not. */
export async function lockedEdition(work: Work, id: string, number: number): Promise<BoardDocument> {
  const [found] = await work.tx
    .select({ document: boardEdition.document })
    .from(boardEdition)
    .where(sql`${boardEdition.boardId} = ${id} and ${boardEdition.number} = ${number}`);
  if (!found) throw new Refusal('notFound', 'boards.refused.noEdition');
  return found.document;
}

/** Whether all codes are those of units, asked by a command. */
export async function areUnits(work: Work, codes: readonly string[]): Promise<boolean> {
  const found = await work.tx
    .select({ code: orgUnit.code })
    .from(orgUnit)
    .where(sql`${orgUnit.code} = any(${sql.param([...codes])}::text[])`);
  return found.length === codes.length;
}

/** The groups that cards may compare: those of which somebody may read a member, in their order. */
export async function boardGroups(principal: Principal): Promise<Named[]> {
  return db()
    .select({ code: peerGroup.code, nameZh: peerGroup.nameZh, nameEn: peerGroup.nameEn })
    .from(peerGroup)
    .where(
      sql`exists (select from peer_group_member m where m.peer_group_code = ${peerGroup.code}
        and ${readable(principal, sql`m.org_unit_code`)})`,
    )
    .orderBy(peerGroup.sortOrder);
}

/** The published documents of some boards, by whoever reads what is published. */
export async function boardsPublished(
  principal: Principal,
  ids: readonly string[],
): Promise<{ id: string; document: BoardDocument }[]> {
  if (ids.length === 0 || readsNothing(principal)) return [];
  return db().execute<{ id: string; document: BoardDocument }>(sql`
    select b.id, e.document from board b
    join board_edition e on e.board_id = b.id and e.number = b.published_edition
    where b.id = any(${sql.param([...ids])}::text[]) and b.removed_at is null`);
}

/** The boards that are published, by title, for those who choose what a display shows. */
export async function publishedTitles(principal: Principal): Promise<{ id: string; title: string }[]> {
  if (!maySee(principal.role, 'displays')) return [];
  return db().execute<{ id: string; title: string }>(sql`
    select b.id, e.document ->> 'title' as title from board b
    join board_edition e on e.board_id = b.id and e.number = b.published_edition
    where b.removed_at is null order by 2, b.id limit 200`);
}
