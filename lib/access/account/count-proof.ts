import { db } from '@/db/client';
import type { Work } from '@/lib/access/command';
import { perAccount } from '@/lib/access/throttle/attempts';
import { reserveAttempt } from '@/lib/access/throttle/reserve-attempt';

type Asked = Omit<Work, 'tx'>;

/**
 * A proof that a signed-in user gives again: the password, or a code of the second factor. Each is counted separately.
 */
export type Proof = 'again' | 'code';

export const bucketOf = ({ principal }: Asked, proof: Proof) => `${proof}:${principal.userId}`;

/** Counts the attempt of a signed-in user to prove their identity again, by the same rules as a sign-in. */
export async function countProof(work: Asked, ...proofs: readonly Proof[]): Promise<void> {
  const buckets = proofs.map((proof) => ({ name: bucketOf(work, proof), rule: perAccount }));
  await reserveAttempt(db(), buckets, work.now);
}
