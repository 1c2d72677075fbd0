import { type Expression, ExpressionFault, type FigureMoment, parseExpression } from '@/lib/reporting/rules/expression';

/** The word for the value itself in a formula. */
export const ownValue = 'x';

const kept = new Map<string, Expression>();

/** Parses a formula that gives an amount. Throws an `ExpressionFault`. */
export function parseAmount(text: string): Expression {
  const known = kept.get(text);
  if (known) return known;
  const whole = parseExpression(`(${text}) = 0`);
  if (whole.kind !== 'binary' || whole.op !== '=') throw new ExpressionFault(1, 'amount', text);
  // A designer writes many texts on the way to one.
  if (kept.size > 200) kept.clear();
  kept.set(text, whole.left);
  return whole.left;
}

/** Whether a text is a formula that gives an amount. */
export function isAmount(text: string): boolean {
  try {
    parseAmount(text);
    return true;
  } catch {
    return false;
  }
}

/** The figures that a formula names, each once; x is the value itself. */
export function figuresNamed(text: string): readonly { readonly code: string; readonly at: FigureMoment }[] {
  const found = new Map<string, { code: string; at: FigureMoment }>();
  const walk = (one: Expression): void => {
    if (one.kind === 'figure') found.set(`${one.code} ${one.at}`, { code: one.code, at: one.at });
    else if (one.kind === 'call') one.args.forEach(walk);
    else if (one.kind === 'negative' || one.kind === 'not') walk(one.of);
    else if (one.kind === 'binary') [one.left, one.right].forEach(walk);
  };
  walk(parseAmount(text));
  return [...found.values()];
}
