import { openStates, type Step, type Task, type TaskState, type TaskStep } from '@/lib/monitoring/task-lists/words';

/** The states in which each step may be taken; a task begins by being added. */
const takenIn: Readonly<Record<TaskStep, readonly TaskState[]>> = {
  add: [],
  plan: openStates,
  note: openStates,
  begin: ['notBegun'],
  finish: openStates,
  reopen: ['done'],
  withdraw: openStates,
};

/** The state after those steps that change it. */
const leadsTo: Partial<Readonly<Record<TaskStep, TaskState>>> = {
  begin: 'underWay',
  finish: 'done',
  reopen: 'underWay',
  withdraw: 'withdrawn',
};

/** Whether a step of a kind may be taken in a state, whoever takes it. */
export function isTakenIn(state: TaskState, kind: TaskStep): boolean {
  return takenIn[kind].includes(state);
}

export type StepFault = 'wrongState' | 'noMeasure';

/** What stands against a step; null for nothing. A task begins, and is done, with a measure. */
export function stepFault({ state, measure }: Pick<Task, 'state' | 'measure'>, { kind }: Step): StepFault | null {
  if (!isTakenIn(state, kind)) return 'wrongState';
  return (kind === 'begin' || kind === 'finish') && measure === '' ? 'noMeasure' : null;
}

/** A task as it is added. */
export function added({ kind: _, ...terms }: Extract<Step, { kind: 'add' }>): Task {
  return { ...terms, measure: '', state: 'notBegun', version: 1 };
}

/** A task after a step. */
export function afterStep(held: Task, step: Step): Task {
  const next = { ...held, state: leadsTo[step.kind] ?? held.state, version: held.version + 1 };
  return step.kind === 'plan' ? { ...next, measure: step.measure, responsible: step.responsible } : next;
}

/** The task that its events tell, in their order; null for none. */
export function replayed(steps: readonly Step[]): Task | null {
  return steps.reduce<Task | null>(
    (held, step) => (step.kind === 'add' ? added(step) : held && afterStep(held, step)),
    null,
  );
}
