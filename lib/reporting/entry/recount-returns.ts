import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';

/**
 * Recounts the figures of returns and updates their states: returned when one figure is returned or reopened, submitted
 * while one waits for a decision, approved when all are. `which` is a condition on `submission`; `set` are further
 * columns to change.
 */
export async function recount(tx: Tx, which: SQL, set: SQL = sql``): Promise<void> {
  await tx.execute(sql`
    update submission set filled = counted.filled, submitted = counted.submitted, returned = counted.returned,
      approved = counted.approved, version = submission.version + 1,
      state = case when counted.returned + counted.reopened > 0 then 'returned' when counted.submitted > 0 then 'submitted'
        when counted.approved = submission.items then 'approved' when counted.filled > 0 then 'draft' else 'empty' end
      ${set}
    from submission as asked
    cross join lateral (
      select count(*) filter (where typed <> '' or absence in ('notReported', 'notApplicable'))::int as filled,
        count(*) filter (where state = 'submitted')::int as submitted,
        count(*) filter (where state = 'returned')::int as returned,
        count(*) filter (where state = 'reopened')::int as reopened,
        count(*) filter (where state = 'approved')::int as approved
      from submission_value v
      where v.org_unit_code = asked.org_unit_code and v.collection_id = asked.collection_id
    ) counted
    where submission.org_unit_code = asked.org_unit_code and submission.collection_id = asked.collection_id
      and ${which}`);
}
