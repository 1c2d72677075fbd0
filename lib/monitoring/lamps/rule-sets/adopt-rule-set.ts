import { and, eq } from 'drizzle-orm';
import { lampRuleSet } from '@/db/schema/lamps';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lightSequences } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { lockedRuleSet, toldRuleSet } from '@/lib/monitoring/lamps/rule-sets/queries';
import { ShownRuleSet } from '@/lib/monitoring/lamps/rule-sets/rule-set-input';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

/**
 * Puts drafted rules of lamps in force from their first month on, and lights the lamps of their sequence again; those that were
 * told stay. Refuses who edited them last, a year that is over, and a draft that is not the one that was shown.
 */
export const adoptRuleSet = command({
  name: 'lampRules.adopt',
  input: ShownRuleSet,
  async run(work, { code, number, version }) {
    const { tx, principal, now } = work;
    const held = await lockedRuleSet(work, code, number);
    if (held.version !== version) throw await movedRefusal(work, `lampRules/${code}`, 'lamps.refused.moved');
    if (held.state !== 'draft') throw new Refusal('conflict', 'lamps.refused.noDraft');
    if (held.editedBy === principal.userId) throw new Refusal('conflict', 'lamps.refused.ownDraft');
    if (Number(held.validFrom.slice(0, 4)) < yearOf(now)) throw new Refusal('conflict', 'lamps.refused.pastDraft');
    await tx
      .update(lampRuleSet)
      .set({ state: 'held', adoptedBy: principal.userId, adoptedAt: now, version: version + 1 })
      .where(and(eq(lampRuleSet.code, code), eq(lampRuleSet.number, number)));
    await lightSequences(work, [held.peerGroupCode], held.validFrom);
    const before = { state: 'draft' };
    const after = { ...toldRuleSet(held), number, state: 'held' };
    return { result: { code, number }, changes: [{ subject: `lampRules/${code}`, before, after }] };
  },
});
