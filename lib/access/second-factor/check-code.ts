import { eq } from 'drizzle-orm';
import { secondFactor } from '@/db/schema/access';
import { accountsOver, type Carried, headersOf, libraryAnswer } from '@/lib/access/auth/engine';
import { recoveryCodeOf } from '@/lib/access/auth/recovery-codes';
import type { Work } from '@/lib/access/command';
import { stepAt, stepOfCode } from '@/lib/access/second-factor/one-time-code';

/** Why a code was refused; each has a message under `errors`. */
type CodeFault = 'wrongCode' | 'usedCode' | 'factorLocked' | 'stepExpired';

/** The library's error codes, in the product's words. */
const faults: Record<string, CodeFault> = {
  ACCOUNT_TEMPORARILY_LOCKED: 'factorLocked',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'stepExpired',
  INVALID_TWO_FACTOR_COOKIE: 'stepExpired',
};

/**
 * Checks a code of a user's second factor: six digits of the authenticator, accepted once, or a recovery code. The
 * account is locked by the caller. `carried` is the pending step, which ends and becomes a session, or the present
 * session. Returns that session.
 */
export async function checkCode(
  work: Work,
  { userId, code, carried }: { userId: string; code: string; carried: Carried },
): Promise<{ readonly token: string } | { readonly refused: CodeFault }> {
  const { tx, policy, caller, now } = work;
  const [factor] = await tx.select().from(secondFactor).where(eq(secondFactor.userId, userId)).for('update');
  if (!factor?.verified) return { refused: 'stepExpired' };
  if (factor.lockedUntil && factor.lockedUntil > now) return { refused: 'factorLocked' };
  const accounts = accountsOver(tx, policy);
  const isTotp = /^\d{6}$/.test(code);
  const step = isTotp ? await stepOfCode(accounts, factor.secret, code, now) : null;
  if (step !== null && step <= factor.lastStep) return { refused: 'usedCode' };
  const asked = {
    body: { code: isTotp ? code : recoveryCodeOf(code) },
    headers: headersOf(caller, policy, carried),
  } as const;
  const answer = await libraryAnswer(isTotp ? accounts.api.verifyTOTP(asked) : accounts.api.verifyBackupCode(asked));
  if ('refused' in answer) return { refused: faults[answer.refused] ?? 'wrongCode' };
  // The library may read the clock slightly later than `now`, when one more code is valid.
  const lastStep = step ?? stepAt(now) + 2;
  if (isTotp) await tx.update(secondFactor).set({ lastStep }).where(eq(secondFactor.id, factor.id));
  if (answer.user.id !== userId || !answer.token) throw new Error('the library made no session of this account');
  return { token: answer.token };
}
