import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { hasWords } from '@/lib/catalogue/names/queries';
import { inSight } from '@/lib/monitoring/follow-ups/queries';
import { endStates } from '@/lib/monitoring/follow-ups/words';

/** The follow-ups in sight whose title or number has all the words: those that have not ended first, then the newest. */
export async function findFollowUps(
  principal: Principal,
  words: string,
  limit: number,
): Promise<{ readonly id: string; readonly title: string }[]> {
  if (!maySee(principal.role, 'followUps')) return [];
  const rows = await db().execute<{ id: string; title: string }>(sql`
    select f.id, f.title from follow_up f
    where ${hasWords(sql`f.id || ' ' || f.title`, words)} and ${inSight(principal, sql`f`)}
    order by f.state = any(${sql.param([...endStates])}::text[]), left(f.id, 4) desc, length(f.id) desc, f.id desc
    limit ${limit}`);
  return [...rows];
}
