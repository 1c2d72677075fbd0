import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { unitTask, unitTaskEvent } from '@/db/schema/task-lists';
import { command, type Work } from '@/lib/access/command';
import { type FieldFault, faultyInput } from '@/lib/errors';
import { added } from '@/lib/monitoring/task-lists/steps';
import { subjectOf } from '@/lib/monitoring/task-lists/take-step';
import { AddInput } from '@/lib/monitoring/task-lists/task-input';
import type { Step } from '@/lib/monitoring/task-lists/words';

/** Adds a task to the list of a unit, with a reason. Refuses a unit, an indicator or a follow-up of it that there is not. */
export const addTask = command({
  name: 'task.add',
  input: AddInput,
  async run(work, { reason, ...terms }) {
    await refuseUnknown(work, terms);
    const step = { kind: 'add', ...terms, template: null, templateTask: null } as const satisfies Step;
    const id = randomUUID();
    const { unit, indicator, followUp, template: templateId, ...task } = added(step);
    const by = { updatedBy: work.principal.userId, updatedAt: work.now };
    await work.tx
      .insert(unitTask)
      .values({ ...task, id, orgUnitCode: unit, indicatorCode: indicator, followUpId: followUp, templateId, ...by });
    const { kind, ...facts } = step;
    const actor = work.principal.userId;
    await work.tx
      .insert(unitTaskEvent)
      .values({ taskId: id, step: 1, kind, facts, words: reason, actor, at: work.now });
    return {
      result: { id, unit },
      changes: [{ subject: subjectOf(id), before: null, after: { taskState: 'notBegun', ...terms, reason } }],
    };
  },
});

async function refuseUnknown(
  { tx }: Work,
  { unit, indicator, followUp }: { unit: string; indicator: string | null; followUp: string | null },
): Promise<void> {
  const [known] = await tx.execute<{ unit: boolean; indicator: boolean; followUp: boolean }>(sql`
    select exists (select from org_unit where code = ${unit}) as unit,
      ${indicator}::text is null or exists (select from indicator where code = ${indicator}) as indicator,
      ${followUp}::text is null or exists (select from follow_up
        where id = ${followUp} and org_unit_code = ${unit} and state <> 'raised' and state <> 'dropped') as "followUp"`);
  const faults: Pick<FieldFault, 'field' | 'key'>[] = [];
  if (!known?.unit) faults.push({ field: 'unit', key: 'taskLists.refused.noUnit' });
  if (!known?.indicator) faults.push({ field: 'indicator', key: 'taskLists.refused.noIndicator' });
  if (!known?.followUp) faults.push({ field: 'followUp', key: 'taskLists.refused.noFollowUp' });
  if (faults.length > 0) throw faultyInput(faults);
}
