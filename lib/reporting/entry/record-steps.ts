import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { thisReturn } from '@/lib/reporting/entry/queries';
import type { ReviewStep } from '@/lib/reporting/words';

/**
 * Adds a step to the history of each figure for which `which` (a condition on `v`) holds, with its present values. The
 * return must be locked, so that steps are numbered one after another.
 */
export async function recordSteps(
  tx: Tx,
  principal: Principal,
  one: { orgUnitCode: string; collectionId: string },
  step: { kind: ReviewStep; which: SQL; reason: string; at: Date },
): Promise<void> {
  await tx.execute(sql`
    with added as (
      insert into review_event (org_unit_code, collection_id, step, kind, indicator_code, period_code, value, decimals,
        qualifier, qualifier_printed, absence, reported_yoy, approved_value, approved_decimals, approved_yoy, reason, actor,
        actor_role, at)
      select v.org_unit_code, v.collection_id, s.steps + row_number() over (order by v.indicator_code, v.period_code),
        ${step.kind}, v.indicator_code, v.period_code, v.value, v.decimals, v.qualifier, v.qualifier_printed, v.absence,
        v.reported_yoy, v.approved_value, v.approved_decimals, v.approved_yoy, ${step.reason}, ${principal.userId}, ${principal.role},
        ${step.at.toISOString()}::timestamptz
      from submission_value v
      join submission s on s.org_unit_code = v.org_unit_code and s.collection_id = v.collection_id
      where ${step.which}
      returning step
    )
    update submission set steps = steps + (select count(*) from added)::int where ${thisReturn(one)}`);
}
