import type { Work } from '@/lib/access/command';
import { bucketsOf } from '@/lib/access/sign-in/queries';
import { takeBackAttempt } from '@/lib/access/throttle/take-back-attempt';

/** The attempt was its owner's: what was counted against it is taken back. */
export async function takeBackSignIn(work: Work, username: string): Promise<void> {
  const [own = '', ...shared] = (await bucketsOf(work, username, work.tx)).map(({ name }) => name);
  await takeBackAttempt(work.tx, { own: [own], shared });
}
