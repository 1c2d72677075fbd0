import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { accountsOver, headersOf, libraryAnswer, secondStepIn, stepMinutes } from '@/lib/access/auth/engine';
import { tokenCookie } from '@/lib/access/auth/tokens';
import { command, type Done, type Work } from '@/lib/access/command';
import { hashPassword, isOutdated } from '@/lib/access/password/hashing';
import { PresentPassword } from '@/lib/access/password/policy';
import { passwordHash } from '@/lib/access/password/queries';
import { writePassword } from '@/lib/access/password/write-password';
import { admitUser } from '@/lib/access/sign-in/admit-user';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { bucketsOf, refuseStep } from '@/lib/access/sign-in/queries';
import { takeBackSignIn } from '@/lib/access/sign-in/take-back-sign-in';
import { reserveAttempt } from '@/lib/access/throttle/reserve-attempt';
import { Refusal } from '@/lib/errors';
import { printable } from '@/lib/printable';
import { takeTurns } from '@/lib/turns/take-turns';

/**
 * The limit of sign-ins that hold a connection while a password is hashed; others wait without one, so that pages keep
 * working.
 */
const inTurn = takeTurns(4, 500, () => new Refusal('unavailable', 'busy'));

/**
 * Signs in by username and password. Every attempt is counted before the password is checked, by account and network
 * address, or by device where the account is known on it; a failure is recorded and stays counted. Refuses with `limit`
 * and the seconds to wait.
 */
export const openSession = command({
  name: 'session.open',
  input: z.strictObject({
    username: z.string().trim().toLowerCase().min(1).max(64).regex(printable),
    password: PresentPassword,
  }),

  async around(asked, { username }, inside): Promise<SignInOutcome> {
    await reserveAttempt(db(), await bucketsOf(asked, username, db()), asked.now);
    return inTurn(inside);
  },

  async run(work, { username, password }): Promise<Done<SignInOutcome>> {
    const { tx, policy, caller } = work;
    // The account is locked first: concurrent sign-ins of one account would deadlock otherwise.
    const [user] = await tx.select().from(appUser).where(eq(appUser.username, username)).for('update');
    const body = { username, password };
    const answer = await libraryAnswer(
      accountsOver(tx, policy).api.signInUsername({ body, headers: headersOf(caller, policy), returnHeaders: true }),
    );
    if ('refused' in answer || !user)
      return refuseStep(
        user,
        'refused' in answer && answer.refused === 'BANNED_USER' ? 'accountDisabled' : 'wrongPassword',
      );
    await takeBackSignIn(work, username);
    await renewHash(work, user.id, password);
    if ('twoFactorRedirect' in answer.response) {
      const step = tokenCookie('secondStep', secondStepIn(answer.headers, policy), policy, stepMinutes * 60);
      return {
        result: { kind: 'secondStep', cookies: [step] },
        changes: [{ subject: `user/${user.id}`, before: null, after: { step: 'secondFactor' } }],
        actor: { userId: user.id, role: user.role },
      };
    }
    return admitUser(work, { userId: user.id, token: answer.response.token, factorShown: false });
  },
});

/** Renews a hash of a lower cost than today's, now that the password is known. */
async function renewHash({ tx, now }: Work, userId: string, password: string): Promise<void> {
  if (!isOutdated(await passwordHash(tx, userId))) return;
  await writePassword(tx, { userId, hash: await hashPassword(password), now });
}
