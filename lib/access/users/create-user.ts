import { command } from '@/lib/access/command';
import { makeUser } from '@/lib/access/users/make-user';
import { Posting, Username } from '@/lib/access/users/posting';
import { newSecret } from '@/lib/access/users/secret';
import type { HandedOver } from '@/lib/access/users/words';

/** Creates an account. Returns the initial secret: shown once, valid for a day, to be replaced at the first sign-in. */
export const createUser = command({
  name: 'user.create',
  input: Posting.extend({ username: Username }),
  async run(work, { username, ...posting }) {
    const secret = newSecret();
    const userId = await makeUser(work, { username, secret, posting });
    const result: HandedOver = { userId, username, secret };
    return { result, changes: [{ subject: `user/${userId}`, before: null, after: { username, ...posting } }] };
  },
});
