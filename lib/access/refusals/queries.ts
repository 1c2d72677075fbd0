import { and, gt, inArray } from 'drizzle-orm';
import { db } from '@/db/client';
import { throttle } from '@/db/schema/access';
import { recordEvent } from '@/lib/access/audit/record-event';
import type { Caller } from '@/lib/access/caller';
import type { CommandName, ViewName } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { type RefusalReason, refusedAttempt } from '@/lib/access/refusals/words';
import { perAttempt } from '@/lib/access/throttle/attempts';
import { type Bucket, reserveAttempt } from '@/lib/access/throttle/reserve-attempt';
import { Refusal } from '@/lib/errors';
import { logFault } from '@/lib/log';
import { settings } from '@/lib/settings';

/** The subject of an attempt: a command, or a file of a restricted view. */
export type Attempt = `command/${CommandName}` | `view/${ViewName}`;

/**
 * Records a refused attempt in the trail, in its own transaction. The number recorded per hour is limited, for an
 * account by command and overall, for visitors by address and overall; the last event says that no more are recorded. A
 * failure to record is only logged: the refusal stands.
 */
export async function recordRefused(
  principal: Principal,
  { attempt, reason, now, caller }: { attempt: Attempt; reason: RefusalReason; now: Date; caller: Caller },
): Promise<void> {
  try {
    const unlistedUntil = await countListed(bucketsOf(principal, attempt, caller), now);
    if (unlistedUntil === 'full') return;
    const after = { refused: reason, ...(unlistedUntil && { unlistedUntil }) };
    await db().transaction((tx) =>
      recordEvent(tx, principal, {
        command: refusedAttempt,
        at: now,
        address: caller.address,
        changes: [{ subject: attempt, before: null, after }],
        digest: settings().auditDigest,
      }),
    );
  } catch (error) {
    logFault(error, { attempt, reason });
  }
}

function bucketsOf({ role, userId }: Principal, attempt: Attempt, { address }: Caller): Bucket[] {
  const [one, all] =
    role === 'visitor' ? [`address:${address}`, 'visitors'] : [`${userId}:${attempt}`, `account:${userId}`];
  return [
    { name: `refused:${one}`, rule: perAttempt.one },
    { name: `refused:${all}`, rule: perAttempt.all },
  ];
}

/**
 * Counts an attempt to be recorded. Returns when recording resumes, if this attempt is the last; `full` when the limit
 * is reached; else null.
 */
async function countListed(buckets: readonly Bucket[], now: Date): Promise<Date | null | 'full'> {
  const names = buckets.map(({ name }) => name);
  // In a flood each attempt costs only this query.
  const [full] = await db()
    .select({ bucket: throttle.bucket })
    .from(throttle)
    .where(and(inArray(throttle.bucket, names), gt(throttle.blockedUntil, now)));
  if (full) return 'full';
  try {
    const counts = await reserveAttempt(db(), buckets, now, 'tooMuchUse');
    return counts.map(({ blockedUntil }) => blockedUntil).find((until) => until !== null) ?? null;
  } catch (error) {
    if (error instanceof Refusal) return 'full';
    throw error;
  }
}
