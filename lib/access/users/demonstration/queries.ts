import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { type Principal, principalWithoutSession } from '@/lib/access/principal';

/** The principals of all demonstration accounts, by username. */
export async function demonstrationPrincipals(tx: Tx): Promise<Map<string, Principal>> {
  const users = await tx.select().from(appUser).where(eq(appUser.isDemonstration, true));
  return new Map(users.map((user) => [user.username, principalWithoutSession(user)]));
}
