import { and, eq, gt } from 'drizzle-orm';
import type { Reads } from '@/db/client';
import { verification } from '@/db/schema/access';
import { deviceHash, isKnownDevice, lockedUser, type UserRow } from '@/lib/access/auth/queries';
import { tokenIn } from '@/lib/access/auth/tokens';
import type { Done, Work } from '@/lib/access/command';
import type { SignInFault, SignInOutcome } from '@/lib/access/sign-in/outcome';
import { perAccount, perAddress, perProduct } from '@/lib/access/throttle/attempts';
import type { Bucket } from '@/lib/access/throttle/reserve-attempt';

/** A command before its transaction. */
type Asked = Omit<Work, 'tx'>;

/**
 * How the stored row of a step begins: it says what the step is for, as its signature does. Rows of second steps are the
 * library's.
 */
const rowsOf = { secondStep: '2fa-', newPassword: 'new-password:' } as const;
export const byPassword = `${rowsOf.newPassword}by-password:`;
export const byFactor = `${rowsOf.newPassword}by-factor:`;

/** What an attempt to sign in is counted in: on a device of the account its own bucket, else those of everybody. */
export async function bucketsOf(work: Asked, username: string, connection: Reads): Promise<Bucket[]> {
  const device = tokenIn('device', work.caller, work.policy);
  if (device && (await isKnownDevice(username, device, connection)))
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

export type Waiting = { readonly user: UserRow; readonly identifier: string; readonly factorShown: boolean };

/**
 * Whose sign-in waits for this step, with the account locked; null when the step is over, was never begun, is another
 * one, or is not the account's next step any more.
 */
export async function waitingUser(work: Work, step: keyof typeof rowsOf): Promise<Waiting | null> {
  const { tx, caller, policy } = work;
  const identifier = tokenIn(step, caller, policy);
  if (!identifier?.startsWith(rowsOf[step])) return null;
  const userId = await ownerOf(work, identifier);
  const user = userId && (await lockedUser(tx, userId));
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
