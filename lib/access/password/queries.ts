import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { credential } from '@/db/schema/access';
import type { Principal } from '@/lib/access/principal';

/** The hash of a user's password. */
export async function passwordHash(tx: Tx, _principal: Principal, userId: string): Promise<string> {
  const [row] = await tx.select({ hash: credential.password }).from(credential).where(eq(credential.userId, userId));
  return row?.hash ?? '';
}
