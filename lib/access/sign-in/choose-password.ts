import * as z from 'zod';
import { accountsOver } from '@/lib/access/auth/engine';
import { endSessions } from '@/lib/access/auth/queries';
import { command, type Done } from '@/lib/access/command';
import { longest } from '@/lib/access/password/policy';
import { choosePassword } from '@/lib/access/password/queries';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { admitted, stepOver, waitingUser } from '@/lib/access/sign-in/queries';
import { Refusal } from '@/lib/errors';

/** The step of a sign-in in which a password of one's own takes the place of the one handed over, or of an old one. */
export const chooseOwnPassword = command({
  name: 'session.choosePassword',
  input: z.strictObject({ password: z.string().min(1).max(longest), repeated: z.string().max(longest) }),
  async run(work, { password, repeated }): Promise<Done<SignInOutcome>> {
    const { tx, principal, caller, policy, now } = work;
    if (password !== repeated) throw new Refusal('invalid', 'passwordsDiffer', { field: 'repeated' });
    const waiting = await waitingUser(work, 'newPassword');
    if (!waiting) return stepOver;
    const { user, factorShown } = waiting;
    await choosePassword(tx, principal, { user, password, policy, now });
    await endSessions(tx, principal, user.id);
    const { internalAdapter } = await accountsOver(tx, policy).$context;
    const session = await internalAdapter.createSession(user.id, false, {
      ipAddress: caller.address,
      userAgent: caller.userAgent,
    });
    const done = await admitted(work, { userId: user.id, token: session.token, factorShown });
    const change = {
      subject: `user/${user.id}`,
      before: { passwordSetAt: user.passwordSetAt },
      after: { passwordSetAt: now },
    };
    return 'changes' in done ? { ...done, changes: [...done.changes, change] } : done;
  },
});
