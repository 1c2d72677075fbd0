import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { command } from '@/lib/access/command';
import { UserId } from '@/lib/access/users/posting';
import { userInScope } from '@/lib/access/users/queries';

/** Ends all sessions of an account. Returns their number. */
export const revokeSessions = command({
  name: 'user.revokeSessions',
  input: z.strictObject({ id: UserId }),
  async run(work, { id }) {
    await userInScope(work, { command: 'user.revokeSessions', id });
    const sessions = await endSessions(work.tx, id);
    return sessions === 0
      ? { result: 0, repeated: true }
      : { result: sessions, changes: [{ subject: `user/${id}`, before: { sessions }, after: { sessions: 0 } }] };
  },
});
