import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { taskTemplate } from '@/db/schema/task-lists';
import { command } from '@/lib/access/command';
import { type FieldFault, faultyInput } from '@/lib/errors';
import { lockedTemplate } from '@/lib/monitoring/task-lists/templates/queries';
import { TemplateInput } from '@/lib/monitoring/task-lists/templates/template-input';
import { mostTasks, type TaskTemplate } from '@/lib/monitoring/task-lists/templates/words';

/**
 * Drafts a template, or changes one: tasks that were handed out stay, all others become the given ones. Refuses one that moved
 * since it was shown, days outside its year, too many tasks, and another year once tasks were handed out.
 */
export const saveTaskTemplate = command({
  name: 'taskTemplate.save',
  input: TemplateInput,
  async run(work, { id, version, title, year, tasks: asked }) {
    const held = id === '' ? null : await lockedTemplate(work, { id, version });
    const handed = held?.tasks.slice(0, held.handed) ?? [];
    const tasks = [...handed, ...asked];
    const faults: Pick<FieldFault, 'field' | 'key'>[] = asked.flatMap(({ dueOn }, at) =>
      dueOn.startsWith(`${year}-`) ? [] : [{ field: `tasks.${at}.dueOn`, key: 'taskLists.refused.otherYear' as const }],
    );
    if (held && handed.length > 0 && held.year !== year)
      faults.push({ field: 'year', key: 'taskLists.refused.yearKept' });
    if (tasks.length === 0) faults.push({ field: 'tasks.0.title', key: 'taskLists.refused.noTasks' });
    if (tasks.length > mostTasks) faults.push({ field: 'title', key: 'taskLists.refused.tooMany' });
    if (faults.length > 0) throw faultyInput(faults);
    const row = { title, year, tasks, editedBy: work.principal.userId, editedAt: work.now };
    const kept = id || randomUUID();
    if (held)
      await work.tx
        .update(taskTemplate)
        .set({ ...row, version: held.version + 1 })
        .where(eq(taskTemplate.id, id));
    else await work.tx.insert(taskTemplate).values({ ...row, id: kept });
    const told = ({ title: of, year: at, tasks: all }: Pick<TaskTemplate, 'title' | 'year' | 'tasks'>) => ({
      title: of,
      year: at,
      tasks: all.map((one) => `${one.title}（${one.goal}，${one.dueOn}）`),
    });
    return {
      result: kept,
      changes: [{ subject: `taskTemplate/${kept}`, before: held && told(held), after: told(row) }],
    };
  },
});
