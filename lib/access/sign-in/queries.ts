import { randomBytes } from 'node:crypto';
import { and, eq, gt } from 'drizzle-orm';
import { appSession, appUser, verification } from '@/db/schema/access';
import { cookieIn, cookieNames, type SetCookie, signed, unsigned } from '@/lib/access/auth/cookies';
import { stepMinutes } from '@/lib/access/auth/engine';
import {
  deviceHash,
  isKnownDevice,
  lockedUser,
  rememberDevice,
  sessionToken,
  swept,
  type UserRow,
} from '@/lib/access/auth/queries';
import type { Done, Work } from '@/lib/access/command';
import { isExpired } from '@/lib/access/password/policy';
import type { SignInFault, SignInOutcome } from '@/lib/access/sign-in/outcome';
import { perAccount, perAddress, perProduct } from '@/lib/access/throttle/attempts';
import { type Bucket, forgiven } from '@/lib/access/throttle/queries';
import type { Settings } from '@/lib/settings';

/** A command before its transaction. */
type Asked = Omit<Work, 'tx'>;

/** A year: how long a browser stays known. */
const deviceAge = 365 * 86_400;

export const namesUnder = ({ origin }: Settings) => cookieNames(origin.startsWith('https:'));

/** What an attempt to sign in is counted in: on a device of the account its own bucket, else those of everybody. */
export async function bucketsOf(work: Asked, username: string): Promise<Bucket[]> {
  const device = cookieIn(work.caller.cookies, namesUnder(work.policy).device);
  if (device && (await isKnownDevice(work.principal, username, device)))
    return [{ name: `device:${deviceHash(device)}`, rule: perAccount }];
  return [
    { name: `account:${username}`, rule: perAccount },
    { name: `address:${work.caller.address}`, rule: perAddress },
    { name: 'everybody', rule: perProduct },
  ];
}

/** Turns a step of a sign-in down, and tells so of the account if there is one. */
export function turnedDown(user: UserRow | undefined, why: SignInFault): Done<SignInOutcome> {
  const subject = user ? `user/${user.id}` : 'user/unknown';
  return {
    result: { kind: 'refused', why, cookies: [] },
    changes: [{ subject, before: null, after: { refused: why } }],
  };
}

/**
 * Ends a sign-in whose session the library has just made: that session, or none and a step to take when a password has to
 * be chosen first. The session that the browser came with dies.
 */
export async function admitted(
  work: Work,
  { userId, token, cookies }: { userId: string; token: string; cookies: readonly SetCookie[] },
): Promise<Done<SignInOutcome>> {
  const { tx, principal, caller, policy, now } = work;
  const names = namesUnder(policy);
  const user = await lockedUser(tx, principal, userId);
  if (!user) throw new Error('a session of nobody');
  const actor = { userId, role: user.role };
  const isLate = user.handedOverUntil !== null && user.handedOverUntil <= now;
  const mustChange = user.mustChangePassword || isExpired(user.passwordSetAt, now, policy.passwordProfile);
  const isOutOfPlace = user.isDemonstration && !policy.isEmbedded;
  if (isLate || mustChange || isOutOfPlace) {
    await tx.delete(appSession).where(eq(appSession.token, token));
    if (isOutOfPlace) return turnedDown(user, 'accountDisabled');
    if (isLate) return turnedDown(user, 'handoverExpired');
    await tx.update(appUser).set({ mustChangePassword: true }).where(eq(appUser.id, userId));
    const step = await stepTo(work, userId);
    return {
      result: { kind: 'newPassword', cookies: [step, { name: names.secondStep, value: '', maxAge: 0 }] },
      changes: [{ subject: `user/${userId}`, before: null, after: { step: 'newPassword' } }],
      actor,
    };
  }
  const presented = sessionToken(caller, policy);
  if (presented) await tx.delete(appSession).where(eq(appSession.token, presented));
  await tx.update(appSession).set({ activeAt: now }).where(eq(appSession.token, token));
  await tx.update(appUser).set({ lastSignInAt: now }).where(eq(appUser.id, userId));
  const device = await rememberDevice(tx, principal, { userId, device: cookieIn(caller.cookies, names.device), now });
  await swept(tx, principal, now);
  return {
    result: {
      kind: 'in',
      role: user.role,
      cookies: [...cookies, { name: names.device, value: device, maxAge: deviceAge }],
    },
    changes: [{ subject: `user/${userId}`, before: null, after: { signedIn: true } }],
    actor,
  };
}

/** The attempt was its owner's: what was counted against it is taken back. */
export async function forgive(work: Work, username: string): Promise<void> {
  const [own = '', ...shared] = (await bucketsOf(work, username)).map(({ name }) => name);
  await forgiven(work.tx, work.principal, { own: [own], shared });
}

/** Opens the step in which a new password is chosen: good once, for ten minutes. */
async function stepTo({ tx, policy, now }: Work, userId: string): Promise<SetCookie> {
  const identifier = `new-password-${randomBytes(24).toString('base64url')}`;
  const expiresAt = new Date(now.getTime() + stepMinutes * 60_000);
  await tx.insert(verification).values({
    id: randomBytes(16).toString('hex'),
    identifier,
    value: userId,
    expiresAt,
    createdAt: now,
    updatedAt: now,
  });
  return { name: namesUnder(policy).newPassword, value: signed(identifier, policy.secret), maxAge: stepMinutes * 60 };
}

/** Whose sign-in waits for the step that this cookie names; null when it is over or was never begun. */
export async function waitingUser(
  work: Work,
  step: 'secondStep' | 'newPassword',
): Promise<{ user: UserRow; identifier: string } | null> {
  const { tx, caller, policy, now, principal } = work;
  const identifier = unsigned(cookieIn(caller.cookies, namesUnder(policy)[step]), policy.secret);
  if (!identifier) return null;
  const [row] = await tx
    .select({ userId: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, now)));
  const user = row && (await lockedUser(tx, principal, row.userId));
  return user ? { user, identifier } : null;
}

/** Closes a step, so that it is good no second time. */
export async function closeStep(work: Work, identifier: string): Promise<void> {
  await work.tx.delete(verification).where(eq(verification.identifier, identifier));
}
