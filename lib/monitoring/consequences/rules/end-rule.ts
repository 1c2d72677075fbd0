import { and, eq } from 'drizzle-orm';
import { consequenceRule } from '@/db/schema/consequences';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lockedRule } from '@/lib/monitoring/consequences/rules/queries';
import { ShownRule } from '@/lib/monitoring/consequences/rules/rule-input';
import { lastDay } from '@/lib/monitoring/lamps/month-text';
import { EndReason, MonthInput } from '@/lib/monitoring/lamps/rule-sets/rule-set-input';

/**
 * Ends a rule of consequences after a month, with a reason: what it proposed stays; a draft is dropped. Refuses a rule that ended,
 * and one that is not the one that was shown.
 */
export const endConsequenceRule = command({
  name: 'consequenceRules.end',
  input: ShownRule.extend({ lastMonth: MonthInput.nullable(), reason: EndReason }),
  async run(work, { code, number, version, lastMonth, reason }) {
    const { tx, principal, now } = work;
    const held = await lockedRule(work, code, number);
    const subject = `consequenceRules/${code}`;
    if (held.version !== version) throw await movedRefusal(work, subject, 'consequences.refused.ruleMoved');
    if (held.state === 'ended') throw new Refusal('conflict', 'consequences.refused.ended');
    const isDraft = held.state === 'draft';
    if (!isDraft && lastMonth === null) throw new Refusal('invalid', 'inputMissing', { field: 'lastMonth' });
    const validTo = isDraft || lastMonth === null ? null : lastDay(lastMonth);
    const ended = { validTo, endedBy: principal.userId, endedAt: now, endReason: reason };
    await tx
      .update(consequenceRule)
      .set({ state: 'ended', ...ended, version: version + 1 })
      .where(and(eq(consequenceRule.code, code), eq(consequenceRule.number, number)));
    const after = { state: 'ended', number, ...(validTo && { validTo }), reason };
    return { result: { code, number }, changes: [{ subject, before: { state: held.state }, after }] };
  },
});
