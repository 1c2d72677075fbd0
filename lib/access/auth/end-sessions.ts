import { and, eq, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appSession, verification } from '@/db/schema/access';

/**
 * Ends sessions of a user, all or all but one, and every step of a sign-in that waits: what it waited on holds no more.
 * Answers how many sessions there were.
 */
export async function endSessions(tx: Tx, userId: string, except?: string): Promise<number> {
  await tx.delete(verification).where(eq(verification.value, userId));
  const ended = await tx
    .delete(appSession)
    .where(and(eq(appSession.userId, userId), except ? ne(appSession.id, except) : undefined))
    .returning({ id: appSession.id });
  return ended.length;
}
