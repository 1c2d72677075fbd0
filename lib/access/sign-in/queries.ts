import { and, eq, gt } from 'drizzle-orm';
import type { Reads } from '@/db/client';
import { appSession, appUser, verification } from '@/db/schema/access';
import type { SetCookie } from '@/lib/access/auth/cookies';
import { stepMinutes } from '@/lib/access/auth/engine';
import {
  deviceAge,
  deviceHash,
  isKnownDevice,
  lockedUser,
  rememberDevice,
  swept,
  type UserRow,
} from '@/lib/access/auth/queries';
import { freshToken, goneCookie, tokenCookie, tokenIn } from '@/lib/access/auth/tokens';
import type { Done, Work } from '@/lib/access/command';
import { isExpired } from '@/lib/access/password/policy';
import type { SignInFault, SignInOutcome } from '@/lib/access/sign-in/outcome';
import { perAccount, perAddress, perProduct } from '@/lib/access/throttle/attempts';
import { type Bucket, forgiven } from '@/lib/access/throttle/queries';

/** A command before its transaction. */
type Asked = Omit<Work, 'tx'>;

/**
 * How the stored row of a step begins: it says what the step is for, as its signature does. Rows of second steps are the
 * library's.
 */
const rowsOf = { secondStep: '2fa-', newPassword: 'new-password:' } as const;
const byPassword = `${rowsOf.newPassword}by-password:`;
const byFactor = `${rowsOf.newPassword}by-factor:`;

/** What an attempt to sign in is counted in: on a device of the account its own bucket, else those of everybody. */
export async function bucketsOf(work: Asked, username: string, connection: Reads): Promise<Bucket[]> {
  const device = tokenIn('device', work.caller, work.policy);
  if (device && (await isKnownDevice(work.principal, username, device, connection)))
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

/** The answer to who comes with no step that waits. Anybody can, as often as they like: the trail is not told. */
export const stepOver: Done<SignInOutcome> = {
  result: { kind: 'refused', why: 'stepExpired', cookies: [] },
  repeated: true,
};

/**
 * Ends a sign-in whose session has just been made: that session, or none and a step to take when a password has to be
 * chosen first. The session that the browser came with dies. Nobody gets past a second factor that was not shown.
 */
export async function admitted(
  work: Work,
  { userId, token, factorShown }: { userId: string; token: string; factorShown: boolean },
): Promise<Done<SignInOutcome>> {
  const { tx, principal, caller, policy, now } = work;
  const user = await lockedUser(tx, principal, userId);
  if (!user) throw new Error('a session of nobody');
  if (user.twoFactorEnabled && !factorShown) throw new Error('a session without its second factor');
  const actor = { userId, role: user.role };
  const isLate = user.handedOverUntil !== null && user.handedOverUntil <= now;
  const mustChange = user.mustChangePassword || isExpired(user.passwordSetAt, now, policy.passwordProfile);
  const isOutOfPlace = user.isDemonstration && !policy.isEmbedded;
  if (isLate || mustChange || isOutOfPlace) {
    await tx.delete(appSession).where(eq(appSession.token, token));
    if (isOutOfPlace) return turnedDown(user, 'accountDisabled');
    if (isLate) return turnedDown(user, 'handoverExpired');
    await tx.update(appUser).set({ mustChangePassword: true }).where(eq(appUser.id, userId));
    const step = await stepTo(work, userId, factorShown);
    return {
      result: { kind: 'newPassword', cookies: [step, goneCookie('secondStep', policy)] },
      changes: [{ subject: `user/${userId}`, before: null, after: { step: 'newPassword' } }],
      actor,
    };
  }
  const presented = tokenIn('session', caller, policy);
  if (presented) await tx.delete(appSession).where(eq(appSession.token, presented));
  await tx.update(appSession).set({ activeAt: now }).where(eq(appSession.token, token));
  await tx.update(appUser).set({ lastSignInAt: now }).where(eq(appUser.id, userId));
  const device = await rememberDevice(tx, principal, { userId, device: tokenIn('device', caller, policy), now });
  await swept(tx, principal, now);
  return {
    result: {
      kind: 'in',
      role: user.role,
      cookies: [
        tokenCookie('session', token, policy, policy.sessionHours * 3600),
        tokenCookie('device', device, policy, deviceAge),
        goneCookie('secondStep', policy),
        goneCookie('newPassword', policy),
      ],
    },
    changes: [{ subject: `user/${userId}`, before: null, after: { signedIn: true } }],
    actor,
  };
}

/** The attempt was its owner's: what was counted against it is taken back. */
export async function forgive(work: Work, username: string): Promise<void> {
  const [own = '', ...shared] = (await bucketsOf(work, username, work.tx)).map(({ name }) => name);
  await forgiven(work.tx, work.principal, { own: [own], shared });
}

/** Opens the step in which a new password is chosen: good once, for ten minutes. */
async function stepTo({ tx, policy, now }: Work, userId: string, factorShown: boolean): Promise<SetCookie> {
  const identifier = `${factorShown ? byFactor : byPassword}${freshToken()}`;
  const expiresAt = new Date(now.getTime() + stepMinutes * 60_000);
  await tx
    .insert(verification)
    .values({ id: freshToken(), identifier, value: userId, expiresAt, createdAt: now, updatedAt: now });
  return tokenCookie('newPassword', identifier, policy, stepMinutes * 60);
}

export type Waiting = { readonly user: UserRow; readonly identifier: string; readonly factorShown: boolean };

/**
 * Whose sign-in waits for this step, with the account locked; null when the step is over, was never begun, is another
 * one, or is not the account's next step any more.
 */
export async function waitingUser(work: Work, step: keyof typeof rowsOf): Promise<Waiting | null> {
  const { tx, caller, policy, principal } = work;
  const identifier = tokenIn(step, caller, policy);
  if (!identifier?.startsWith(rowsOf[step])) return null;
  const userId = await ownerOf(work, identifier);
  const user = userId && (await lockedUser(tx, principal, userId));
  // Whoever took the step first has held the account until now.
  if (!user || user.banned || !(await ownerOf(work, identifier))) return null;
  const factorShown = identifier.startsWith(byFactor);
  const isNext = step === 'secondStep' || (user.mustChangePassword && (factorShown || !user.twoFactorEnabled));
  return isNext ? { user, identifier, factorShown } : null;
}

async function ownerOf({ tx, now }: Work, identifier: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, now)));
  return row?.userId;
}
