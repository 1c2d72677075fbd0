import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { credential } from '@/db/schema/access';

/** Replaces the hash of a user's password. */
export async function writePassword(
  tx: Tx,
  { userId, hash, now }: { userId: string; hash: string; now: Date },
): Promise<void> {
  await tx.update(credential).set({ password: hash, updatedAt: now }).where(eq(credential.userId, userId));
}
