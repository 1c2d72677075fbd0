import type { Named } from '@/lib/i18n/words';
import type { FigureView, Qualifier, Vintage } from '@/lib/observations/words';
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

/** The names of what formulas mention by code. */
export type FormulaNames = readonly (Named & { readonly kind: string })[];

/** What an input was when a figure was computed. */
export type UsedInput = {
  /** A decimal string. */
  readonly value: string;
  readonly periodCode: string;
  readonly qualifier: Qualifier;
  readonly vintage: Vintage;
  readonly sources: readonly {
    readonly code: string;
    readonly title: string;
    readonly sourceWithdrawn: string | null;
  }[];
};

/** The formula of an indicator with the names of its parts, and how its latest figure came about. */
export type Derivation = {
  readonly parsed: Expression;
  readonly orgUnitCode: string | null;
  readonly decimals: number;
  readonly names: FormulaNames;
  /** With the inputs in the order of `inputsOf`, null for one without a value; null where there is no figure yet. */
  readonly latest: {
    readonly figure: FigureView;
    readonly unit: Named;
    readonly inputs: readonly (UsedInput | null)[];
  } | null;
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

/** The operations of a formula: all parts that are neither a number nor an input. */
export function operationsIn(one: Expression): Exclude<Expression, { kind: 'number' | 'figure' | 'members' }>[] {
  if (one.kind === 'number' || one.kind === 'figure' || one.kind === 'members') return [];
  const parts = one.kind === 'call' ? one.args : one.kind === 'binary' ? [one.left, one.right] : [one.of];
  return [one, ...parts.flatMap(operationsIn)];
}

/** Whether a formula rounds to anything but a written number of 0 to 10 decimals. */
export function roundsOddly(expression: Expression): boolean {
  return operationsIn(expression).some((one) => {
    const digits = one.kind === 'call' && one.name === 'round' ? one.args[1] : undefined;
    return digits !== undefined && !(digits.kind === 'number' && /^(?:\d|10)$/.test(digits.value));
  });
}

/**
 * Orders formulas so that each comes after those whose results it reads; null where some read one another in a circle.
 * `inputs` gives the indicators that a formula reads.
 */
export function inOrder<One extends { readonly indicatorCode: string }>(
  formulas: readonly One[],
  inputs: (one: One) => readonly string[],
): One[] | null {
  const ordered: One[] = [];
  let left = [...formulas];
  while (left.length > 0) {
    const waiting = new Set(left.map(({ indicatorCode }) => indicatorCode));
    const ready = left.filter((one) => !inputs(one).some((code) => waiting.has(code)));
    if (ready.length === 0) return null;
    ordered.push(...ready);
    left = left.filter((one) => !ready.includes(one));
  }
  return ordered;
}
