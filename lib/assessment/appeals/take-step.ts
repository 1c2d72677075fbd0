import { eq } from 'drizzle-orm';
import { appeal, appealEvent } from '@/db/schema/appeals';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { lockedAppeal } from '@/lib/assessment/appeals/queries';
import { afterStep, stepFault } from '@/lib/assessment/appeals/steps';
import type { Appeal, Step } from '@/lib/assessment/appeals/words';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';

/** An appeal as a page showed it; its unit sends the unit for which the page was made. */
type Shown = { readonly id: string; readonly version: number; readonly unit?: string };

/** What a step asks of the appeal as it is held, after its kind was found allowed. */
type Look = (held: Appeal) => Promise<void>;

/**
 * Takes a step of an appeal: its row changes, and an event is added, in one place for all steps. Refuses an appeal of another
 * unit, one that moved since it was shown, and a step that its state, its days or its people do not allow.
 */
export async function takeStep(
  work: Work,
  shown: Shown,
  step: Step,
  { words = '', look }: { words?: string; look?: Look } = {},
) {
  const { tx, principal, now } = work;
  const { held, publisher } = await lockedAppeal(work, shown.id);
  if (shown.unit !== undefined && (shown.unit !== principal.unitCode || held.unit !== principal.unitCode))
    throw new Refusal('forbidden', 'appeals.refused.otherUnit');
  if (held.version !== shown.version) throw await movedRefusal(work, subjectOf(shown.id), 'appeals.refused.moved');
  const fault = stepFault(held, step.kind, { actor: principal.userId, today: todayOf(work), publisher });
  if (fault)
    throw new Refusal(fault.startsWith('own') ? 'forbidden' : 'conflict', `appeals.refused.${fault}`, {
      day: held.reviewUntil ?? '',
    });
  await look?.(held);
  const { run: _run, unit: _unit, ...values } = afterStep(held, step, principal.userId);
  await tx
    .update(appeal)
    .set({ ...values, updatedBy: principal.userId, updatedAt: now })
    .where(eq(appeal.id, shown.id));
  await recordStep(work, shown.id, { step, words, at: values.version });
  const { kind: _, ...facts } = step;
  return {
    result: shown.id,
    changes: [
      {
        subject: subjectOf(shown.id),
        before: { appealState: held.state },
        after: { appealState: values.state, ...facts, ...(words && { reason: words }) },
      },
    ] as const,
  };
}

/** The subject of an appeal in the trail. */
export const subjectOf = (id: string) => `appeal/${id}`;

/** Adds an event to the history of an appeal. */
export async function recordStep(
  { tx, principal, now }: Work,
  id: string,
  { step: { kind, ...facts }, words, at }: { step: Step; words: string; at: number },
): Promise<void> {
  await tx.insert(appealEvent).values({ appealId: id, step: at, kind, facts, words, actor: principal.userId, at: now });
}
