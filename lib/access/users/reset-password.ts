import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { command } from '@/lib/access/command';
import { hashPassword } from '@/lib/access/password/hashing';
import { writePassword } from '@/lib/access/password/write-password';
import { changeUser } from '@/lib/access/users/change-user';
import { UserId } from '@/lib/access/users/posting';
import { handoverEnd, stateOf, userInScope } from '@/lib/access/users/queries';
import { newSecret } from '@/lib/access/users/secret';
import { unblockAccount } from '@/lib/access/users/unblock-account';
import type { HandedOver } from '@/lib/access/users/words';

/** Replaces a forgotten password by an initial secret. Sessions end at once; the owner chooses a new password. */
export const resetPassword = command({
  name: 'user.resetPassword',
  input: z.strictObject({ id: UserId, version: z.int() }),
  async run(work, { id, version }) {
    const { tx, now } = work;
    const user = await userInScope(work, { command: 'user.resetPassword', id, version });
    const secret = newSecret();
    await writePassword(tx, { userId: id, hash: await hashPassword(secret), now });
    await changeUser(work, user, { mustChangePassword: true, handedOverUntil: handoverEnd(now) });
    const sessions = await endSessions(tx, id);
    await unblockAccount(tx, user.username);
    const result: HandedOver = { userId: id, username: user.username, secret };
    return {
      result,
      changes: [
        { subject: `user/${id}`, before: { state: stateOf(user), sessions }, after: { state: 'waiting', sessions: 0 } },
      ],
    };
  },
});
