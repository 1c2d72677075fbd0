import {
  type FollowUp,
  type FollowUpState,
  type FollowUpStep,
  type Step,
  unitStates,
} from '@/lib/monitoring/follow-ups/words';

const before = ['raised', ...unitStates] as const;
const open = [...before, 'reported', 'checking'] as const;

/** The states in which each step may be taken; a follow-up begins by being raised. */
const takenIn: Readonly<Record<FollowUpStep, readonly FollowUpState[]>> = {
  raise: [],
  edit: ['raised'],
  assign: ['raised'],
  sign: ['assigned'],
  plan: ['signed', 'working'],
  note: ['working'],
  attach: ['working'],
  report: ['working'],
  check: ['reported'],
  sendBack: ['checking'],
  close: ['checking'],
  askExtension: unitStates,
  grantExtension: open,
  declineExtension: open,
  merge: before,
  absorb: before,
  transfer: unitStates,
  drop: ['raised', 'assigned'],
  remark: open,
};

/** The state after those steps that change it. */
const leadsTo: Partial<Readonly<Record<FollowUpStep, FollowUpState>>> = {
  assign: 'assigned',
  sign: 'signed',
  plan: 'working',
  report: 'reported',
  check: 'checking',
  sendBack: 'working',
  close: 'closed',
  merge: 'merged',
  transfer: 'assigned',
  drop: 'dropped',
};

/** Whether a step of a kind may be taken in a state, whoever takes it. */
export function isTakenIn(state: FollowUpState, kind: FollowUpStep): boolean {
  return takenIn[kind].includes(state);
}

export type StepFault =
  | 'wrongState'
  | 'ownReport'
  | 'pastDue'
  | 'notLater'
  | 'asked'
  | 'notAsked'
  | 'ownAsk'
  | 'sameUnit';

/** Why somebody may not take a step on a day; null when nothing stands against it. Permissions are looked at elsewhere. */
export function stepFault(held: FollowUp, step: Step, by: { actor: string; today: string }): StepFault | null {
  if (!isTakenIn(held.state, step.kind)) return 'wrongState';
  switch (step.kind) {
    case 'check':
    case 'sendBack':
    case 'close':
      return held.reportedBy === by.actor ? 'ownReport' : null;
    case 'edit':
      return step.dueOn < by.today ? 'pastDue' : null;
    case 'assign':
      return held.dueOn < by.today ? 'pastDue' : null;
    case 'askExtension':
      if (held.extension) return 'asked';
      return step.until <= held.dueOn || step.until < by.today ? 'notLater' : null;
    case 'grantExtension':
    case 'declineExtension':
      if (!held.extension) return 'notAsked';
      return held.extension.by === by.actor ? 'ownAsk' : null;
    case 'transfer':
      return step.to === held.unit ? 'sameUnit' : null;
    default:
      return null;
  }
}

/** A follow-up as it is raised. */
export function raised({ kind: _, ...terms }: Extract<Step, { kind: 'raise' }>): FollowUp {
  const nothing = { measures: '', reportedBy: null, extension: null, mergedInto: null };
  return { ...terms, ...nothing, state: 'raised', version: 1 };
}

/** A follow-up after a step of somebody, with the words that came with it. */
export function afterStep(held: FollowUp, step: Step, { actor, words }: { actor: string; words: string }): FollowUp {
  const next = { ...held, state: leadsTo[step.kind] ?? held.state, version: held.version + 1 };
  switch (step.kind) {
    case 'edit': {
      const { kind: _, ...terms } = step;
      return { ...next, ...terms };
    }
    case 'plan':
      return { ...next, measures: step.measures };
    case 'report':
      return { ...next, reportedBy: actor };
    case 'askExtension':
      return { ...next, extension: { until: step.until, reason: words, by: actor } };
    case 'grantExtension':
      return { ...next, dueOn: step.until, extension: null };
    case 'declineExtension':
    case 'close':
    case 'drop':
      return { ...next, extension: null };
    case 'merge':
      return { ...next, mergedInto: step.into, extension: null };
    case 'transfer':
      // The new unit types measures of its own, and has asked for nothing.
      return {
        ...next,
        unit: step.to,
        assisting: held.assisting.filter((unit) => unit !== step.to),
        ...{ measures: '', reportedBy: null, extension: null },
      };
    default:
      return next;
  }
}

/** The follow-up that its events tell, in their order; null for none. */
export function replayed(
  events: readonly { readonly step: Step; readonly actor: string; readonly words: string }[],
): FollowUp | null {
  return events.reduce<FollowUp | null>(
    (held, { step, ...by }) => (step.kind === 'raise' ? raised(step) : held && afterStep(held, step, by)),
    null,
  );
}
