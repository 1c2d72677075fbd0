import { asc, inArray, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { throttle } from '@/db/schema/access';
import { type Count, countFailure, type Rule } from '@/lib/access/throttle/attempts';
import { Refusal } from '@/lib/errors';

export type Bucket = { readonly name: string; readonly rule: Rule };

/**
 * Counts an attempt as a failure in every bucket before it is checked, so that concurrent attempts all count; when one
 * bucket is full, refuses it with the seconds to wait and counts it in none. `takeBackAttempt` reverts it. Returns the
 * counts.
 */
export async function reserveAttempt(
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
      // The row may have been swept away as stale since the insert.
      const count = countFailure(rows.find(({ bucket }) => bucket === name) ?? null, rule, now);
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
