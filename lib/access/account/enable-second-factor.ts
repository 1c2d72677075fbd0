import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { secondFactor } from '@/db/schema/access';
import { countProof } from '@/lib/access/account/count-proof';
import { ownToken } from '@/lib/access/account/queries';
import { renewSession } from '@/lib/access/account/renew-session';
import { takeBackProof } from '@/lib/access/account/take-back-proof';
import { accountsOver, headersOf, libraryAnswer } from '@/lib/access/auth/engine';
import { command, type Done } from '@/lib/access/command';
import { Digits } from '@/lib/access/second-factor/code';
import { stepOfCode } from '@/lib/access/second-factor/one-time-code';
import { setupMark } from '@/lib/access/second-factor/setup-mark';
import type { SetCookie } from '@/lib/cookies';
import { Refusal } from '@/lib/errors';

/** Confirms the second factor by a first code; from now on every sign-in asks for one. All sessions end but this one. */
export const enableSecondFactor = command({
  name: 'secondFactor.enable',
  input: z.strictObject({
    code: Digits,
    /** The mark of the secret that the page shows; empty for the present one. */
    setup: z.string().max(16).default(''),
  }),
  async around(asked, _input, inside): Promise<readonly SetCookie[]> {
    await countProof(asked, 'code');
    return inside();
  },
  async run(work, { code, setup }): Promise<Done<readonly SetCookie[]>> {
    const { tx, principal, policy, caller, now } = work;
    const [factor] = await tx
      .select()
      .from(secondFactor)
      .where(eq(secondFactor.userId, principal.userId))
      .for('update');
    if (!factor || factor.verified) throw new Refusal('conflict', 'factorNotBegun');
    if (setup !== '' && setup !== setupMark(factor.secret)) throw new Refusal('conflict', 'factorBegunAgain');
    const accounts = accountsOver(tx, policy);
    const step = await stepOfCode(accounts, factor.secret, code, now);
    const answer = await libraryAnswer(
      accounts.api.verifyTOTP({ body: { code }, headers: headersOf(caller, policy, ownToken(work)) }),
    );
    if ('refused' in answer || step === null) throw new Refusal('invalid', 'wrongCode', { field: 'code' });
    await tx.update(secondFactor).set({ lastStep: step }).where(eq(secondFactor.id, factor.id));
    await takeBackProof(work, 'code');
    const cookie = await renewSession(work);
    return {
      result: [cookie],
      changes: [
        { subject: `user/${principal.userId}`, before: { secondFactor: 'begun' }, after: { secondFactor: 'on' } },
      ],
    };
  },
});
