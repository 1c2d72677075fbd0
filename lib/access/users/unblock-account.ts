import { and, eq, gt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { throttle } from '@/db/schema/access';

/** Empties the shared buckets of the account's failures. False when they were empty. */
export async function unblockAccount(tx: Tx, username: string): Promise<boolean> {
  const emptied = await tx
    .update(throttle)
    .set({ failures: 0, blockedUntil: null })
    .where(and(eq(throttle.bucket, `account:${username}`), gt(throttle.failures, 0)))
    .returning({ bucket: throttle.bucket });
  return emptied.length > 0;
}
