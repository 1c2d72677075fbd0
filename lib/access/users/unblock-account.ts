import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { throttle } from '@/db/schema/access';

/** Empties the shared buckets of the account's failures. False when they were empty. */
export async function unblockAccount(tx: Tx, username: string): Promise<boolean> {
  const gone = await tx
    .delete(throttle)
    .where(eq(throttle.bucket, `account:${username}`))
    .returning();
  return gone.length > 0;
}
