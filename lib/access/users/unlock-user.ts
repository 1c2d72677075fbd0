import * as z from 'zod';
import { command } from '@/lib/access/command';
import { UserId } from '@/lib/access/users/posting';
import { userInScope } from '@/lib/access/users/queries';
import { unblockAccount } from '@/lib/access/users/unblock-account';

/** Deletes the counted failures of an account, so that its owner need not wait. */
export const unlockUser = command({
  name: 'user.unlock',
  input: z.strictObject({ id: UserId }),
  async run(work, { id }) {
    const user = await userInScope(work, { command: 'user.unlock', id });
    return (await unblockAccount(work.tx, user.username))
      ? { result: true, changes: [{ subject: `user/${id}`, before: { blocked: true }, after: { blocked: false } }] }
      : { result: false, repeated: true };
  },
});
