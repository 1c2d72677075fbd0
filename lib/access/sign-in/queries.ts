import { and, eq, gt } from 'drizzle-orm';
import { db, type Reads } from '@/db/client';
import { verification } from '@/db/schema/access';
import { deviceHash, isKnownDevice, lockedUser, type UserRow } from '@/lib/access/auth/queries';
import { tokenIn } from '@/lib/access/auth/tokens';
import type { Caller } from '@/lib/access/caller';
import type { Done, Work } from '@/lib/access/command';
import { countRecoveryCodes } from '@/lib/access/second-factor/count-recovery-codes';
import type { SignInFault, SignInOutcome } from '@/lib/access/sign-in/outcome';
import { perAccount, perAddress, perProduct } from '@/lib/access/throttle/attempts';
import type { Bucket } from '@/lib/access/throttle/reserve-attempt';
import { settings } from '@/lib/settings';

/** A command before its transaction. */
type Asked = Omit<Work, 'tx'>;

/**
 * The prefix of a stored step's identifier: it names the step's purpose, as the signature does. Rows of second steps
 * are the library's.
 */
const rowsOf = { secondStep: '2fa-', newPassword: 'new-password:' } as const;
export const byPassword = `${rowsOf.newPassword}by-password:`;
export const byFactor = `${rowsOf.newPassword}by-factor:`;

/**
 * The buckets that count an attempt to sign in: a bucket of its own on a known device of the account, else the shared
 * ones.
 */
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

/** Refuses a step of a sign-in, and records that on the account if there is one. */
export function refuseStep(user: UserRow | undefined, why: SignInFault): Done<SignInOutcome> {
  const subject = user ? `user/${user.id}` : 'user/unknown';
  return {
    result: { kind: 'refused', why, cookies: [] },
    changes: [{ subject, before: null, after: { refused: why } }],
  };
}

/**
 * The answer to a request without a pending step. Anybody can send these without limit, so the trail does not record
 * them.
 */
export const stepOver: Done<SignInOutcome> = {
  result: { kind: 'refused', why: 'stepExpired', cookies: [] },
  repeated: true,
};

export type Waiting = { readonly user: UserRow; readonly identifier: string; readonly factorShown: boolean };

/**
 * The user whose sign-in waits for this step, with the account locked; null when the step is over, was never begun, is
 * another one, or is no longer the account's next step.
 */
export async function waitingUser(work: Work, step: keyof typeof rowsOf): Promise<Waiting | null> {
  const { tx, caller, policy } = work;
  const identifier = tokenIn(step, caller, policy);
  if (!identifier?.startsWith(rowsOf[step])) return null;
  const userId = await ownerOf(work, identifier);
  const user = userId && (await lockedUser(tx, userId));
  // A concurrent request may have taken the step while this one waited for the lock.
  if (!user || user.banned || !(await ownerOf(work, identifier))) return null;
  const factorShown = identifier.startsWith(byFactor);
  const isNext = step === 'secondStep' || (user.mustChangePassword && (factorShown || !user.twoFactorEnabled));
  return isNext ? { user, identifier, factorShown } : null;
}

/**
 * The sign-in of this browser that waits for a code of the second factor, with the number of recovery codes that are
 * left; null for none.
 */
export async function awaitedCode(caller: Caller, now: Date): Promise<{ readonly recoveryCodes: number } | null> {
  const policy = settings();
  const identifier = tokenIn('secondStep', caller, policy);
  if (!identifier?.startsWith(rowsOf.secondStep)) return null;
  return db().transaction(async (tx) => {
    const userId = await ownerOf({ tx, now }, identifier);
    return userId === undefined ? null : { recoveryCodes: await countRecoveryCodes(tx, policy, userId) };
  });
}

async function ownerOf({ tx, now }: { tx: Reads; now: Date }, identifier: string): Promise<string | undefined> {
  const [row] = await tx
    .select({ userId: verification.value })
    .from(verification)
    .where(and(eq(verification.identifier, identifier), gt(verification.expiresAt, now)));
  return row?.userId;
}
