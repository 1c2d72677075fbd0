import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { accountPrincipal, type Principal } from '@/lib/access/principal';

/** The principals of all demonstration accounts, by username. */
export async function demonstrationPrincipals(tx: Tx): Promise<Map<string, Principal>> {
  const users = await tx.select().from(appUser).where(eq(appUser.isDemonstration, true));
  return new Map(
    users.map(({ id, username, name, role, unitCode, department }) => [
      username,
      accountPrincipal({
        userId: id,
        name,
        role,
        units: 'all',
        unitCode,
        department,
        sessionId: null,
        standing: 'full',
      }),
    ]),
  );
}
