import { command } from '@/lib/access/command';
import { takeStep } from '@/lib/monitoring/task-lists/take-step';
import { WithdrawInput } from '@/lib/monitoring/task-lists/task-input';

/** Withdraws a task that is not done, with a reason; it stays in the list and asks for nothing. */
export const withdrawTask = command({
  name: 'task.withdraw',
  input: WithdrawInput,
  run: (work, { reason, ...shown }) => takeStep(work, shown, { kind: 'withdraw' }, reason),
});
