import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';

/** Removes figures from the current ones. `withdrawn` is a relation with their key. */
export async function removeCurrent(tx: Tx, withdrawn: SQL): Promise<void> {
  await tx.execute(sql`
    delete from observation o using ${withdrawn} w
    where (o.indicator_code, o.period_code, o.org_unit_code) = (w.indicator_code, w.period_code, w.org_unit_code)`);
}

/**
 * Adds to the history of each figure that it was withdrawn: an entry with the values of the `revision` that was shown,
 * which ends everything before it. `withdrawn` is a relation with the key, `revision` and `reason`.
 */
export async function addWithdrawals(tx: Tx, principal: Principal, withdrawn: SQL, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into observation_revision (indicator_code, period_code, org_unit_code, revision, value, decimals, qualifier,
      qualifier_printed, vintage, reported_yoy, period_printed, source_code, locator, quote, note, reason, recorded_by,
      recorded_at, is_withdrawal)
    select r.indicator_code, r.period_code, r.org_unit_code, (select max(last.revision) + 1 from observation_revision last
        where (last.indicator_code, last.period_code, last.org_unit_code)
          = (r.indicator_code, r.period_code, r.org_unit_code)),
      r.value, r.decimals, r.qualifier, r.qualifier_printed, r.vintage, r.reported_yoy, r.period_printed, r.source_code,
      r.locator, r.quote, r.note, w.reason, ${principal.userId}, ${at.toISOString()}::timestamptz, true
    from ${withdrawn} w
    join observation_revision r on (r.indicator_code, r.period_code, r.org_unit_code, r.revision)
      = (w.indicator_code, w.period_code, w.org_unit_code, w.revision)`);
}
