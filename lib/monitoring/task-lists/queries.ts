import { and, eq, type SQL, sql } from 'drizzle-orm';
import { unitTask } from '@/db/schema/task-lists';
import type { Work } from '@/lib/access/command';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import type { Task } from '@/lib/monitoring/task-lists/words';

/**
 * The condition for the units whose lists somebody sees, of a column with their code: all for the office, leaders and auditors;
 * for a unit its own.
 */
export function inSight({ role, unitCode }: Principal, unit: SQL): SQL {
  if (maySee(role, 'allTaskLists')) return sql`true`;
  if (unitCode === null || !maySee(role, 'taskLists')) return sql`false`;
  return sql`${unit} = ${unitCode}`;
}

/** A task that a command works on, held until its end; one that the principal does not see is not found. */
export async function lockedTask(work: Work, id: string): Promise<Task> {
  const [row] = await work.tx
    .select()
    .from(unitTask)
    .where(and(eq(unitTask.id, id), inSight(work.principal, sql`unit_task.org_unit_code`)))
    .for('update');
  if (!row) throw new Refusal('notFound', 'taskLists.refused.none');
  const {
    id: _,
    orgUnitCode: unit,
    templateId: template,
    indicatorCode: indicator,
    followUpId: followUp,
    ...held
  } = row;
  const { updatedBy: _by, updatedAt: _at, ...rest } = held;
  return { ...rest, unit, template, indicator, followUp };
}
