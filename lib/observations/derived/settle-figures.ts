import type { SQL } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { recomputeDerived } from '@/lib/observations/derived/recompute';
import { refreshCoverage } from '@/lib/observations/recording/record-figures';

/**
 * What follows every change of figures, in its transaction: the coverage is counted again, and the figures that are
 * computed from them are computed again. `written` is a relation with the keys of the changed figures.
 */
export async function settleFigures(tx: Tx, principal: Principal, written: SQL, at: Date): Promise<void> {
  await refreshCoverage(tx, written);
  await recomputeDerived(tx, principal, written, { at, reason: '所用数据有变动，重新计算' });
}
