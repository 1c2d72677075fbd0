import { eq } from 'drizzle-orm';
import { indicator } from '@/db/schema/catalogue';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';

/** An indicator that a command changes, locked. Refuses an unknown one, and one changed since it was read. */
export async function lockedIndicator(work: Work, code: string, version?: number) {
  const [held] = await work.tx.select().from(indicator).where(eq(indicator.code, code)).for('update');
  if (!held) throw new Refusal('notFound', 'catalogue.refused.noIndicator');
  if (version !== undefined && held.version !== version)
    throw await movedRefusal(work, `indicator/${code}`, 'catalogue.refused.moved');
  return held;
}
