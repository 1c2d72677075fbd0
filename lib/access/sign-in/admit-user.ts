import { eq } from 'drizzle-orm';
import { appSession, appUser, verification } from '@/db/schema/access';
import { stepMinutes } from '@/lib/access/auth/engine';
import { deviceAge, lockedUser } from '@/lib/access/auth/queries';
import { rememberDevice } from '@/lib/access/auth/remember-device';
import { sweepStale } from '@/lib/access/auth/sweep-stale';
import { freshToken, goneCookie, tokenCookie, tokenIn } from '@/lib/access/auth/tokens';
import type { Done, Work } from '@/lib/access/command';
import { isExpired } from '@/lib/access/password/policy';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { byFactor, byPassword, refuseStep } from '@/lib/access/sign-in/queries';
import type { SetCookie } from '@/lib/cookies';

/**
 * Completes a sign-in whose session has just been made: returns that session, or a step to take when a password must be
 * chosen first. The browser's earlier session ends. A second factor cannot be skipped.
 */
export async function admitUser(
  work: Work,
  { userId, token, factorShown }: { userId: string; token: string; factorShown: boolean },
): Promise<Done<SignInOutcome>> {
  const { tx, caller, policy, now } = work;
  const user = await lockedUser(tx, userId);
  if (!user) throw new Error('a session of nobody');
  if (user.twoFactorEnabled && !factorShown) throw new Error('a session without its second factor');
  const actor = { userId, role: user.role };
  const isLate = user.handedOverUntil !== null && user.handedOverUntil <= now;
  const mustChange = user.mustChangePassword || isExpired(user.passwordSetAt, now, policy.passwordProfile);
  const isOutOfPlace = user.isDemonstration && !policy.isEmbedded;
  if (isLate || mustChange || isOutOfPlace) {
    await tx.delete(appSession).where(eq(appSession.token, token));
    if (isOutOfPlace) return refuseStep(user, 'accountDisabled');
    if (isLate) return refuseStep(user, 'handoverExpired');
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
  const device = await rememberDevice(tx, { userId, device: tokenIn('device', caller, policy), now });
  await sweepStale(tx, now);
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

/** Opens the step in which a new password is chosen: valid once, for ten minutes. */
async function stepTo({ tx, policy, now }: Work, userId: string, factorShown: boolean): Promise<SetCookie> {
  const identifier = `${factorShown ? byFactor : byPassword}${freshToken()}`;
  const expiresAt = new Date(now.getTime() + stepMinutes * 60_000);
  await tx
    .insert(verification)
    .values({ id: freshToken(), identifier, value: userId, expiresAt, createdAt: now, updatedAt: now });
  return tokenCookie('newPassword', identifier, policy, stepMinutes * 60);
}
