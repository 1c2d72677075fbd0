import { eq } from 'drizzle-orm';
import * as z from 'zod';
import { leaderRemark } from '@/db/schema/follow-ups';
import { command } from '@/lib/access/command';
import { FollowUpWords } from '@/lib/monitoring/follow-ups/follow-up-input';
import { lockedRemark } from '@/lib/monitoring/follow-ups/queries';
import { CollectionId } from '@/lib/reporting/collections/terms';

/** Notes that a leader's remark needs no follow-up, with a reason that the leader reads. Refuses one that was dealt with. */
export const answerRemark = command({
  name: 'followUp.answerRemark',
  input: z.strictObject({ remark: CollectionId, reason: FollowUpWords }),
  async run(work, { remark, reason }) {
    await lockedRemark(work, remark);
    await work.tx
      .update(leaderRemark)
      .set({ answer: reason, answeredBy: work.principal.userId })
      .where(eq(leaderRemark.id, remark));
    return { result: remark, changes: [{ subject: `remark/${remark}`, before: null, after: { reason } }] };
  },
});
