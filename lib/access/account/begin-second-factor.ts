import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { secondFactor } from '@/db/schema/access';
import { countProof } from '@/lib/access/account/count-proof';
import { proveUser } from '@/lib/access/account/prove-user';
import { ownToken } from '@/lib/access/account/queries';
import { accountsOver, headersOf, libraryAnswer } from '@/lib/access/auth/engine';
import { placeholderHost } from '@/lib/access/auth/placeholder';
import { command, type Done } from '@/lib/access/command';
import { PresentPassword } from '@/lib/access/password/policy';
import { setupMark } from '@/lib/access/second-factor/setup-mark';
import { Refusal } from '@/lib/errors';

/** The secret for an authenticator and the recovery codes: shown once, and never in the audit. */
export type FactorSetup = {
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
  /** The mark of this secret, which the confirmation names. */
  readonly setup: string;
  /** Whether a secret shown before, as in another window, ended by this one. */
  readonly isReplaced: boolean;
};

/** Begins to set up a second factor: a secret for the authenticator and ten recovery codes. It counts once confirmed. */
export const beginSecondFactor = command({
  name: 'secondFactor.begin',
  input: z.strictObject({ present: PresentPassword }),
  async around(asked, _input, inside): Promise<FactorSetup> {
    await countProof(asked, 'again');
    return inside();
  },
  async run(work, { present }): Promise<Done<FactorSetup>> {
    const { tx, policy, caller } = work;
    const user = await proveUser(work, present);
    const secretOf = () =>
      tx.select({ secret: secondFactor.secret }).from(secondFactor).where(eq(secondFactor.userId, user.id));
    const isReplaced = (await secretOf()).length > 0;
    const answer = await libraryAnswer(
      accountsOver(tx, policy).api.enableTwoFactor({
        body: { password: present, method: 'totp' },
        headers: headersOf(caller, policy, ownToken(work)),
      }),
    );
    if ('refused' in answer || answer.method !== 'totp') throw new Refusal('conflict', 'factorThere');
    const [made] = await secretOf();
    if (!made) throw new Error('the library stored no second factor');
    return {
      result: {
        uri: answer.totpURI.replace(encodeURIComponent(`@${placeholderHost}`), ''),
        recoveryCodes: answer.backupCodes,
        setup: setupMark(made.secret),
        isReplaced,
      },
      changes: [{ subject: `user/${user.id}`, before: { secondFactor: 'none' }, after: { secondFactor: 'begun' } }],
    };
  },
});
