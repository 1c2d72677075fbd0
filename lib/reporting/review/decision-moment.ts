import { sql } from 'drizzle-orm';
import type { Work } from '@/lib/access/command';

/**
 * The work of a decision at a moment that no other step of the same person has, since an undo names a decision by its
 * author and moment: the next free millisecond. Decisions of one person at once wait for each other.
 */
export async function atOwnMoment(work: Work): Promise<Work> {
  const { tx, principal, now } = work;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`decision ${principal.userId}`}, 0))`);
  const [free] = await tx.execute<{ after: number }>(sql`
    select n as after from generate_series(0, 999) n
    where not exists (select from review_event e where e.actor = ${principal.userId}
      and e.at = ${now.toISOString()}::timestamptz + n * interval '1 millisecond')
    order by n limit 1`);
  return { ...work, now: new Date(now.getTime() + (free?.after ?? 0)) };
}
