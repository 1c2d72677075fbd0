import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { appSession } from '@/db/schema/access';
import { goneCookie } from '@/lib/access/auth/tokens';
import { command } from '@/lib/access/command';

/** Signs out: ends the session at once, even if its token was copied. */
export const closeSession = command({
  name: 'session.close',
  input: z.strictObject({}),
  async run({ tx, principal, policy }) {
    await tx.delete(appSession).where(eq(appSession.id, principal.sessionId ?? ''));
    return {
      result: [goneCookie('session', policy)],
      changes: [{ subject: `user/${principal.userId}`, before: { signedIn: true }, after: null }],
    };
  },
});
