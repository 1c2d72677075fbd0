import { db } from '@/db/client';
import type { Work } from '@/lib/access/command';
import { perAccount } from '@/lib/access/throttle/attempts';
import { reserveAttempt } from '@/lib/access/throttle/reserve-attempt';

type Asked = Omit<Work, 'tx'>;

/** What somebody who is signed in proves: the password, or a code of the second factor. Each is counted by itself. */
export type Proof = 'again' | 'code';

export const bucketOf = ({ principal }: Asked, proof: Proof) => `${proof}:${principal.userId}`;

/** Counts somebody who is signed in and proves again who they are, as a sign-in is counted. */
export async function countProof(work: Asked, ...proofs: readonly Proof[]): Promise<void> {
  const buckets = proofs.map((proof) => ({ name: bucketOf(work, proof), rule: perAccount }));
  await reserveAttempt(db(), buckets, work.now);
}
