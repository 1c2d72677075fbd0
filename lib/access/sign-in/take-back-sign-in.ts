import type { Work } from '@/lib/access/command';
import { bucketsOf } from '@/lib/access/sign-in/queries';
import { takeBackAttempt } from '@/lib/access/throttle/take-back-attempt';

/** Takes back the counts of a successful sign-in. */
export async function takeBackSignIn(work: Work, username: string): Promise<void> {
  const [own = '', ...shared] = (await bucketsOf(work, username, work.tx)).map(({ name }) => name);
  await takeBackAttempt(work.tx, { own: [own], shared });
}
