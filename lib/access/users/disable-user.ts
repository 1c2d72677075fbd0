import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { command } from '@/lib/access/command';
import { changeUser } from '@/lib/access/users/change-user';
import { UserId } from '@/lib/access/users/posting';
import { stateOf, userInScope } from '@/lib/access/users/queries';

/** Disables an account: its sessions end at once and no sign-in succeeds. Its past actions stay. */
export const disableUser = command({
  name: 'user.disable',
  input: z.strictObject({ id: UserId, version: z.int() }),
  async run(work, { id, version }) {
    const user = await userInScope(work, { command: 'user.disable', id, version });
    await changeUser(work, user, { banned: true });
    const sessions = await endSessions(work.tx, id);
    const before = { state: stateOf(user), sessions };
    return { result: id, changes: [{ subject: `user/${id}`, before, after: { state: 'disabled', sessions: 0 } }] };
  },
});
