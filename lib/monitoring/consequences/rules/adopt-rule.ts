import { and, eq } from 'drizzle-orm';
import { consequenceRule } from '@/db/schema/consequences';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lockedRule, toldRule } from '@/lib/monitoring/consequences/rules/queries';
import { ShownRule } from '@/lib/monitoring/consequences/rules/rule-input';

/**
 * Puts a drafted rule of consequences in force from its first month on; it runs with the next publication, or when it is run.
 * Refuses who edited it last, and a draft that is not the one that was shown.
 */
export const adoptConsequenceRule = command({
  name: 'consequenceRules.adopt',
  input: ShownRule,
  async run(work, { code, number, version }) {
    const { tx, principal, now } = work;
    const held = await lockedRule(work, code, number);
    const subject = `consequenceRules/${code}`;
    if (held.version !== version) throw await movedRefusal(work, subject, 'consequences.refused.ruleMoved');
    if (held.state !== 'draft') throw new Refusal('conflict', 'consequences.refused.noDraft');
    if (held.editedBy === principal.userId) throw new Refusal('conflict', 'consequences.refused.ownDraft');
    await tx
      .update(consequenceRule)
      .set({ state: 'held', adoptedBy: principal.userId, adoptedAt: now, version: version + 1 })
      .where(and(eq(consequenceRule.code, code), eq(consequenceRule.number, number)));
    const after = { ...toldRule(held), number, state: 'held' };
    return { result: { code, number }, changes: [{ subject, before: { state: 'draft' }, after }] };
  },
});
