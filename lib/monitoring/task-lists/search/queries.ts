import { sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { hasWords } from '@/lib/catalogue/names/queries';
import type { Named } from '@/lib/i18n/words';
import { inSight } from '@/lib/monitoring/task-lists/queries';
import { openStates } from '@/lib/monitoring/task-lists/words';

/** The list of a unit in the last year that has tasks of it. */
export type FoundList = { readonly unit: Named; readonly year: number };
/** A task of a list. */
export type FoundUnitTask = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly unit: Named;
};

const unit = sql`json_build_object('code', u.code, 'nameZh', u.name_zh, 'nameEn', u.name_en) as unit`;

/** The lists in sight of units whose name, initials or code has all the words, in the official order of units. */
export async function findTaskLists(principal: Principal, words: string, limit: number): Promise<FoundList[]> {
  if (!maySee(principal.role, 'taskLists')) return [];
  const names = sql`u.name_zh || ' ' || u.name_en || ' ' || u.initials || ' ' || u.code`;
  const rows = await db().execute<FoundList>(sql`
    select ${unit}, (select max(k.year) from unit_task k where k.org_unit_code = u.code) as year from org_unit u
    where ${hasWords(names, words)} and ${inSight(principal, sql`u.code`)}
      and exists (select from unit_task k where k.org_unit_code = u.code)
    order by u.sort_order, u.code limit ${limit}`);
  return [...rows];
}

/** The tasks in sight whose title has all the words: open ones first, then the newest year, by the day when they are due. */
export async function findUnitTasks(principal: Principal, words: string, limit: number): Promise<FoundUnitTask[]> {
  if (!maySee(principal.role, 'taskLists')) return [];
  const rows = await db().execute<FoundUnitTask>(sql`
    select k.id, k.title, k.year, ${unit} from unit_task k join org_unit u on u.code = k.org_unit_code
    where ${hasWords(sql`k.title`, words)} and ${inSight(principal, sql`k.org_unit_code`)}
    order by k.state = any(${sql.param([...openStates])}::text[]) desc, k.year desc, k.due_on, u.sort_order, k.id
    limit ${limit}`);
  return [...rows];
}
