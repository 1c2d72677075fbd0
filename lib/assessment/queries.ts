import { inArray, type SQL, sql } from 'drizzle-orm';
import { run } from '@/db/schema/assessment';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { outStates } from '@/lib/assessment/words';

/** The condition of a run that is out: published, or published until a later one took its place. */
export const isOut: SQL = inArray(run.state, [...outStates]);

/**
 * Which runs there are for whom: those that are out for everybody who may read, trials and approved ones for who may see
 * runs and for the product itself.
 */
export function inSight(principal: Principal): SQL {
  if (readsNothing(principal)) return sql`false`;
  return maySee(principal.role, 'runs') || principal.role === 'system' ? sql`true` : isOut;
}

/** The same where a run stands and falls as a whole: who may read the figures of some units only sees none. */
export function inSightWhole(principal: Principal): SQL {
  return principal.units === 'all' ? inSight(principal) : sql`false`;
}
