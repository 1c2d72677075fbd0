import * as z from 'zod';
import { countProof } from '@/lib/access/account/count-proof';
import { proveUser } from '@/lib/access/account/prove-user';
import { ownToken } from '@/lib/access/account/queries';
import { accountsOver, headersOf, libraryAnswer } from '@/lib/access/auth/engine';
import { command, type Done } from '@/lib/access/command';
import { PresentPassword } from '@/lib/access/password/policy';
import { Refusal } from '@/lib/errors';

/** Makes ten new recovery codes, shown once; those of before are good no more. Demands the password. */
export const renewRecoveryCodes = command({
  name: 'secondFactor.renewCodes',
  input: z.strictObject({ present: PresentPassword }),
  async around(asked, _input, inside): Promise<readonly string[]> {
    await countProof(asked, 'again');
    return inside();
  },
  async run(work, { present }): Promise<Done<readonly string[]>> {
    const { tx, policy, caller } = work;
    const user = await proveUser(work, present);
    if (!user.twoFactorEnabled) throw new Refusal('conflict', 'factorNotThere');
    const answer = await libraryAnswer(
      accountsOver(tx, policy).api.generateBackupCodes({
        body: { password: present },
        headers: headersOf(caller, policy, ownToken(work)),
      }),
    );
    if ('refused' in answer) throw new Refusal('conflict', 'factorNotThere');
    return {
      result: answer.backupCodes,
      changes: [{ subject: `user/${user.id}`, before: null, after: { recoveryCodes: 'renewed' } }],
    };
  },
});
