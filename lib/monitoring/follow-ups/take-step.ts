import { eq } from 'drizzle-orm';
import { followUp, followUpEvent } from '@/db/schema/follow-ups';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { lockedFollowUp } from '@/lib/monitoring/follow-ups/queries';
import { afterStep, type StepFault, stepFault } from '@/lib/monitoring/follow-ups/steps';
import type { FollowUp, Step } from '@/lib/monitoring/follow-ups/words';

/** A follow-up as a page showed it; its unit sends the unit for which the page was made. */
type Shown = { readonly id: string; readonly version: number; readonly unit?: string };

/** A step that depends on the follow-up as it is held. */
type StepOf = (held: FollowUp) => Step | Promise<Step>;

/** The field of the form at which a fault is shown, where there is one. */
const fieldOf: Partial<Readonly<Record<StepFault, string>>> = {
  pastDue: 'dueOn',
  notLater: 'until',
  sameUnit: 'to',
};

/**
 * Takes a step of a follow-up: its row changes, and an event is added, in one place for all steps. Refuses a follow-up of
 * another unit, one that moved since it was shown, and a step that its state or its people do not allow.
 */
export async function takeStep(work: Work, shown: Shown, asked: Step | StepOf, words = '') {
  const held = await lockedFollowUp(work, shown.id);
  const { principal } = work;
  if (shown.unit !== undefined && (shown.unit !== principal.unitCode || held.unit !== principal.unitCode))
    throw new Refusal('forbidden', 'followUps.refused.otherUnit');
  if (held.version !== shown.version) throw await movedRefusal(work, subjectOf(shown.id), 'followUps.refused.moved');
  const step = typeof asked === 'function' ? await asked(held) : asked;
  refuseStep(work, held, step);
  return storeStep(work, shown.id, held, step, words);
}

export const subjectOf = (id: string) => `followUp/${id}`;

/** Refuses a step that cannot be taken now, or not by this person. */
export function refuseStep({ principal, now }: Work, held: FollowUp, step: Step): void {
  const fault = stepFault(held, step, { actor: principal.userId, today: todayOf({ now }) });
  if (!fault) return;
  const field = fieldOf[fault];
  if (field) throw new Refusal('invalid', `followUps.refused.${fault}`, { field });
  throw new Refusal(fault.startsWith('own') ? 'forbidden' : 'conflict', `followUps.refused.${fault}`);
}

/** Writes a step that was looked at. */
export async function storeStep(work: Work, id: string, held: FollowUp, step: Step, words: string) {
  const { tx, principal, now } = work;
  const next = afterStep(held, step, { actor: principal.userId, words });
  const { unit: orgUnitCode, ...values } = next;
  await tx
    .update(followUp)
    .set({ ...values, orgUnitCode, updatedBy: principal.userId, updatedAt: now })
    .where(eq(followUp.id, id));
  await recordStep(work, id, { step, words, at: next.version });
  const { kind, ...facts } = step;
  return {
    result: id,
    changes: [
      {
        subject: subjectOf(id),
        before: { stage: held.state },
        after: { stage: next.state, ...facts, ...(words && kind !== 'plan' && { reason: words }) },
      },
    ] as const,
  };
}

/** Adds an event to the history of a follow-up. */
export async function recordStep(
  work: Work,
  id: string,
  { step: { kind, ...facts }, words, at }: { step: Step; words: string; at: number },
): Promise<void> {
  const { tx, principal, now } = work;
  await tx
    .insert(followUpEvent)
    .values({ followUpId: id, step: at, kind, facts, words, actor: principal.userId, at: now });
}
