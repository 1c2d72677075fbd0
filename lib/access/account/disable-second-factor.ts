import * as z from 'zod';
import { countProof } from '@/lib/access/account/count-proof';
import { proveUser } from '@/lib/access/account/prove-user';
import { ownToken } from '@/lib/access/account/queries';
import { renewSession } from '@/lib/access/account/renew-session';
import { takeBackProof } from '@/lib/access/account/take-back-proof';
import { command, type Done } from '@/lib/access/command';
import { PresentPassword } from '@/lib/access/password/policy';
import { checkCode } from '@/lib/access/second-factor/check-code';
import { Code } from '@/lib/access/second-factor/code';
import { removeSecondFactor } from '@/lib/access/second-factor/remove-second-factor';
import { privilegedRoles } from '@/lib/access/words';
import type { SetCookie } from '@/lib/cookies';
import { Refusal } from '@/lib/errors';

/** Removes the second factor, where the policy leaves that to its owner; demands the password and a code. */
export const disableSecondFactor = command({
  name: 'secondFactor.disable',
  input: z.strictObject({ present: PresentPassword, code: Code }),
  async around(asked, _input, inside): Promise<readonly SetCookie[]> {
    await countProof(asked, 'again', 'code');
    return inside();
  },
  async run(work, { present, code }): Promise<Done<readonly SetCookie[]>> {
    const { tx, principal, policy } = work;
    if (policy.secondFactor === 'required' && privilegedRoles.includes(principal.role))
      throw new Refusal('forbidden', 'factorRequired');
    const user = await proveUser(work, present);
    if (!user.twoFactorEnabled) throw new Refusal('conflict', 'factorNotThere');
    const checked = await checkCode(work, { userId: user.id, code, carried: ownToken(work) });
    if ('refused' in checked) throw new Refusal('invalid', checked.refused, { field: 'code' });
    await takeBackProof(work, 'code');
    await removeSecondFactor(tx, user.id);
    const cookie = await renewSession(work);
    return {
      result: [cookie],
      changes: [{ subject: `user/${user.id}`, before: { secondFactor: 'on' }, after: { secondFactor: 'none' } }],
    };
  },
});
