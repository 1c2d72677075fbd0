import { desc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appUser, passwordHistory } from '@/db/schema/access';
import { orgUnit } from '@/db/schema/catalogue';
import type { UserRow } from '@/lib/access/auth/queries';
import { hashPassword, verifyPassword } from '@/lib/access/password/hashing';
import { commonPasswords, longest, passwordFault, remembered, shortest } from '@/lib/access/password/policy';
import { passwordHash } from '@/lib/access/password/queries';
import { writePassword } from '@/lib/access/password/write-password';
import { Refusal } from '@/lib/errors';
import type { Settings } from '@/lib/settings';

/**
 * Sets a password that the user has chosen. Refuses one against the policy, the present one, and under 等保三级 one of the
 * last five.
 */
export async function choosePassword(
  tx: Tx,
  { user, password, policy, now }: { user: UserRow; password: string; policy: Settings; now: Date },
): Promise<void> {
  const names = [user.username, user.name, ...(await unitNames(tx, user.unitCode))];
  const fault = passwordFault(password, { profile: policy.passwordProfile, common: await commonPasswords(), names });
  if (fault) throw new Refusal('invalid', fault, { field: 'password', shortest, longest });
  const present = await passwordHash(tx, user.id);
  const earlier = await tx
    .select({ hash: passwordHistory.hash })
    .from(passwordHistory)
    .where(eq(passwordHistory.userId, user.id))
    .orderBy(desc(passwordHistory.setAt))
    .limit(policy.passwordProfile === 'djbh3' ? remembered : 0);
  for (const hash of new Set([present, ...earlier.map((row) => row.hash)])) {
    if (hash && (await verifyPassword({ hash, password })))
      throw new Refusal('invalid', 'passwordUsed', { field: 'password', count: remembered });
  }
  const hash = await hashPassword(password);
  await writePassword(tx, { userId: user.id, hash, now });
  await tx.insert(passwordHistory).values({ userId: user.id, setAt: now, hash });
  await tx
    .update(appUser)
    .set({ mustChangePassword: false, handedOverUntil: null, passwordSetAt: now, updatedAt: now })
    .where(eq(appUser.id, user.id));
}

async function unitNames(tx: Tx, unitCode: string | null): Promise<string[]> {
  if (!unitCode) return [];
  const [unit] = await tx
    .select({ nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn })
    .from(orgUnit)
    .where(eq(orgUnit.code, unitCode));
  return unit ? [unit.nameZh, unit.nameEn] : [];
}
