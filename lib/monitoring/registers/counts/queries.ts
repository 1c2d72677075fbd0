import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import type { CountCell } from '@/lib/monitoring/registers/counts/words';
import { factsOn, inSight } from '@/lib/monitoring/registers/queries';

/** The entries in sight on a day, counted by field, grade and street. */
export async function countCells(principal: Principal, code: string, day: string): Promise<CountCell[]> {
  return [
    ...(await db().execute<CountCell>(sql`
      select e.field, e.grade, e.street, count(*)::int as count from ${factsOn(code, day)} e
      where e.state = 'joined' and ${inSight(principal)} group by 1, 2, 3 order by 1, 2, 3`)),
  ];
}
