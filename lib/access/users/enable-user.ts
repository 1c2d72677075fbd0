import * as z from 'zod';
import { command } from '@/lib/access/command';
import { changeUser } from '@/lib/access/users/change-user';
import { UserId } from '@/lib/access/users/posting';
import { stateOf, userInScope } from '@/lib/access/users/queries';

/** Lets a disabled account sign in again, with the password it had. */
export const enableUser = command({
  name: 'user.enable',
  input: z.strictObject({ id: UserId, version: z.int() }),
  async run(work, { id, version }) {
    const user = await userInScope(work, { command: 'user.enable', id, version });
    await changeUser(work, user, { banned: false });
    const after = { state: stateOf({ ...user, banned: false }) };
    return { result: id, changes: [{ subject: `user/${id}`, before: { state: 'disabled' }, after }] };
  },
});
