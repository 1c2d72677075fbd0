import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { thisReturn } from '@/lib/reporting/entry/queries';
import type { ReviewStep } from '@/lib/reporting/words';

/** Adds a step to the history of the return as a whole. */
export async function recordReturnStep(
  tx: Tx,
  principal: Principal,
  one: { orgUnitCode: string; collectionId: string },
  step: { kind: ReviewStep; reason: string; at: Date },
): Promise<void> {
  await tx.execute(sql`
    with added as (
      update submission set steps = steps + 1 where ${thisReturn(one)} returning org_unit_code, collection_id, steps
    )
    insert into review_event (org_unit_code, collection_id, step, kind, reason, actor, actor_role, at)
    select org_unit_code, collection_id, steps, ${step.kind}, ${step.reason}, ${principal.userId}, ${principal.role},
      ${step.at.toISOString()}::timestamptz from added`);
}
