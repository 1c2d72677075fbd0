import type { Appeal, AppealState, AppealStep, Step } from '@/lib/assessment/appeals/words';

/** The states in which each step may be taken; an appeal begins by being filed. */
const takenIn: Readonly<Record<AppealStep, readonly AppealState[]>> = {
  file: [],
  attach: ['filed', 'accepted', 'reviewing'],
  accept: ['filed'],
  reject: ['filed'],
  decide: ['accepted'],
  askReview: ['decided'],
  decideReview: ['reviewing'],
  settle: ['decided', 'reviewed'],
  close: ['decided', 'reviewed'],
  withdraw: ['filed', 'accepted'],
};

/** The state after those steps that change it. */
const leadsTo: Partial<Readonly<Record<AppealStep, AppealState>>> = {
  accept: 'accepted',
  reject: 'rejected',
  decide: 'decided',
  askReview: 'reviewing',
  decideReview: 'reviewed',
  close: 'closed',
  withdraw: 'withdrawn',
};

/** Whether a step of a kind may be taken in a state, whoever takes it. */
export function isTakenIn(state: AppealState, kind: AppealStep): boolean {
  return takenIn[kind].includes(state);
}

export type StepFault =
  | 'wrongState'
  | 'ownStep'
  | 'ownPublication'
  | 'reviewOver'
  | 'reviewOpen'
  | 'nothingToSettle'
  | 'noRemedy';

/** Who takes a step, on which day in Shanghai, and who published the run. */
export type Taker = { readonly actor: string; readonly today: string; readonly publisher: string | null };

/** Why somebody may not take a step of a kind; null when nothing stands against it. Permissions are looked at elsewhere. */
export function stepFault(held: Appeal, kind: AppealStep, { actor, today, publisher }: Taker): StepFault | null {
  if (!isTakenIn(held.state, kind)) return 'wrongState';
  const isReviewOver = held.reviewUntil !== null && today > held.reviewUntil;
  switch (kind) {
    case 'accept':
      return held.actors.includes(actor) ? 'ownStep' : null;
    case 'reject':
    case 'decide':
    case 'decideReview':
      if (held.actors.includes(actor)) return 'ownStep';
      return publisher === actor ? 'ownPublication' : null;
    case 'askReview':
      return isReviewOver ? 'reviewOver' : null;
    case 'settle':
      return held.outcome === 'dismissed' ? 'nothingToSettle' : null;
    case 'close':
      if (held.state === 'decided' && !isReviewOver) return 'reviewOpen';
      return held.outcome !== 'dismissed' && held.remedy === null ? 'noRemedy' : null;
    default:
      return null;
  }
}

/** An appeal as it is filed by somebody. */
export function filed({ kind: _, ...terms }: Extract<Step, { kind: 'file' }>, actor: string): Appeal {
  return { ...terms, state: 'filed', outcome: null, reviewUntil: null, remedy: null, actors: [actor], version: 1 };
}

/** An appeal after a step of somebody. */
export function afterStep(held: Appeal, step: Step, actor: string): Appeal {
  const next = {
    ...held,
    state: leadsTo[step.kind] ?? held.state,
    actors: held.actors.includes(actor) ? held.actors : [...held.actors, actor],
    version: held.version + 1,
  };
  switch (step.kind) {
    case 'decide':
      return { ...next, outcome: step.outcome, reviewUntil: step.reviewUntil };
    case 'decideReview':
      return { ...next, outcome: step.outcome };
    case 'settle':
      return { ...next, remedy: step.remedy };
    default:
      return next;
  }
}

/** The appeal that its events tell, in their order; null for none. */
export function replayed(events: readonly { readonly step: Step; readonly actor: string }[]): Appeal | null {
  return events.reduce<Appeal | null>(
    (held, { step, actor }) => (step.kind === 'file' ? filed(step, actor) : held && afterStep(held, step, actor)),
    null,
  );
}
