import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { appSession } from '@/db/schema/access';
import type { SetCookie } from '@/lib/access/auth/cookies';
import { command } from '@/lib/access/command';
import { namesUnder } from '@/lib/access/sign-in/queries';

/** Signs out: the session ends here and now, wherever its token may be. */
export const closeSession = command({
  name: 'session.close',
  input: z.strictObject({}),
  async run({ tx, principal, policy }) {
    const gone: SetCookie = { name: namesUnder(policy).session, value: '', maxAge: 0 };
    await tx.delete(appSession).where(eq(appSession.id, principal.sessionId ?? ''));
    return {
      result: [gone],
      changes: [{ subject: `user/${principal.userId}`, before: { signedIn: true }, after: null }],
    };
  },
});
