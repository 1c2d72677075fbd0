import * as z from 'zod';
import { command } from '@/lib/access/command';
import { Refusal } from '@/lib/errors';
import { addRule } from '@/lib/reporting/rules/add-rule';
import { latestRule, refuseUnknown } from '@/lib/reporting/rules/queries';
import { refuseUnreadable } from '@/lib/reporting/rules/refuse-unreadable';
import { CheckRule } from '@/lib/reporting/rules/rule';

/** Adds a rule under a code of its own. Refuses a code that is taken, an unknown indicator, an unreadable formula. */
export const createRule = command({
  name: 'rule.create',
  input: z.strictObject({ rule: CheckRule }),
  async run(work, { rule }) {
    refuseUnreadable(rule);
    const held = await latestRule(work.tx, rule.code);
    if (held) throw new Refusal('conflict', 'rules.refusals.codeTaken', { field: 'code', code: rule.code });
    await refuseUnknown(work.tx, rule);
    await addRule(work, rule);
    return { result: rule.code, changes: [{ subject: `rule/${rule.code}`, before: null, after: rule }] };
  },
});
