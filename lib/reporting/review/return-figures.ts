import { sql } from 'drizzle-orm';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { Reason } from '@/lib/reporting/collections/terms';
import { subjectOf, thisReturn } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { checkAgain } from '@/lib/reporting/entry/store-findings';
import { keyOf } from '@/lib/reporting/figure-key';
import { atOwnMoment } from '@/lib/reporting/review/decision-moment';
import { figuresToDecide, type LookedAt } from '@/lib/reporting/review/queries';
import { LookedAtInput } from '@/lib/reporting/review/review-input';

/** Returns figures to the reporter with a reason; the others of the return continue, marked where they must
 * agree with a returned one. */
export const returnFigures = command({
  name: 'review.return',
  input: LookedAtInput.extend({ reason: Reason }),
  async run(work, { reason, ...asked }) {
    const { count, change } = await returnIn(await atOwnMoment(work), asked, reason);
    return { result: count, changes: [change] };
  },
});

/** Returns figures of one return. */
export async function returnIn(
  work: Work,
  asked: LookedAt,
  reason: string,
): Promise<{ count: number; change: Change }> {
  const { tx, principal, now } = work;
  const { one, which, figures } = await figuresToDecide(work, asked);
  await recordSteps(tx, principal, one, { kind: 'returned', which, reason, at: now });
  await tx.execute(sql`
      update submission_value v set state = 'returned', awaits = null, return_reason = ${reason},
        returned_by = ${principal.userId}, approved_value = null, approved_decimals = null, approved_yoy = null, approved_reason = '',
        approved_by = null, version = v.version + 1
      where ${which}`);
  await checkAgain(work, one, figures);
  await recount(tx, thisReturn(one), sql`, review_began = true`);
  const after = { returned: figures.map(keyOf), reason };
  return { count: figures.length, change: { subject: subjectOf(one), before: null, after } };
}
