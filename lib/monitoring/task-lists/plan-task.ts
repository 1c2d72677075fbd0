import { command } from '@/lib/access/command';
import { takeStep } from '@/lib/monitoring/task-lists/take-step';
import { PlanInput } from '@/lib/monitoring/task-lists/task-input';

/** Sets what the unit does about a task, and who answers for it. Refuses tasks of other units and those that ended. */
export const planTask = command({
  name: 'task.plan',
  input: PlanInput,
  run: (work, { measure, responsible, ...shown }) => takeStep(work, shown, { kind: 'plan', measure, responsible }),
});
