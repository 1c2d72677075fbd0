import { and, eq } from 'drizzle-orm';
import * as z from 'zod';
import { adjustment } from '@/db/schema/assessment';
import { command } from '@/lib/access/command';
import { entryMoved, entryToChange } from '@/lib/assessment/ledger/queries';
import { awaitsAnother, stateAfter } from '@/lib/assessment/ledger/steps';
import { entryStates } from '@/lib/assessment/words';
import { Refusal } from '@/lib/errors';

/** Moves an entry a step along 预扣 → 拟定 → 复核 → 确定. Refuses the check and the confirmation by who recorded it. */
export const advanceAdjustment = command({
  name: 'adjustment.advance',
  input: z.strictObject({ id: z.string().max(64), version: z.int(), to: z.enum(entryStates) }),
  async run(work, { id, version, to }) {
    const { tx, principal, now } = work;
    const found = await entryToChange(work, { id, version });
    if (stateAfter(found.state) !== to) throw new Refusal('conflict', 'ledger.refused.notTheNextState');
    if (awaitsAnother.includes(found.state) && found.recordedBy === principal.userId) {
      throw new Refusal('forbidden', 'ledger.refused.ownEntry');
    }
    const moved = await tx
      .update(adjustment)
      .set({ state: to, version: version + 1, updatedBy: principal.userId, updatedAt: now })
      .where(and(eq(adjustment.id, id), eq(adjustment.version, version)))
      .returning({ id: adjustment.id });
    if (moved.length === 0) throw await entryMoved(work, id);
    const change = { subject: `adjustment/${id}`, before: { state: found.state }, after: { state: to } };
    return { result: id, changes: [change] };
  },
});
