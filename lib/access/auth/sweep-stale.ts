import { inArray, lt } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { appSession, knownDevice, throttle, verification } from '@/db/schema/access';
import { deviceAge } from '@/lib/access/auth/queries';

/** Deletes stale rows: ended sessions, steps not taken, old failures, browsers not seen for a year. */
export async function sweepStale(tx: Tx, now: Date): Promise<void> {
  const yesterday = new Date(now.getTime() - 86_400_000);
  await tx.delete(appSession).where(lt(appSession.expiresAt, now));
  await tx.delete(verification).where(lt(verification.expiresAt, now));
  // A row that an attempt has locked is not stale.
  const stale = tx
    .select({ bucket: throttle.bucket })
    .from(throttle)
    .where(lt(throttle.since, yesterday))
    .for('update', { skipLocked: true });
  await tx.delete(throttle).where(inArray(throttle.bucket, stale));
  await tx.delete(knownDevice).where(lt(knownDevice.seenAt, new Date(now.getTime() - deviceAge * 1000)));
}
