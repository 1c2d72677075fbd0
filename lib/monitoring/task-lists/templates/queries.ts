import { eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { taskTemplate } from '@/db/schema/task-lists';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { HandedUnit, TaskTemplate } from '@/lib/monitoring/task-lists/templates/words';

/** A template that a command works on, held until its end. Refuses one that moved since it was shown. */
export async function lockedTemplate(work: Work, { id, version }: { readonly id: string; readonly version: number }) {
  const [held] = await work.tx.select().from(taskTemplate).where(eq(taskTemplate.id, id)).for('update');
  if (!held) throw new Refusal('notFound', 'taskLists.refused.noTemplate');
  if (held.version !== version) throw await movedRefusal(work, `taskTemplate/${id}`, 'taskLists.refused.templateMoved');
  return held;
}

const columns = sql`t.id, t.title, t.year, t.tasks, t.handed, t.version, t.edited_at as "editedAt",
  (select count(distinct k.org_unit_code)::int from unit_task k where k.template_id = t.id) as units`;

/** All templates, those of the newest year first; none for who may not see them. */
export async function templateList(principal: Principal): Promise<TaskTemplate[]> {
  if (!maySee(principal.role, 'taskTemplates')) return [];
  const rows = await db().execute<TaskTemplate>(
    sql`select ${columns} from task_template t order by t.year desc, t.edited_at desc limit 200`,
  );
  return rows.map((row) => ({ ...row, editedAt: new Date(row.editedAt) }));
}

/** A template with the units that have tasks of it; null where there is none, or for who may not see it. */
export async function templateView(
  principal: Principal,
  id: string,
): Promise<(TaskTemplate & { readonly handedTo: readonly HandedUnit[] }) | null> {
  if (!maySee(principal.role, 'taskTemplates')) return null;
  const [row] = await db().execute<TaskTemplate>(sql`select ${columns} from task_template t where t.id = ${id}`);
  if (!row) return null;
  const handedTo = await db().execute<HandedUnit>(sql`
    select u.code, u.name_zh as "nameZh", u.name_en as "nameEn", count(*)::int as tasks,
      (count(*) filter (where k.state = 'done'))::int as done, (count(*) filter (where k.state = 'withdrawn'))::int as withdrawn
    from unit_task k join org_unit u on u.code = k.org_unit_code
    where k.template_id = ${id} group by u.code order by u.sort_order, u.code`);
  return { ...row, editedAt: new Date(row.editedAt), handedTo: [...handedTo] };
}
