import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { adjustment } from '@/db/schema/assessment';
import { command } from '@/lib/access/command';
import { entryMoved, entryToChange } from '@/lib/assessment/ledger/queries';

/**
 * 撤销: revokes an entry in any state, for a reason. A published run that counted the entry stays unchanged; the run's
 * page shows what would differ without the entry.
 */
export const revokeAdjustment = command({
  name: 'adjustment.revoke',
  input: z.strictObject({ id: z.string().max(64), version: z.int(), reason: z.string().trim().min(2).max(500) }),
  async run(work, { id, version, reason }) {
    const { tx, principal, now } = work;
    const found = await entryToChange(work, { id, version });
    const revoked = await tx
      .update(adjustment)
      .set({
        ...{ state: 'revoked', revokedReason: reason },
        ...{ version: version + 1, updatedBy: principal.userId, updatedAt: now },
      })
      .where(and(eq(adjustment.id, id), eq(adjustment.version, version)))
      .returning({ id: adjustment.id });
    if (revoked.length === 0) throw await entryMoved(work, id);
    const after = { state: 'revoked', reason };
    return { result: id, changes: [{ subject: `adjustment/${id}`, before: { state: found.state }, after }] };
  },
});
