import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { command } from '@/lib/access/command';
import { removeSecondFactor } from '@/lib/access/second-factor/remove-second-factor';
import { changeUser } from '@/lib/access/users/change-user';
import { UserId } from '@/lib/access/users/posting';
import { userInScope } from '@/lib/access/users/queries';
import { Refusal } from '@/lib/errors';

/** Removes a second factor whose owner lost the authenticator and the recovery codes. Sessions end at once. */
export const resetSecondFactor = command({
  name: 'user.resetSecondFactor',
  input: z.strictObject({ id: UserId, version: z.int() }),
  async run(work, { id, version }) {
    const { tx } = work;
    const user = await userInScope(work, { command: 'user.resetSecondFactor', id, version });
    if (!(await removeSecondFactor(tx, id))) throw new Refusal('conflict', 'factorNotThere');
    await changeUser(work, user, { twoFactorEnabled: false });
    await endSessions(tx, id);
    return {
      result: id,
      changes: [{ subject: `user/${id}`, before: { secondFactor: 'on' }, after: { secondFactor: 'none' } }],
    };
  },
});
