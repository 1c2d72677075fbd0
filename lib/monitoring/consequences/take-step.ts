import { eq } from 'drizzle-orm';
import { consequence, consequenceEvent } from '@/db/schema/consequences';
import { movedRefusal } from '@/lib/access/audit/queries';
import type { Work } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { Refusal } from '@/lib/errors';
import { lockedConsequence } from '@/lib/monitoring/consequences/queries';
import { afterStep, stepFault } from '@/lib/monitoring/consequences/steps';
import type { Step } from '@/lib/monitoring/consequences/words';

/** A consequence as a page showed it. */
type Shown = { readonly id: string; readonly version: number };

/**
 * Takes a step of a consequence: its row changes, and an event is added, in one place for all steps. Refuses one that moved since
 * it was shown, a step that its state does not allow, and a day to come.
 */
export async function takeStep(work: Work, { id, version }: Shown, step: Step, words: string) {
  const { tx, principal, now } = work;
  const held = await lockedConsequence(work, id);
  const subject = `consequence/${id}`;
  if (held.version !== version) throw await movedRefusal(work, subject, 'consequences.refused.moved');
  const fault = stepFault(held, step, todayOf({ now }));
  if (fault === 'future') throw new Refusal('invalid', 'consequences.refused.future', { field: 'on' });
  if (fault) throw new Refusal('conflict', `consequences.refused.${fault}`);
  const next = afterStep(held, step);
  const { kind, ...facts } = step;
  const by = { updatedBy: principal.userId, updatedAt: now };
  await tx
    .update(consequence)
    .set({ state: next.state, version: next.version, ...by })
    .where(eq(consequence.id, id));
  await tx
    .insert(consequenceEvent)
    .values({ consequenceId: id, step: next.version, kind, facts, words, actor: principal.userId, at: now });
  const before = { state: held.state };
  const told = 'on' in step ? { doneOn: step.on, ...(step.paper && { paper: step.paper }) } : {};
  return { result: id, changes: [{ subject, before, after: { state: next.state, ...told, reason: words } }] as const };
}
