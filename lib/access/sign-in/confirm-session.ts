import * as z from 'zod';
import { command, type Done } from '@/lib/access/command';
import { checkCode } from '@/lib/access/second-factor/check-code';
import { Code } from '@/lib/access/second-factor/code';
import { admitUser } from '@/lib/access/sign-in/admit-user';
import type { SignInOutcome } from '@/lib/access/sign-in/outcome';
import { refuseStep, stepOver, waitingUser } from '@/lib/access/sign-in/queries';

/**
 * The second step of a sign-in: six digits of the authenticator, or a recovery code. A code is accepted once; ten wrong
 * ones lock the factor for a quarter of an hour.
 */
export const confirmSession = command({
  name: 'session.confirm',
  input: z.strictObject({ code: Code }),
  async run(work, { code }): Promise<Done<SignInOutcome>> {
    const waiting = await waitingUser(work, 'secondStep');
    if (!waiting) return stepOver;
    const { user, identifier } = waiting;
    const checked = await checkCode(work, { userId: user.id, code, carried: { secondStep: identifier } });
    if ('refused' in checked) return refuseStep(user, checked.refused);
    return admitUser(work, { userId: user.id, token: checked.token, factorShown: true });
  },
});
