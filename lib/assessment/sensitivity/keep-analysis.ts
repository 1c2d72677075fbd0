import { and, eq, isNull } from 'drizzle-orm';
import { run } from '@/db/schema/assessment';
import type { Work } from '@/lib/access/command';
import { inSightWhole } from '@/lib/assessment/queries';
import type { StoredRobustness } from '@/lib/assessment/runs/words';

/** Stores an analysis beside its run; false when one exists already. */
export async function keepAnalysis(work: Work, id: string, found: StoredRobustness): Promise<boolean> {
  const kept = await work.tx
    .update(run)
    .set({ robustness: found })
    .where(and(eq(run.id, id), isNull(run.robustness), inSightWhole(work.principal)))
    .returning({ id: run.id });
  return kept.length > 0;
}
