import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { secondFactor } from '@/db/schema/access';
import { accountsOver, answered, cookiesOf, headersOf } from '@/lib/access/auth/engine';
import { command, type Done } from '@/lib/access/command';
import { stepOfCode } from '@/lib/access/second-factor/one-time-code';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { admitted, turnedDown, waitingUser } from '@/lib/access/sign-in/queries';

/** What the library says of a code, in our words. */
const faults: Record<string, 'factorLocked' | 'stepExpired'> = {
  ACCOUNT_TEMPORARILY_LOCKED: 'factorLocked',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'stepExpired',
  INVALID_TWO_FACTOR_COOKIE: 'stepExpired',
};

/**
 * The second step of a sign-in: six digits of the authenticator, or a recovery code. A code is good once; ten wrong ones
 * lock the factor for a quarter of an hour.
 */
export const confirmSession = command({
  name: 'session.confirm',
  input: z.strictObject({ code: z.string().trim().min(6).max(20) }),
  async run(work, { code }): Promise<Done<SignInOutcome>> {
    const { tx, policy, caller } = work;
    const waiting = await waitingUser(work, 'secondStep');
    if (!waiting) return turnedDown(undefined, 'stepExpired');
    const { user } = waiting;
    const [factor] = await tx.select().from(secondFactor).where(eq(secondFactor.userId, user.id)).for('update');
    if (!factor) return turnedDown(user, 'stepExpired');
    const accounts = accountsOver(tx, policy);
    const isTotp = /^\d{6}$/.test(code);
    const step = isTotp ? await stepOfCode(accounts, factor.secret, code, work.now) : null;
    if (step !== null && step <= factor.lastStep) return turnedDown(user, 'usedCode');
    const asked = { body: { code }, headers: headersOf(caller), returnHeaders: true } as const;
    const answer = await answered(isTotp ? accounts.api.verifyTOTP(asked) : accounts.api.verifyBackupCode(asked));
    if ('refused' in answer) return turnedDown(user, faults[answer.refused] ?? 'wrongCode');
    if (step !== null) await tx.update(secondFactor).set({ lastStep: step }).where(eq(secondFactor.id, factor.id));
    const token = answer.response.token;
    if (!token) throw new Error('the library made no session');
    return admitted(work, { userId: user.id, token, cookies: cookiesOf(answer.headers) });
  },
});
