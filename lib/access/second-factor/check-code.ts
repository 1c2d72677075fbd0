import { eq } from 'drizzle-orm';
import { secondFactor } from '@/db/schema/access';
import { accountsOver, answered, type Carried, headersOf } from '@/lib/access/auth/engine';
import type { Work } from '@/lib/access/command';
import { stepAt, stepOfCode } from '@/lib/access/second-factor/one-time-code';

/** Why a code was turned down; a message under `errors` each. */
type CodeFault = 'wrongCode' | 'usedCode' | 'factorLocked' | 'stepExpired';

/** What the library says of a code, in our words. */
const faults: Record<string, CodeFault> = {
  ACCOUNT_TEMPORARILY_LOCKED: 'factorLocked',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'stepExpired',
  INVALID_TWO_FACTOR_COOKIE: 'stepExpired',
};

/**
 * Looks at a code of a user's second factor, whose account is locked: six digits of the authenticator, good once, or a
 * recovery code. `carried` is the step that waits for it, which is over with it and becomes a session, or the session in
 * which it is asked for. Answers that session.
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
  const asked = { body: { code }, headers: headersOf(caller, policy, carried) } as const;
  const answer = await answered(isTotp ? accounts.api.verifyTOTP(asked) : accounts.api.verifyBackupCode(asked));
  if ('refused' in answer) return { refused: faults[answer.refused] ?? 'wrongCode' };
  // The library may look a moment later than `now`, when one more code is good.
  const lastStep = step ?? stepAt(now) + 2;
  if (isTotp) await tx.update(secondFactor).set({ lastStep }).where(eq(secondFactor.id, factor.id));
  if (answer.user.id !== userId || !answer.token) throw new Error('the library made no session of this account');
  return { token: answer.token };
}
