import { and, eq, sql } from 'drizzle-orm';
import * as z from 'zod';
import { reopenRequest } from '@/db/schema/reporting';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Code, CollectionId, Reason } from '@/lib/reporting/collections/terms';
import { lockedReturn, subjectOf, theseFigures, thisReturn } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { checkAgain } from '@/lib/reporting/entry/store-findings';
import { figureKey } from '@/lib/reporting/figure-key';

/**
 * Grants or refuses a request to open figures. Refuses the author of the request. Once granted, the figures may be
 * corrected: those in review are returned with the reason of the decision; of those approved, pages continue to show the
 * approved values until the correction is approved.
 */
export const decideReopening = command({
  name: 'submission.decideReopening',
  input: z.strictObject({
    collectionId: CollectionId,
    unitCode: Code,
    number: z.int().min(1),
    isGranted: z.boolean(),
    reason: Reason,
  }),
  async run(work, { collectionId, unitCode, number, isGranted, reason }) {
    const { tx, principal, now } = work;
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    const state = isGranted ? ('granted' as const) : ('refused' as const);
    const [request] = await tx
      .update(reopenRequest)
      .set({ state, decidedBy: principal.userId, decidedAt: now, decision: reason })
      .where(
        and(
          eq(reopenRequest.orgUnitCode, unitCode),
          eq(reopenRequest.collectionId, collectionId),
          eq(reopenRequest.number, number),
          eq(reopenRequest.state, 'pending'),
        ),
      )
      .returning();
    if (!request) throw new Refusal('conflict', 'reopeningDecided');
    if (request.askedBy === principal.userId) throw new Refusal('forbidden', 'ownRequest');
    const opened = request.figures.flatMap((word) => figureKey(word) ?? []);
    const which = sql`${theseFigures(one, opened)} and v.state in ('approved', 'submitted')`;
    await recordSteps(tx, principal, one, {
      kind: isGranted ? 'reopened' : 'reopenRefused',
      which,
      reason,
      at: now,
    });
    if (isGranted) {
      await tx.execute(sql`
        update submission_value v set version = v.version + 1, awaits = null,
          state = case v.state when 'approved' then 'reopened' else 'returned' end,
          return_reason = case v.state when 'approved' then v.return_reason else ${reason} end,
          returned_by = case v.state when 'approved' then v.returned_by else ${principal.userId} end,
          approved_value = case v.state when 'approved' then v.approved_value end,
          approved_decimals = case v.state when 'approved' then v.approved_decimals end,
          approved_yoy = case v.state when 'approved' then v.approved_yoy end,
          approved_reason = case v.state when 'approved' then v.approved_reason else '' end,
          approved_by = case v.state when 'approved' then v.approved_by end
        where ${which}`);
      await checkAgain(work, one, opened);
    }
    await recount(tx, thisReturn(one));
    return {
      result: state,
      changes: [{ subject: subjectOf(one), before: null, after: { request: number, state, reason } }],
    };
  },
});
