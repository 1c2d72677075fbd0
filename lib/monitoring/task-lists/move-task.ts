import { command } from '@/lib/access/command';
import { takeStep } from '@/lib/monitoring/task-lists/take-step';
import { MoveInput } from '@/lib/monitoring/task-lists/task-input';

/** Begins a task, says that it is done, or takes it up again, with a note of progress. Refuses one without a measure. */
export const moveTask = command({
  name: 'task.move',
  input: MoveInput,
  run: (work, { move, note, ...shown }) => takeStep(work, shown, { kind: move }, note),
});
