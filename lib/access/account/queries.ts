import { eq } from 'drizzle-orm';
import { db } from '@/db/client';
import { appSession, appUser } from '@/db/schema/access';
import { orgUnit } from '@/db/schema/catalogue';
import type { SetCookie } from '@/lib/access/auth/cookies';
import { accountsOver } from '@/lib/access/auth/engine';
import { endSessions, lockedUser, type UserRow } from '@/lib/access/auth/queries';
import { tokenCookie, tokenIn } from '@/lib/access/auth/tokens';
import type { Work } from '@/lib/access/command';
import { verifyPassword } from '@/lib/access/password/hashing';
import { passwordHash } from '@/lib/access/password/queries';
import type { Principal } from '@/lib/access/principal';
import { perAccount } from '@/lib/access/throttle/attempts';
import { forgiven, reserveAttempt } from '@/lib/access/throttle/queries';
import { Refusal } from '@/lib/errors';

type Asked = Omit<Work, 'tx'>;

/** What somebody who is signed in proves: the password, or a code of the second factor. Each is counted by itself. */
type Proof = 'again' | 'code';

const bucketOf = ({ principal }: Asked, proof: Proof) => `${proof}:${principal.userId}`;

/** Counts somebody who is signed in and proves again who they are, as a sign-in is counted. */
export async function countProof(work: Asked, ...proofs: readonly Proof[]): Promise<void> {
  const buckets = proofs.map((proof) => ({ name: bucketOf(work, proof), rule: perAccount }));
  await reserveAttempt(work.principal, db(), buckets, work.now);
}

/** The principal's own account, locked, and the attempt taken back once it is proved. */
export async function provenUser(work: Work, password: string): Promise<UserRow> {
  const { tx, principal } = work;
  const user = await lockedUser(tx, principal, principal.userId);
  if (!user) throw new Refusal('notFound', 'account');
  if (user.isDemonstration) throw new Refusal('forbidden', 'demonstrationAccount');
  const hash = await passwordHash(tx, principal, user.id);
  if (!(await verifyPassword({ hash, password }))) throw new Refusal('invalid', 'wrongPresent', { field: 'present' });
  await proofGiven(work, 'again');
  return user;
}

/** Takes the counted attempt back: that of this proof alone, so that a right password excuses no wrong code. */
export async function proofGiven(work: Work, proof: Proof): Promise<void> {
  await forgiven(work.tx, work.principal, { own: [bucketOf(work, proof)], shared: [] });
}

/** The session in which the principal asks, for the library to go by. */
export function ownToken({ caller, policy }: Work): { readonly session: string } {
  return { session: tokenIn('session', caller, policy) ?? '' };
}

/** Ends every session of the principal and begins a new one here; its cookie. */
export async function freshSession(work: Work): Promise<SetCookie> {
  const { tx, principal, caller, policy, now } = work;
  await endSessions(tx, principal, principal.userId);
  const { internalAdapter } = await accountsOver(tx, policy).$context;
  const { token } = await internalAdapter.createSession(principal.userId, false, {
    ipAddress: caller.address,
    userAgent: caller.userAgent,
  });
  await tx.update(appSession).set({ activeAt: now }).where(eq(appSession.token, token));
  return tokenCookie('session', token, policy, policy.sessionHours * 3600);
}

export type OwnAccount = {
  readonly username: string;
  readonly name: string;
  readonly unit: { readonly code: string; readonly nameZh: string; readonly nameEn: string } | null;
  readonly passwordSetAt: Date;
  readonly hasSecondFactor: boolean;
  readonly lastSignInAt: Date | null;
};

/** What the principal's own account page says of it; null for a visitor. */
export async function ownAccount(principal: Principal): Promise<OwnAccount | null> {
  const [row] = await db()
    .select({
      username: appUser.username,
      name: appUser.name,
      unit: { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
      passwordSetAt: appUser.passwordSetAt,
      hasSecondFactor: appUser.twoFactorEnabled,
      lastSignInAt: appUser.lastSignInAt,
    })
    .from(appUser)
    .leftJoin(orgUnit, eq(orgUnit.code, appUser.unitCode))
    .where(eq(appUser.id, principal.userId));
  return row ?? null;
}
