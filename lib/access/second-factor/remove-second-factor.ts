import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appUser, secondFactor } from '@/db/schema/access';

/** Removes a user's second factor. False when there was none. */
export async function removeSecondFactor(tx: Tx, userId: string): Promise<boolean> {
  const gone = await tx.delete(secondFactor).where(eq(secondFactor.userId, userId)).returning({ id: secondFactor.id });
  await tx.update(appUser).set({ twoFactorEnabled: false }).where(eq(appUser.id, userId));
  return gone.length > 0;
}
