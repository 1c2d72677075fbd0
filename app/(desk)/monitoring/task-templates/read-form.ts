import { text } from '@/app/server/action';
import { emptyTasks, mostTasks } from '@/lib/monitoring/task-lists/templates/words';

/** The numbers of the lines of a form in which anything was typed. */
const typedLines = (form: FormData) =>
  Array.from({ length: mostTasks + emptyTasks }, (_, at) => at).filter(
    (at) => text(form, `taskTitle-${at}`).trim() !== '' || text(form, `goal-${at}`).trim() !== '',
  );

/** The tasks in a form, without lines that are empty but for their day. */
export const tasksIn = (form: FormData) =>
  typedLines(form).map((at) => ({
    ...{ title: text(form, `taskTitle-${at}`), goal: text(form, `goal-${at}`), dueOn: text(form, `dueOn-${at}`) },
  }));

/** The field of the form of a path such as `tasks.1.title`: the second line in which something was typed. */
export function fieldOfTask(path: string, form: FormData): string | undefined {
  const [, number, part] = /^tasks\.(\d+)\.(\w+)$/.exec(path) ?? [];
  if (number === undefined || part === undefined) return undefined;
  const at = typedLines(form)[Number(number)] ?? 0;
  return `${part === 'title' ? 'taskTitle' : part}-${at}`;
}
