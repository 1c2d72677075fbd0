import type { Consequence, ConsequenceState, ConsequenceStep, Step } from '@/lib/monitoring/consequences/words';

/** The states in which each step may be taken; a consequence begins by being proposed. */
const takenIn: Readonly<Record<ConsequenceStep, readonly ConsequenceState[]>> = {
  propose: [],
  confirm: ['proposed'],
  decline: ['proposed'],
  enter: ['confirmed'],
  complete: ['confirmed'],
};

/** The state after those steps that change it. */
const leadsTo: Partial<Readonly<Record<ConsequenceStep, ConsequenceState>>> = {
  confirm: 'confirmed',
  decline: 'declined',
  complete: 'completed',
};

/** Whether a step of a kind may be taken in a state, whoever takes it. */
export function isTakenIn(state: ConsequenceState, kind: ConsequenceStep): boolean {
  return takenIn[kind].includes(state);
}

export type StepFault = 'wrongState' | 'future';

/** What stands against a step on a day; null for nothing. What is recorded has happened: no day to come. */
export function stepFault({ state }: Pick<Consequence, 'state'>, step: Step, today: string): StepFault | null {
  if (!isTakenIn(state, step.kind)) return 'wrongState';
  return 'on' in step && step.on > today ? 'future' : null;
}

/** A consequence after a step. */
export function afterStep(held: Consequence, { kind }: Step): Consequence {
  return { ...held, state: leadsTo[kind] ?? held.state, version: held.version + 1 };
}

/** The consequence that its events tell, in their order; null for none. */
export function replayed(steps: readonly Step[]): Consequence | null {
  return steps.reduce<Consequence | null>((held, step) => {
    if (step.kind !== 'propose') return held && afterStep(held, step);
    const { kind: _, ...proposal } = step;
    return { ...proposal, state: 'proposed', version: 1 };
  }, null);
}
