import { asc, desc, gt, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { auditEvent } from '@/db/schema/access';
import { type Break, beginning, firstBreak, hashOf } from '@/lib/access/audit/chain';
import type { Principal } from '@/lib/access/principal';
import type { Digest } from '@/lib/access/words';

/** Any number, the same in every process of the product. */
const chainLock = 4_727_402;
/** Events read at once when the chain is walked. */
const stretch = 5000;

export type Change = { readonly subject: string; readonly before: unknown; readonly after: unknown };

/**
 * Writes one event at the end of the chain, in the transaction of what it tells. Others that write wait for that
 * transaction to end, so it comes last in it.
 */
export async function recordEvent(
  tx: Tx,
  principal: Pick<Principal, 'userId' | 'role'>,
  done: { command: string; at: Date; address: string; changes: readonly Change[]; digest: Digest },
): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [last] = await tx
    .select({ seq: auditEvent.seq, hash: auditEvent.hash })
    .from(auditEvent)
    .orderBy(desc(auditEvent.seq))
    .limit(1);
  const { command, at, address, digest } = done;
  const previous = last?.hash ?? beginning;
  const event = {
    seq: (last?.seq ?? 0) + 1,
    at,
    actor: principal.userId,
    role: principal.role,
    address,
    command,
    changes: JSON.stringify(done.changes),
  };
  await tx.insert(auditEvent).values({ ...event, digest, previous, hash: hashOf(event, previous, digest) });
}

/** Walks the whole chain: how many events it has, and where it first breaks. */
export async function verifiedChain(
  _principal: Principal,
  database: Database,
): Promise<{ events: number; broken: Break | null }> {
  let last = { seq: 0, hash: beginning };
  for (;;) {
    // Each stretch begins where the one before ended.
    const events = await database
      .select()
      .from(auditEvent)
      .where(gt(auditEvent.seq, last.seq))
      .orderBy(asc(auditEvent.seq))
      .limit(stretch);
    const broken = firstBreak(events, last);
    if (broken || events.length === 0) return { events: last.seq, broken };
    last = events.at(-1) ?? last;
  }
}
