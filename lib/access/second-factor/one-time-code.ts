import { createOTP } from '@better-auth/utils/otp';
import { symmetricDecrypt } from 'better-auth/crypto';
import type { Accounts } from '@/lib/access/auth/engine';

const seconds = 30;

/** The time step (half minute) of a moment. */
export const stepAt = (moment: Date) => Math.floor(moment.getTime() / 1000 / seconds);

/**
 * The time step of a code (RFC 6238), among the present one and its two neighbours; null for an invalid code. `secret`
 * is encrypted as the library stores it.
 */
export async function stepOfCode(accounts: Accounts, secret: string, code: string, now: Date): Promise<number | null> {
  const { secretConfig } = await accounts.$context;
  const codes = createOTP(await symmetricDecrypt({ key: secretConfig, data: secret }));
  const present = stepAt(now);
  for (const step of [present - 1, present, present + 1]) {
    if ((await codes.hotp(step)) === code) return step;
  }
  return null;
}
