import { takeBackProof } from '@/lib/access/account/take-back-proof';
import { lockedUser, type UserRow } from '@/lib/access/auth/queries';
import type { Work } from '@/lib/access/command';
import { verifyPassword } from '@/lib/access/password/hashing';
import { passwordHash } from '@/lib/access/password/queries';
import { Refusal } from '@/lib/errors';

/** Returns the principal's own account, locked, once the password proves it; the counted attempt is then taken back. */
export async function proveUser(work: Work, password: string): Promise<UserRow> {
  const { tx, principal } = work;
  const user = await lockedUser(tx, principal.userId);
  if (!user) throw new Refusal('notFound', 'account');
  if (user.isDemonstration) throw new Refusal('forbidden', 'demonstrationAccount');
  const hash = await passwordHash(tx, user.id);
  if (!(await verifyPassword({ hash, password }))) throw new Refusal('invalid', 'wrongPresent', { field: 'present' });
  await takeBackProof(work, 'again');
  return user;
}
