import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { collection } from '@/db/schema/collections';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { openCollectionAt } from '@/lib/reporting/collections/queries';
import { CollectionId, Reason } from '@/lib/reporting/collections/terms';

/**
 * Closes a collection: afterwards only corrections of returned or reopened figures are accepted. Submitted returns
 * continue through their review.
 */
export const closeCollection = command({
  name: 'collection.close',
  input: z.strictObject({ collectionId: CollectionId, version: z.int(), reason: Reason }),
  async run(work, { collectionId, version, reason }) {
    const { tx } = work;
    await openCollectionAt(work, { id: collectionId, version });
    const closed = await tx
      .update(collection)
      .set({ state: 'closed', closedReason: reason, version: version + 1 })
      .where(and(eq(collection.id, collectionId), eq(collection.version, version)))
      .returning({ id: collection.id });
    if (closed.length === 0) throw new Refusal('conflict', 'collections.refused.collectionMoved');
    const change = {
      subject: `collection/${collectionId}`,
      before: { state: 'open' },
      after: { state: 'closed', reason },
    };
    return { result: collectionId, changes: [change] };
  },
});
