import { namedIn, readExpression } from '@/lib/reporting/rules/expression';
import type { CheckRule } from '@/lib/reporting/rules/rule';

/** The indicators that a rule compares, in its order, else those it applies to. Empty when it applies to all. */
export function namedIndicators(rule: CheckRule): readonly string[] {
  if (rule.kind === 'sumOfParts') return [rule.parameters.whole, ...rule.parameters.parts];
  if (rule.kind !== 'formula') return rule.indicatorCodes ?? [];
  const expression = readExpression(rule.parameters.expression);
  return expression ? namedIn(expression) : [];
}
