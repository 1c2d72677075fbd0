import { sql } from 'drizzle-orm';
import * as z from 'zod';
import { reopenRequest } from '@/db/schema/reporting';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Code, CollectionId, Reason } from '@/lib/reporting/collections/terms';
import { FigureKeyInput } from '@/lib/reporting/entry/entry-input';
import { lockedReturn, subjectOf, theseFigures } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { keyOf } from '@/lib/reporting/figure-key';

const isLocked = (state: string) => state === 'approved' || state === 'submitted';

/**
 * Requests that figures in review or approved be opened for a correction; another person decides. A reporter asks for
 * the own unit, a reviewer within the own scope. Refuses figures that the reporter may write anyway, and a second request
 * while one is pending.
 */
export const askReopening = command({
  name: 'submission.askReopening',
  input: z.strictObject({
    collectionId: CollectionId,
    unitCode: Code,
    figures: z.array(FigureKeyInput).min(1).max(2000),
    reason: Reason,
  }),
  async run({ tx, principal, now }, { collectionId, unitCode, figures, reason }) {
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    const which = theseFigures(one, figures);
    const mine = principal.role === 'departmentReviewer' ? sql`i.responsible_zh = ${principal.department}` : sql`true`;
    const found = await tx.execute<{ state: string }>(sql`
      select v.state from submission_value v join indicator i on i.code = v.indicator_code where ${which} and ${mine}`);
    if (found.length < figures.length || found.some(({ state }) => !isLocked(state))) {
      throw new Refusal('conflict', 'notApproved');
    }
    const [before] = await tx.execute<{ last: number; pending: number }>(sql`
      select coalesce(max(number), 0)::int as last, (count(*) filter (where state = 'pending'))::int as pending
      from reopen_request where org_unit_code = ${unitCode} and collection_id = ${collectionId}`);
    if (before && before.pending > 0) throw new Refusal('conflict', 'alreadyAsked');
    const number = (before?.last ?? 0) + 1;
    await tx.insert(reopenRequest).values({
      orgUnitCode: unitCode,
      collectionId,
      number,
      figures: figures.map(keyOf),
      reason,
      askedBy: principal.userId,
      askedAt: now,
    });
    await recordSteps(tx, principal, one, { kind: 'reopenAsked', which, reason, at: now });
    const after = { request: number, figures: figures.map(keyOf), reason };
    return { result: number, changes: [{ subject: subjectOf(one), before: null, after }] };
  },
});
