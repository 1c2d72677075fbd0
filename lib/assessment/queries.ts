import { inArray, type SQL, sql } from 'drizzle-orm';
import { run } from '@/db/schema/assessment';
import { peerGroup } from '@/db/schema/catalogue';
import { maySee } from '@/lib/access/permissions';
import { type Principal, readsNothing } from '@/lib/access/principal';
import { outStates } from '@/lib/assessment/words';

/** The condition for runs that are out: published, or published until a later one replaced them. */
export const isOut: SQL = inArray(run.state, [...outStates]);

/**
 * The condition for runs that a principal may see: those that are out for every reader, trials and approved ones with the
 * view of runs and for the product itself.
 */
export function inSight(principal: Principal): SQL {
  if (readsNothing(principal)) return sql`false`;
  return maySee(principal.role, 'runs') || principal.role === 'system' ? sql`true` : isOut;
}

/** The condition for runs shown as a whole: a principal limited to some units sees none. */
export function inSightWhole(principal: Principal): SQL {
  return principal.units === 'all' ? inSight(principal) : sql`false`;
}

/** The sequence of a run under its name at that time; of a run from before that was stored, under its present name. */
export const groupThen = {
  code: peerGroup.code,
  nameZh: sql<string>`coalesce(${run.terms} -> 'group' ->> 'nameZh', ${peerGroup.nameZh})`,
  nameEn: sql<string>`coalesce(${run.terms} -> 'group' ->> 'nameEn', ${peerGroup.nameEn})`,
};
