import { and, desc, eq, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { auditEvent } from '@/db/schema/access';
import type { Break } from '@/lib/access/audit/chain';
import { verifiedChain } from '@/lib/access/audit/queries';
import { concerns, namesIn } from '@/lib/access/audit/subjects/queries';
import { changesIn } from '@/lib/access/audit/trail/changes-in';
import { type Person, pageLength, type Trail, type TrailChoice, type TrailEnd } from '@/lib/access/audit/trail/words';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { actors } from '@/lib/access/queries';

/** The most accounts that a search for a name considers. */
const mostPeople = 200;

const nothing: Trail = { events: [], people: new Map(), names: new Map(), isMore: false };

/**
 * The chosen events, newest first, beginning after the event numbered `before`; none for a principal who may not see
 * the trail. Ordered by time, which equals the order of numbers except for overlapping commands: so an index serves a
 * range of days too.
 */
export async function trail(
  principal: Principal,
  choice: TrailChoice,
  { before, length = pageLength }: { before?: number | undefined; length?: number } = {},
): Promise<Trail> {
  if (!maySee(principal.role, 'audit')) return nothing;
  const actors = await idsUnder(choice.who);
  const { seq, at, actor, role, address, command, changes } = auditEvent;
  const rows = await db()
    .select({ seq, at, actor, role, address, command, changes })
    .from(auditEvent)
    .where(
      and(
        before === undefined ? undefined : olderThan(before),
        choice.from && gte(at, choice.from),
        choice.until && lt(at, choice.until),
        choice.who ? doneBy(choice.who, actors) : undefined,
        choice.command ? eq(command, choice.command) : undefined,
        choice.subject ? concerns(choice.subject) : undefined,
      ),
    )
    .orderBy(desc(at), desc(seq))
    .limit(length + 1);
  const events = rows.slice(0, length).map((row) => ({ ...row, changes: changesIn(row.changes) }));
  const named = events.flatMap((event) => [
    event.actor,
    ...event.changes.flatMap(({ subject }) => (subject.startsWith('user/') ? [subject.slice('user/'.length)] : [])),
  ]);
  const [people, names] = await Promise.all([peopleOf(named), namesIn(principal, events)]);
  return { events, people, names, isMore: rows.length > length };
}

function olderThan(before: number): SQL {
  const last = alias(auditEvent, 'last');
  const its = db().select({ at: last.at, seq: last.seq }).from(last).where(eq(last.seq, before));
  return sql`(${auditEvent.at}, ${auditEvent.seq}) < (${its})`;
}

function doneBy(who: string, actors: readonly string[]): SQL | undefined {
  const { actor } = auditEvent;
  const asStored = who === 'system' ? like(actor, 'system:%') : eq(actor, who);
  return actors.length > 0 ? or(inArray(actor, [...actors]), asStored) : asStored;
}

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** The ids of accounts whose username or name contains this text. */
async function idsUnder(text: string): Promise<string[]> {
  if (!text) return [];
  const part = `%${escapeLike(text)}%`;
  const rows = await db().execute<{ id: string }>(
    sql`select id from ${actors} actor where username ilike ${part} or name ilike ${part} limit ${mostPeople}`,
  );
  return rows.map(({ id }) => id);
}

async function peopleOf(ids: readonly string[]): Promise<Map<string, Person>> {
  if (ids.length === 0) return new Map();
  const rows = await db().execute<Person & { id: string }>(
    sql`select id, username, name from ${actors} actor where id = any(${sql.param([...new Set(ids)])}::text[])`,
  );
  return new Map(rows.map((row) => [row.id, { username: row.username, name: row.name }]));
}

/** The last event of the chain; null for an empty chain, or for a principal who may not see it. */
export async function trailEnd(principal: Principal): Promise<TrailEnd | null> {
  if (!maySee(principal.role, 'audit')) return null;
  const { seq, at, hash } = auditEvent;
  const [last] = await db().select({ seq, at, hash }).from(auditEvent).orderBy(desc(seq)).limit(1);
  return last ?? null;
}

/** Verifies the whole chain; null for a principal who may not see it. Takes seconds when the chain is long. */
export async function verifyTrail(principal: Principal): Promise<{ events: number; broken: Break | null } | null> {
  return maySee(principal.role, 'audit') ? verifiedChain(db()) : null;
}
