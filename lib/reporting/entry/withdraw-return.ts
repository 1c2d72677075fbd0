import { sql } from 'drizzle-orm';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { ReturnVersion } from '@/lib/reporting/entry/entry-input';
import { lockedReturn, subjectOf, thisReturn } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { forgetComparisons } from '@/lib/reporting/entry/store-findings';
import type { FigureKey } from '@/lib/reporting/words';

/**
 * Withdraws the last submission, as long as no reviewer has decided anything on it. Figures returned or reopened before
 * are in that state again.
 */
export const withdrawReturn = command({
  name: 'submission.withdraw',
  input: ReturnVersion,
  async run(work, { collectionId, unitCode, version }) {
    const { tx, principal, now } = work;
    const one = await lockedReturn(tx, principal, { collectionId, unitCode });
    if (one.submitted === 0) throw new Refusal('conflict', 'nothingToWithdraw');
    if (one.reviewBegan) throw new Refusal('conflict', 'reviewBegan');
    if (one.version !== version) throw await movedRefusal(work, subjectOf(one), 'returnMoved');
    const which = sql`v.org_unit_code = ${one.orgUnitCode} and v.collection_id = ${one.collectionId}
      and v.state = 'submitted' and v.round = ${one.round}`;
    const withdrawn = await tx.execute<FigureKey>(sql`
      select v.indicator_code as "indicatorCode", v.period_code as "periodCode" from submission_value v where ${which}`);
    if (withdrawn.length === 0) throw new Refusal('conflict', 'nothingToWithdraw');
    await recordSteps(tx, principal, one, { kind: 'withdrawn', which, reason: '', at: now });
    await tx.execute(sql`
      update submission_value v set awaits = null, findings = '[]', worst = 9, version = v.version + 1,
        state = case when v.return_reason <> '' then 'returned'
          when exists (select from review_event e where e.org_unit_code = v.org_unit_code
            and e.collection_id = v.collection_id and e.indicator_code = v.indicator_code
            and e.period_code = v.period_code and e.kind = 'reopened') then 'reopened' else 'draft' end
      where ${which}`);
    await forgetComparisons(work, one, withdrawn);
    await recount(tx, thisReturn(one), one.round === 1 ? sql`, submitted_at = null, first_submitted_at = null` : sql``);
    return {
      result: one.collectionId,
      changes: [{ subject: subjectOf(one), before: { state: one.state }, after: { state: 'withdrawn' } }],
    };
  },
});
