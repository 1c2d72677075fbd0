import { asc, desc, gt, sql } from 'drizzle-orm';
import type { Reads } from '@/db/client';
import { auditEvent, auditSubjects } from '@/db/schema/access';
import { type Break, beginning, firstBreak } from '@/lib/access/audit/chain';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import type { RefusalKey } from '@/lib/i18n/refusal-key';

/** Events read per batch when the chain is verified. */
const stretch = 5000;

/** Verifies the whole chain. Returns the number of events, and the first break. */
export async function verifiedChain(database: Reads): Promise<{ events: number; broken: Break | null }> {
  let last = { seq: 0, hash: beginning };
  for (;;) {
    // Each batch begins after the last event of the one before.
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

/**
 * The refusal of a write to a subject that has changed since it was read: in other words where the last change is the
 * asker's own, from another window, than where it is another person's, which are under `key`.
 */
export async function movedRefusal(work: Work, subject: string, key: RefusalKey): Promise<Refusal> {
  const { tx, principal } = work;
  const [last] = await tx
    .select({ actor: auditEvent.actor })
    .from(auditEvent)
    .where(sql`${auditSubjects} ?| array[${subject}::text]`)
    .orderBy(desc(auditEvent.seq))
    .limit(1);
  return new Refusal('conflict', last?.actor === principal.userId ? 'movedByYou' : key);
}
