import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { throttle } from '@/db/schema/access';

/** Takes back a counted attempt that succeeded: the owner's bucket is emptied, shared ones are reduced by one. */
export async function takeBackAttempt(
  tx: Tx,
  { own, shared }: { own: readonly string[]; shared: readonly string[] },
): Promise<void> {
  if (own.length > 0) await tx.delete(throttle).where(inArray(throttle.bucket, [...own]));
  if (shared.length === 0) return;
  await tx
    .update(throttle)
    .set({ failures: sql`greatest(${throttle.failures} - 1, 0)`, blockedUntil: null })
    .where(inArray(throttle.bucket, [...shared]));
}
