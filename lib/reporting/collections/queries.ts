import { eq, inArray } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { orgUnit } from '@/db/schema/catalogue';
import { collection } from '@/db/schema/collections';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';

/**
 * A collection, locked until the transaction ends, so that none of its returns is saved, submitted or decided
 * meanwhile.
 */
export async function lockedCollection(tx: Tx, id: string) {
  const [found] = await tx.select().from(collection).where(eq(collection.id, id)).for('update');
  if (!found) throw new Refusal('notFound', 'collections.refused.noCollection');
  return found;
}

/** An open collection at the given version, locked. Refuses a closed or changed one. */
export async function openCollectionAt(work: Work, { id, version }: { id: string; version: number }) {
  const found = await lockedCollection(work.tx, id);
  if (found.state !== 'open') throw new Refusal('conflict', 'collections.refused.collectionClosed');
  if (found.version !== version)
    throw await movedRefusal(work, `collection/${id}`, 'collections.refused.collectionMoved');
  return found;
}

/** The named units, in the official order. Refuses an unknown code. */
export async function knownUnits(
  tx: Tx,
  codes: readonly string[],
): Promise<{ code: string; isDemonstration: boolean }[]> {
  const asked = [...new Set(codes)];
  if (asked.length === 0) return [];
  const found = await tx
    .select({ code: orgUnit.code, isDemonstration: orgUnit.isDemonstration })
    .from(orgUnit)
    .where(inArray(orgUnit.code, asked))
    .orderBy(orgUnit.sortOrder);
  if (found.length < asked.length) throw new Refusal('invalid', 'unknownUnit', { field: 'units' });
  return found;
}
