import { and, eq } from 'drizzle-orm';
import { appUser } from '@/db/schema/access';
import type { UserRow } from '@/lib/access/auth/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';

/** Changes an account if its version is the given one; refuses when the account has changed meanwhile. */
export async function changeUser(
  work: Work,
  user: UserRow,
  change: Partial<typeof appUser.$inferInsert>,
): Promise<void> {
  const changed = await work.tx
    .update(appUser)
    .set({ ...change, version: user.version + 1, updatedAt: work.now })
    .where(and(eq(appUser.id, user.id), eq(appUser.version, user.version)))
    .returning({ id: appUser.id });
  if (changed.length === 0) throw new Refusal('conflict', 'userMoved');
}
