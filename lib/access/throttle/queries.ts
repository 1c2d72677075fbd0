import { asc, inArray, sql } from 'drizzle-orm';
import { type Database, db, type Tx } from '@/db/client';
import { throttle } from '@/db/schema/access';
import type { Caller } from '@/lib/access/caller';
import type { Principal } from '@/lib/access/principal';
import { type Count, counted, perUse, type Rule } from '@/lib/access/throttle/attempts';
import { Refusal } from '@/lib/errors';

export type Bucket = { readonly name: string; readonly rule: Rule };

/**
 * Counts an attempt as a failure in every bucket before it is looked at, so that any number at once count each; refuses
 * it with the seconds to wait when one bucket is full, and then none has counted it. `forgiven` takes it back. Answers the
 * counts.
 */
export async function reserveAttempt(
  _principal: Principal,
  database: Database,
  buckets: readonly Bucket[],
  now: Date,
  refusal: 'tooManyAttempts' | 'tooMuchUse' = 'tooManyAttempts',
): Promise<readonly Count[]> {
  return database.transaction(async (tx) => {
    const names = buckets.map(({ name }) => name);
    await tx
      .insert(throttle)
      .values(names.toSorted().map((bucket) => ({ bucket, failures: 0, since: now, blockedUntil: null })))
      .onConflictDoNothing();
    const rows = await tx
      .select()
      .from(throttle)
      .where(inArray(throttle.bucket, names))
      .orderBy(asc(throttle.bucket))
      .for('update');
    const next = buckets.map(({ name, rule }) => {
      // Another's success may have emptied the bucket since.
      const count = counted(rows.find(({ bucket }) => bucket === name) ?? null, rule, now);
      if ('wait' in count) throw new Refusal('limit', refusal, { seconds: count.wait });
      return { bucket: name, ...count };
    });
    await tx
      .insert(throttle)
      .values(next)
      .onConflictDoUpdate({
        target: throttle.bucket,
        set: {
          failures: sql`excluded.failures`,
          since: sql`excluded.since`,
          blockedUntil: sql`excluded.blocked_until`,
        },
      });
    return next;
  });
}

/** Takes back an attempt that was none: the owner's bucket is empty again, those shared with others have one less. */
export async function forgiven(
  tx: Tx,
  _principal: Principal,
  { own, shared }: { own: readonly string[]; shared: readonly string[] },
): Promise<void> {
  if (own.length > 0) await tx.delete(throttle).where(inArray(throttle.bucket, [...own]));
  if (shared.length === 0) return;
  await tx
    .update(throttle)
    .set({ failures: sql`greatest(${throttle.failures} - 1, 0)`, blockedUntil: null })
    .where(inArray(throttle.bucket, [...shared]));
}

/** What costs much and is counted: a file, an answer of the search. */
export type Use = keyof typeof perUse;

/** Counts one use by an account, or by the address of a visitor; refuses it with the seconds to wait when it is too many. */
export async function countUse(principal: Principal, use: Use, caller: Caller, now: Date): Promise<void> {
  const who = principal.sessionId ? principal.userId : caller.address;
  await reserveAttempt(principal, db(), [{ name: `${use}:${who}`, rule: perUse[use] }], now, 'tooMuchUse');
}
