import { command } from '@/lib/access/command';
import { takeStep } from '@/lib/monitoring/task-lists/take-step';
import { Note, OwnTask } from '@/lib/monitoring/task-lists/task-input';

/** Notes how far the unit has come with a task; a note is never changed. */
export const noteTask = command({
  name: 'task.note',
  input: OwnTask.extend({ note: Note }),
  run: (work, { note, ...shown }) => takeStep(work, shown, { kind: 'note' }, note),
});
