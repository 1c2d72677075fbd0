import type { Expression, FigureMoment, MembersHow } from '@/lib/reporting/rules/expression';

/** An input of a formula: a figure of the same unit at a moment, or the members of a sequence in the period. */
export type FormulaInput =
  | { readonly kind: 'figure'; readonly code: string; readonly at: FigureMoment }
  | { readonly kind: 'members'; readonly how: MembersHow; readonly code: string; readonly group: string };

/** The formula of a derived indicator, as stored and as parsed. */
export type Formula = {
  readonly indicatorCode: string;
  readonly expression: string;
  /** The unit whose figure it is, where it adds up members of a sequence. */
  readonly orgUnitCode: string | null;
  readonly decimals: number;
  readonly parsed: Expression;
};

/** Whether two inputs are the same. */
export const sameInput = (one: FormulaInput, other: FormulaInput) => JSON.stringify(one) === JSON.stringify(other);
/** The distinct inputs of a formula, in order of occurrence. */
export function inputsOf(expression: Expression): FormulaInput[] {
  const found: FormulaInput[] = [];
  const walk = (one: Expression) => {
    if (one.kind === 'figure' || one.kind === 'members') {
      if (!found.some((other) => sameInput(one, other))) found.push(one);
    } else if (one.kind === 'call') one.args.forEach(walk);
    else if (one.kind === 'negative' || one.kind === 'not') walk(one.of);
    else if (one.kind === 'binary') [one.left, one.right].forEach(walk);
  };
  walk(expression);
  return found;
}
