import * as z from 'zod';
import { movedRefusal } from '@/lib/access/audit/queries';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { Day } from '@/lib/reporting/collections/terms';
import { addRule } from '@/lib/reporting/rules/add-rule';
import { latestRule, refuseUnknown } from '@/lib/reporting/rules/queries';
import { refuseUnreadable } from '@/lib/reporting/rules/refuse-unreadable';
import { CheckRule } from '@/lib/reporting/rules/rule';

/**
 * Changes a rule from a day on, or switches it off or on again: adds a row after the one that was read, whose first day
 * is `follows`. The past keeps its rules. Refuses a rule changed meanwhile, a day that is not later, another kind.
 */
export const changeRule = command({
  name: 'rule.change',
  input: z.strictObject({ follows: Day, rule: CheckRule }),
  async run(work, { follows, rule }) {
    refuseUnreadable(rule);
    const held = await latestRule(work.tx, rule.code);
    if (!held) throw new Refusal('notFound', 'rules.refusals.noRule', { code: rule.code });
    if (held.validFrom !== follows) throw await movedRefusal(work, `rule/${rule.code}`, 'rules.refusals.moved');
    if (held.kind !== rule.kind) throw new Refusal('invalid', 'rules.refusals.otherKind', { field: 'kind' });
    if (isSame(held, rule)) return { result: rule.code, repeated: true };
    if (rule.validFrom <= held.validFrom)
      throw new Refusal('invalid', 'rules.refusals.notLater', { field: 'validFrom', since: held.validFrom });
    await refuseUnknown(work.tx, rule);
    await addRule(work, rule);
    return { result: rule.code, changes: [{ subject: `rule/${rule.code}`, before: held, after: rule }] };
  },
});

/** Whether two rows differ in no more than their first day. */
function isSame(one: CheckRule, other: CheckRule): boolean {
  const ruleText = (rule: CheckRule) => JSON.stringify(CheckRule.parse({ ...rule, validFrom: '2000-01-01' }));
  return ruleText(one) === ruleText(other);
}
