import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { auditEvent } from '@/db/schema/access';
import { verifiedChain } from '@/lib/access/audit/queries';
import { systemPrincipal } from '@/lib/access/principal';
import { engine } from '@/lib/assessment/runs/engine';
import { storedRun } from '@/lib/assessment/runs/queries';
import { recomputeRun } from '@/lib/assessment/runs/recompute';
import type { Manifest } from './manifest';

/** What a restored database says of itself, beside its backup. */
export type RestoredState = {
  readonly events: number;
  /** The event of the trail that breaks it, or that is another one than in the backup; null for a whole trail. */
  readonly brokenAt: number | null;
  readonly runs: number;
  /** The published runs whose frozen inputs do not give the fingerprint that they were published under. */
  readonly changedRuns: readonly string[];
};

/**
 * Walks the audit trail and computes every published run once more. Of a run of an earlier engine the stored fingerprint alone is
 * compared, since a formula may have been mended since.
 */
export async function checkRestored(database: Database, { trail, runs }: Manifest): Promise<RestoredState> {
  const { events, broken } = await verifiedChain(database);
  const [last] = await database
    .select({ hash: auditEvent.hash })
    .from(auditEvent)
    .where(eq(auditEvent.seq, trail.events));
  const isOther = (last?.hash ?? '') !== trail.hash;
  const changedRuns: string[] = [];
  for (const { id, sha256 } of runs) {
    const stored = await database.transaction((tx) => storedRun(tx, systemPrincipal('restore'), id));
    const isSame = stored?.run.sha256 === sha256;
    const isReproduced = isSame && (stored.run.engine !== engine || recomputeRun(stored).sha256 === sha256);
    if (!isReproduced) changedRuns.push(id);
  }
  return { events, brokenAt: broken?.seq ?? (isOther ? trail.events : null), runs: runs.length, changedRuns };
}
