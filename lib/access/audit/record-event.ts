import { desc, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { auditEvent } from '@/db/schema/access';
import { beginning, hashOf } from '@/lib/access/audit/chain';
import type { Principal } from '@/lib/access/principal';
import type { Digest } from '@/lib/access/words';

/** An arbitrary number, the same in every process of the product. */
const chainLock = 4_727_402;

export type Change = { readonly subject: string; readonly before: unknown; readonly after: unknown };

/**
 * Appends one event to the chain, in the transaction that it describes. Other writers wait for that transaction to end,
 * so the call comes last in it: only what needs the number of the event follows. Returns that number.
 */
export async function recordEvent(
  tx: Tx,
  principal: Pick<Principal, 'userId' | 'role'>,
  done: { command: string; at: Date; address: string; changes: readonly Change[]; digest: Digest },
): Promise<number> {
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
  return event.seq;
}
