import { asc, gt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditEvent } from '@/db/schema/access';
import { type Break, beginning, firstBreak } from '@/lib/access/audit/chain';

/** Events read per batch when the chain is verified. */
const stretch = 5000;

/** Verifies the whole chain. Returns the number of events, and the first break. */
export async function verifiedChain(database: Database): Promise<{ events: number; broken: Break | null }> {
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
