import { Refusal } from '@/lib/errors';
import { ExpressionFault, parseExpression } from '@/lib/reporting/rules/expression';
import type { CheckRule } from '@/lib/reporting/rules/rule';

/** Refuses a rule with an unreadable formula, naming the place and the expected token. */
export function refuseUnreadable(rule: CheckRule): void {
  if (rule.kind !== 'formula') return;
  try {
    parseExpression(rule.parameters.expression);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const { place, expected, found } = error;
    const details = { field: 'expression', place, expected, found: found || 'none' };
    throw new Refusal('invalid', 'rules.refusals.expression', details);
  }
}
