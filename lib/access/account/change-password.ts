import * as z from 'zod';
import { countProof } from '@/lib/access/account/count-proof';
import { proveUser } from '@/lib/access/account/prove-user';
import { renewSession } from '@/lib/access/account/renew-session';
import { command, type Done } from '@/lib/access/command';
import { choosePassword } from '@/lib/access/password/choose-password';
import { longest, PresentPassword } from '@/lib/access/password/policy';
import type { SetCookie } from '@/lib/cookies';
import { Refusal } from '@/lib/errors';

/** Changes one's own password. Every session ends, and this browser gets a new one. */
export const changePassword = command({
  name: 'password.change',
  input: z.strictObject({
    present: PresentPassword,
    password: z.string().min(1).max(longest),
    repeated: z.string().max(longest),
  }),
  async around(asked, _input, inside): Promise<readonly SetCookie[]> {
    await countProof(asked, 'again');
    return inside();
  },
  async run(work, { present, password, repeated }): Promise<Done<readonly SetCookie[]>> {
    if (password !== repeated) throw new Refusal('invalid', 'passwordsDiffer', { field: 'repeated' });
    const { tx, policy, now } = work;
    const user = await proveUser(work, present);
    await choosePassword(tx, { user, password, policy, now });
    const cookie = await renewSession(work);
    return {
      result: [cookie],
      changes: [
        { subject: `user/${user.id}`, before: { passwordSetAt: user.passwordSetAt }, after: { passwordSetAt: now } },
      ],
    };
  },
});
