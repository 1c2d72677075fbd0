import { bucketOf, type Proof } from '@/lib/access/account/count-proof';
import type { Work } from '@/lib/access/command';
import { takeBackAttempt } from '@/lib/access/throttle/take-back-attempt';

/** Takes back the counted attempt of this proof alone, so that a right password excuses no wrong code. */
export async function takeBackProof(work: Work, proof: Proof): Promise<void> {
  await takeBackAttempt(work.tx, { own: [bucketOf(work, proof)], shared: [] });
}
