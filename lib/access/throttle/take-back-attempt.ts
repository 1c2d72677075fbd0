import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { throttle } from '@/db/schema/access';

/**
 * Takes back a counted attempt that succeeded: the owner's bucket is emptied, shared ones are reduced by one. A row that
 * vanished would be locked late by an attempt at the same time, so rows stay and are locked in the order of attempts.
 */
export async function takeBackAttempt(
  tx: Tx,
  { own, shared }: { own: readonly string[]; shared: readonly string[] },
): Promise<void> {
  await tx.execute(sql`
    update ${throttle} t
    set failures = case when t.bucket = any(${sql.param(own)}::text[]) then 0 else greatest(t.failures - 1, 0) end,
      blocked_until = null
    from (
      select bucket from ${throttle} where bucket = any(${sql.param([...own, ...shared])}::text[]) order by bucket for update
    ) locked
    where t.bucket = locked.bucket`);
}
