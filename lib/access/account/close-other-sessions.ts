import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { command } from '@/lib/access/command';

/** Ends all sessions of the principal but the present one. Returns their number. */
export const closeOtherSessions = command({
  name: 'session.closeOthers',
  input: z.strictObject({}),
  async run({ tx, principal }) {
    const ended = await endSessions(tx, principal.userId, principal.sessionId ?? undefined);
    return ended === 0
      ? { result: 0, repeated: true }
      : {
          result: ended,
          changes: [
            { subject: `user/${principal.userId}`, before: { otherSessions: ended }, after: { otherSessions: 0 } },
          ],
        };
  },
});
