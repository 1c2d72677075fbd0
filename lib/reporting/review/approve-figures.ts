import { sql } from 'drizzle-orm';
import type { Change } from '@/lib/access/audit/record-event';
import { command, type Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { settleFigures } from '@/lib/observations/derived/settle-figures';
import { addRevisions, replaceCurrent } from '@/lib/observations/recording/record-figures';
import { lines } from '@/lib/reporting/collections/terms';
import { subjectOf, thisReturn } from '@/lib/reporting/entry/queries';
import { recordSteps } from '@/lib/reporting/entry/record-steps';
import { recount } from '@/lib/reporting/entry/recount-returns';
import { keyOf } from '@/lib/reporting/figure-key';
import { approvalOver } from '@/lib/reporting/review/approval';
import { atOwnMoment } from '@/lib/reporting/review/decision-moment';
import { nextLevel } from '@/lib/reporting/review/next-level';
import { type Deciding, figuresToDecide, type LookedAt } from '@/lib/reporting/review/queries';
import { LookedAtInput } from '@/lib/reporting/review/review-input';
import { clean } from '@/lib/reporting/review/words';
import { isExplanation } from '@/lib/reporting/rules/find';
import { shortestExplanation } from '@/lib/reporting/words';

/**
 * Passes figures on to the next level of review, or approves them at the last: then they become the current figures,
 * each with a revision. Several at once only if they have no findings. Refuses a figure with a mandatory finding, and one
 * whose 核定数 raises a finding to be explained without a reason.
 */
export const approveFigures = command({
  name: 'review.approve',
  input: LookedAtInput.extend({ reason: lines(0, 300).default('') }),
  async run(work, { reason, ...asked }) {
    const { count, change } = await approveIn(await atOwnMoment(work), asked, {
      reason,
      isBatch: asked.figures.length > 1,
    });
    return { result: count, changes: [change] };
  },
});

/** Approves figures of one return. In a batch, which may be one of several returns, none may have findings. */
export async function approveIn(
  work: Work,
  asked: LookedAt,
  { reason, isBatch }: { reason: string; isBatch: boolean },
): Promise<{ count: number; change: Change }> {
  const { tx, principal, now } = work;
  const deciding = await figuresToDecide(work, asked);
  const { one, which, figures } = deciding;
  const flagged = figures.find(({ worst }) => worst < clean);
  if (isBatch && flagged) {
    throw new Refusal('invalid', 'flaggedInBulk', { field: 'figures', indicator: flagged.nameZh });
  }
  refuseFindings(deciding, reason);
  const next = nextLevel(one.collection.reviewChain, principal.role);
  if (next === null) {
    await refuseVanishing(work, deciding);
    await publish(work, deciding);
  }
  await recordSteps(tx, principal, one, { kind: next ? 'passed' : 'approved', which, reason, at: now });
  await tx.execute(sql`
    update submission_value v set state = ${next ? 'submitted' : 'approved'}, awaits = ${next}, version = v.version + 1,
      return_reason = '', returned_by = null
    where ${which}`);
  await recount(tx, thisReturn(one), sql`, review_began = true`);
  const after = { [next ? 'passed' : 'approved']: figures.map(keyOf), ...(reason !== '' && { reason }) };
  return { count: figures.length, change: { subject: subjectOf(one), before: null, after } };
}

function refuseFindings({ figures }: Deciding, reason: string): void {
  for (const { findings, nameZh: indicator } of figures) {
    const over = approvalOver(findings);
    if (over === 'impossible') throw new Refusal('invalid', 'mandatoryAtApproval', { field: 'figures', indicator });
    if (over === 'withReason' && !isExplanation(reason))
      throw new Refusal('invalid', 'approvalNeedsReason', { field: 'reason', least: shortestExplanation });
  }
}

/**
 * Refuses to approve an empty figure over a number that this collection published: pages would go on to show the
 * number.
 */
async function refuseVanishing({ tx }: Work, { one, which }: Deciding): Promise<void> {
  const [found] = await tx.execute<{ indicator: string }>(sql`
    select i.name_zh as indicator from submission_value v
    join indicator i on i.code = v.indicator_code
    join observation o on o.indicator_code = v.indicator_code and o.period_code = v.period_code
      and o.org_unit_code = v.org_unit_code and o.source_code = ${one.collection.sourceCode}
    where ${which} and coalesce(v.approved_value, v.value) is null limit 1`);
  if (found) throw new Refusal('invalid', 'absentAfterNumber', { field: 'figures', indicator: found.indicator });
}

/**
 * Makes the figures current: the reported value, or the verified value beside it with its own 同比, since the reported
 * 同比 belongs to the reported value.
 */
async function publish({ tx, principal, now }: Work, { one, which }: Deciding): Promise<void> {
  const { collection } = one;
  const incoming = sql`(
    select v.indicator_code, v.period_code, v.org_unit_code, coalesce(v.approved_value, v.value) as value,
      coalesce(v.approved_decimals, v.decimals) as decimals,
      case when v.approved_value is null then v.qualifier else 'exact' end as qualifier,
      case when v.approved_value is null then v.qualifier_printed else '' end as qualifier_printed,
      ${collection.vintage}::text as vintage, 
      case when v.approved_value is null then v.reported_yoy else v.approved_yoy end as reported_yoy,
      '' as period_printed, ${collection.sourceCode}::text as source_code,
      case when v.source_text = '' then '单位报送' else v.source_text end as locator, '' as quote,
      concat_ws('；', nullif(v.note, ''), case when v.approved_value is not null
        then concat('报送数 ', case when v.value is null then '—' when v.qualifier = 'exact' then v.value::text else normalize(v.typed, NFKC) end,
          '，核定数 ', v.approved_value, '：', v.approved_reason) end) as note,
      1 as n
    from submission_value v
    where ${which} and coalesce(v.approved_value, v.value) is not null)`;
  await replaceCurrent(tx, principal, incoming, now);
  const recording = { at: now, reason: `${collection.title}：审核通过`, batchId: null, collectionId: collection.id };
  await addRevisions(tx, principal, incoming, recording);
  await settleFigures(
    tx,
    principal,
    sql`(select v.indicator_code, v.period_code, v.org_unit_code from submission_value v where ${which})`,
    now,
  );
}
