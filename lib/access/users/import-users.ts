import * as z from 'zod';
import type { Change } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Posting, Username } from '@/lib/access/users/posting';
import { newUser } from '@/lib/access/users/queries';
import { newSecret } from '@/lib/access/users/secret';
import { type HandedOver, longestList } from '@/lib/access/users/words';

/** Makes all the accounts of a list, or none. Answers their secrets, in the order of the list. */
export const importUsers = command({
  name: 'user.import',
  input: z.strictObject({
    users: z
      .array(Posting.extend({ username: Username }))
      .min(1)
      .max(longestList),
  }),
  async run(work, { users }) {
    const handed: HandedOver[] = [];
    const changes: Change[] = [];
    for (const { username, ...posting } of users) {
      const secret = newSecret();
      const userId = await newUser(work, { username, secret, posting });
      handed.push({ userId, username, secret });
      changes.push({ subject: `user/${userId}`, before: null, after: { username, ...posting } });
    }
    const [first, ...others] = changes;
    if (!first) throw new Error('an empty list passed the check');
    return { result: handed, changes: [first, ...others] };
  },
});
