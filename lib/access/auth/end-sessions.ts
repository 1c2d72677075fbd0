import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appSession, verification } from '@/db/schema/access';

/**
 * Ends all sessions of a user but `except`, and every pending step of a sign-in, since its conditions no longer hold.
 * Returns the number of sessions.
 */
export async function endSessions(tx: Tx, userId: string, except?: string): Promise<number> {
  await tx.delete(verification).where(eq(verification.value, userId));
  const ended = await tx
    .delete(appSession)
    .where(and(eq(appSession.userId, userId), except ? ne(appSession.id, except) : undefined))
    .returning({ id: appSession.id });
  return ended.length;
}
