import * as z from 'zod';
import { endSessions } from '@/lib/access/auth/end-sessions';
import { accountsOver } from '@/lib/access/auth/engine';
import { command, type Done } from '@/lib/access/command';
import { choosePassword } from '@/lib/access/password/choose-password';
import { longest } from '@/lib/access/password/policy';
import { admitUser } from '@/lib/access/sign-in/admit-user';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { stepOver, waitingUser } from '@/lib/access/sign-in/queries';
import { Refusal } from '@/lib/errors';

/** The step of a sign-in in which a chosen password replaces the initial or an expired one. */
export const chooseOwnPassword = command({
  name: 'session.choosePassword',
  input: z.strictObject({ password: z.string().min(1).max(longest), repeated: z.string().max(longest) }),
  async run(work, { password, repeated }): Promise<Done<SignInOutcome>> {
    const { tx, caller, policy, now } = work;
    if (password !== repeated) throw new Refusal('invalid', 'passwordsDiffer', { field: 'repeated' });
    const waiting = await waitingUser(work, 'newPassword');
    if (!waiting) return stepOver;
    const { user, factorShown } = waiting;
    await choosePassword(tx, { user, password, policy, now });
    await endSessions(tx, user.id);
    const { internalAdapter } = await accountsOver(tx, policy).$context;
    const session = await internalAdapter.createSession(user.id, false, {
      ipAddress: caller.address,
      userAgent: caller.userAgent,
    });
    const done = await admitUser(work, { userId: user.id, token: session.token, factorShown });
    const change = {
      subject: `user/${user.id}`,
      before: { passwordSetAt: user.passwordSetAt },
      after: { passwordSetAt: now },
    };
    return 'changes' in done ? { ...done, changes: [...done.changes, change] } : done;
  },
});
