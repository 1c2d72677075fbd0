import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { extensionRequest } from '@/db/schema/reporting';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Code, CollectionId, Reason } from '@/lib/reporting/collections/terms';
import { type LockedReturn, lockedReturn, subjectOf } from '@/lib/reporting/entry/queries';
import { recordReturnStep } from '@/lib/reporting/entry/record-return-step';

/**
 * Refuses a unit's request for more time, with a reason that the unit reads. Refuses a request that was decided, and its
 * author. One is granted by `extendDeadline`.
 */
export const refuseExtension = command({
  name: 'submission.refuseExtension',
  input: z.strictObject({ collectionId: CollectionId, unitCode: Code, number: z.int().min(1), reason: Reason }),
  async run({ tx, principal, now }, { collectionId, unitCode, number, reason }) {
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    const request = await decideExtension({ tx, principal, now }, one, { number, state: 'refused', reason });
    if (!request) throw new Refusal('conflict', 'reopeningDecided');
    await recordReturnStep(tx, principal, one, { kind: 'extensionRefused', reason, at: now });
    const after = { request: number, state: 'refused', reason };
    return { result: unitCode, changes: [{ subject: subjectOf(one), before: null, after }] };
  },
});

/**
 * Closes the pending request for more time of a locked return, or the one of that number; null where none is pending.
 * Refuses the author of the request.
 */
export async function decideExtension(
  { tx, principal, now }: Pick<Work, 'tx' | 'principal' | 'now'>,
  one: Pick<LockedReturn, 'orgUnitCode' | 'collectionId'>,
  {
    number,
    state,
    reason,
  }: { readonly number?: number; readonly state: 'granted' | 'refused'; readonly reason: string },
): Promise<typeof extensionRequest.$inferSelect | null> {
  const [request] = await tx
    .update(extensionRequest)
    .set({ state, decidedBy: principal.userId, decidedAt: now, decision: reason })
    .where(
      and(
        eq(extensionRequest.orgUnitCode, one.orgUnitCode),
        eq(extensionRequest.collectionId, one.collectionId),
        eq(extensionRequest.state, 'pending'),
        number === undefined ? undefined : eq(extensionRequest.number, number),
      ),
    )
    .returning();
  if (request?.askedBy === principal.userId) throw new Refusal('forbidden', 'ownRequest');
  return request ?? null;
}
