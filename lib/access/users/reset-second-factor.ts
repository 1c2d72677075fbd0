import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/queries';
import { command } from '@/lib/access/command';
import { removeSecondFactor } from '@/lib/access/second-factor/queries';
import { UserId } from '@/lib/access/users/posting';
import { changeUser, userInScope } from '@/lib/access/users/queries';
import { Refusal } from '@/lib/errors';

/** Takes away a second factor whose owner lost the authenticator and the recovery codes. Sessions end at once. */
export const resetSecondFactor = command({
  name: 'user.resetSecondFactor',
  input: z.strictObject({ id: UserId, version: z.int() }),
  async run(work, { id, version }) {
    const { tx, principal } = work;
    const user = await userInScope(work, { command: 'user.resetSecondFactor', id, version });
    if (!(await removeSecondFactor(tx, principal, id))) throw new Refusal('conflict', 'factorNotThere');
    await changeUser(work, user, { twoFactorEnabled: false });
    await endSessions(tx, principal, id);
    return {
      result: id,
      changes: [{ subject: `user/${id}`, before: { secondFactor: 'on' }, after: { secondFactor: 'none' } }],
    };
  },
});
