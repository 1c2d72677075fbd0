import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { unitRoles } from '@/lib/access/words';

/** A task by its title; `unitCode` is the unit whose return the reader works on, null where there is nothing to open yet. */
export type FoundTask = { readonly id: string; readonly title: string; readonly unitCode: string | null };

/**
 * The tasks with all the words in their titles that the principal has to do with: those of the own unit, those with
 * indicators of the own department, or all. Open ones first, then the last due.
 */
export async function findTasks(principal: Principal, words: string, limit: number): Promise<FoundTask[]> {
  const { role, unitCode, department } = principal;
  const parts = words.split(/\s+/).filter(Boolean);
  const concerned = concernedBy();
  if (parts.length === 0 || concerned === null) return [];
  const named = parts.map((part) => sql`c.title ilike ${`%${part.replace(/[\\%_]/g, '\\$&')}%`}`);
  const own = sql`${unitRoles.includes(role) ? unitCode : null}::text`;
  // A reviewer opens a return once something of it was submitted.
  const worked =
    role === 'unitReviewer'
      ? sql`case when exists (select from submission_value v where v.collection_id = c.id
          and v.org_unit_code = ${unitCode} and v.state <> 'draft') then ${own} end`
      : own;
  const rows = await db().execute<FoundTask>(sql`
    select c.id, c.title, ${worked} as "unitCode" from collection c
    where ${sql.join(named, sql` and `)} and ${concerned}
    order by c.state = 'open' desc, c.due_at desc, c.id limit ${limit}`);
  return [...rows];

  function concernedBy() {
    if (role === 'assessmentOffice' || role === 'leader' || role === 'auditor') return sql`true`;
    if (unitRoles.includes(role) && unitCode)
      return sql`exists (select from submission s where s.collection_id = c.id and s.org_unit_code = ${unitCode})`;
    if (role === 'departmentReviewer' && department)
      return sql`exists (select from collection_item n join indicator i on i.code = n.indicator_code
        where n.collection_id = c.id and i.responsible_zh = ${department})`;
    return null;
  }
}
