import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { credential } from '@/db/schema/access';

/** The hash of a user's password. */
export async function passwordHash(tx: Tx, userId: string): Promise<string> {
  const [row] = await tx.select({ hash: credential.password }).from(credential).where(eq(credential.userId, userId));
  return row?.hash ?? '';
}
