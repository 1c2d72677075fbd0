import { eq } from 'drizzle-orm';
import { appSession } from '@/db/schema/access';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { accountsOver } from '@/lib/access/auth/engine';
import { tokenCookie } from '@/lib/access/auth/tokens';
import type { Work } from '@/lib/access/command';
import type { SetCookie } from '@/lib/cookies';

/** Ends every session of the principal and begins a new one in this browser. Returns its cookie. */
export async function renewSession(work: Work): Promise<SetCookie> {
  const { tx, principal, caller, policy, now } = work;
  await endSessions(tx, principal.userId);
  const { internalAdapter } = await accountsOver(tx, policy).$context;
  const { token } = await internalAdapter.createSession(principal.userId, false, {
    ipAddress: caller.address,
    userAgent: caller.userAgent,
  });
  await tx.update(appSession).set({ activeAt: now }).where(eq(appSession.token, token));
  return tokenCookie('session', token, policy, policy.sessionHours * 3600);
}
