import { and, eq } from 'drizzle-orm';
import { lampRuleSet } from '@/db/schema/lamps';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { lightSequences } from '@/lib/monitoring/lamps/lighting/light-lamps';
import { lastDay } from '@/lib/monitoring/lamps/month-text';
import { lockedRuleSet } from '@/lib/monitoring/lamps/rule-sets/queries';
import { EndReason, MonthInput, ShownRuleSet } from '@/lib/monitoring/lamps/rule-sets/rule-set-input';
import { yearOf } from '@/lib/monitoring/targets/plans/year-periods';

/**
 * Ends rules of lamps after a month, with a reason: later lamps of theirs go out, unless they were told; a draft is dropped.
 * Refuses a last month in a year that is over, rules that ended, and ones that are not those that were shown.
 */
export const endRuleSet = command({
  name: 'lampRules.end',
  input: ShownRuleSet.extend({ lastMonth: MonthInput.nullable(), reason: EndReason }),
  async run(work, { code, number, version, lastMonth, reason }) {
    const { tx, principal, now } = work;
    const held = await lockedRuleSet(work, code, number);
    if (held.version !== version) throw await movedRefusal(work, `lampRules/${code}`, 'lamps.refused.moved');
    if (held.state === 'ended') throw new Refusal('conflict', 'lamps.refused.ended');
    const isDraft = held.state === 'draft';
    if (!isDraft && lastMonth === null) throw new Refusal('invalid', 'inputMissing', { field: 'lastMonth' });
    if (!isDraft && lastMonth !== null && Number(lastMonth.slice(0, 4)) < yearOf(now))
      throw new Refusal('invalid', 'lamps.refused.pastEnd', { field: 'lastMonth' });
    const validTo = isDraft || lastMonth === null ? null : lastDay(lastMonth);
    const ended = { validTo, endedBy: principal.userId, endedAt: now, endReason: reason };
    await tx
      .update(lampRuleSet)
      .set({ state: 'ended', ...ended, version: version + 1 })
      .where(and(eq(lampRuleSet.code, code), eq(lampRuleSet.number, number)));
    if (lastMonth !== null && !isDraft) await lightSequences(work, [held.peerGroupCode], lastDay(lastMonth));
    const before = { state: held.state };
    const after = { state: 'ended', number, ...(validTo && { validTo }), reason };
    return { result: { code, number }, changes: [{ subject: `lampRules/${code}`, before, after }] };
  },
});
