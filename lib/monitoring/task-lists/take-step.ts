import { eq } from 'drizzle-orm';
import { unitTask, unitTaskEvent } from '@/db/schema/task-lists';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lockedTask } from '@/lib/monitoring/task-lists/queries';
import { afterStep, stepFault } from '@/lib/monitoring/task-lists/steps';
import type { Step } from '@/lib/monitoring/task-lists/words';

/** A task as a page showed it; its unit sends the unit for which the page was made. */
type Shown = { readonly id: string; readonly version: number; readonly unit?: string };

export const subjectOf = (id: string) => `task/${id}`;

/**
 * Takes a step of a task: its row changes, and an event is added, in one place for all steps. Refuses a task of another unit, one
 * that moved since it was shown, a step that its state does not allow, and one that begins or is done without a measure.
 */
export async function takeStep(work: Work, { id, version, unit }: Shown, step: Step, words = '') {
  const { tx, principal, now } = work;
  const held = await lockedTask(work, id);
  if (unit !== undefined && (unit !== principal.unitCode || held.unit !== principal.unitCode))
    throw new Refusal('forbidden', 'taskLists.refused.otherUnit');
  if (held.version !== version) throw await movedRefusal(work, subjectOf(id), 'taskLists.refused.moved');
  const fault = stepFault(held, step);
  if (fault) throw new Refusal('conflict', `taskLists.refused.${fault}`);
  const next = afterStep(held, step);
  const { measure, responsible, state } = next;
  await tx
    .update(unitTask)
    .set({ measure, responsible, state, version: next.version, updatedBy: principal.userId, updatedAt: now })
    .where(eq(unitTask.id, id));
  const { kind, ...facts } = step;
  await tx
    .insert(unitTaskEvent)
    .values({ taskId: id, step: next.version, kind, facts, words, actor: principal.userId, at: now });
  const after = { taskState: state, ...facts, ...(words && { reason: words }) };
  return {
    result: held.unit,
    changes: [{ subject: subjectOf(id), before: { taskState: held.state }, after }] as const,
  };
}
