import { accountsOver, libraryAnswer } from '@/lib/access/auth/engine';
import { placeholderHost } from '@/lib/access/auth/placeholder';
import type { Work } from '@/lib/access/command';
import type { Posting } from '@/lib/access/users/posting';
import { handoverEnd, placeOf } from '@/lib/access/users/queries';
import { Refusal } from '@/lib/errors';

/** Creates an account with an initial secret. Refuses a username that is taken. Returns its id. */
export async function makeUser(
  work: Work,
  { username, secret, posting }: { username: string; secret: string; posting: Posting },
): Promise<string> {
  const place = await placeOf(work, posting);
  const answer = await libraryAnswer(
    accountsOver(work.tx, work.policy).api.createUser({
      body: {
        email: `${username}@${placeholderHost}`,
        name: posting.name,
        password: secret,
        role: posting.role,
        data: { username, ...place, mustChangePassword: true, handedOverUntil: handoverEnd(work.now) },
      },
    }),
  );
  if ('refused' in answer) throw new Refusal('conflict', 'usernameTaken', { field: 'username', username });
  return answer.user.id;
}
