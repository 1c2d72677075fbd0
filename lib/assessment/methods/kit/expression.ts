import type { TermName } from '@/lib/assessment/explanation/words';

export type Operator = '+' | '−' | '×' | '÷' | '^';

/** A formula with its numbers: it can be written with letters, written with numbers, or evaluated. */
export type Expression =
  | { readonly constant: number }
  | { readonly term: TermName; readonly value: number; readonly part?: number }
  | { readonly folded: Expression }
  | { readonly operator: Operator; readonly left: Expression; readonly right: Expression };

export const constant = (value: number): Expression => ({ constant: value });
export const plus = (left: Expression, right: Expression): Expression => ({ operator: '+', left, right });
export const minus = (left: Expression, right: Expression): Expression => ({ operator: '−', left, right });
export const times = (left: Expression, right: Expression): Expression => ({ operator: '×', left, right });
export const over = (left: Expression, right: Expression): Expression => ({ operator: '÷', left, right });
export const power = (left: Expression, right: Expression): Expression => ({ operator: '^', left, right });
/** An expression written in letters as it is, but evaluated where numbers stand: (100 − B) and 40. */
export const folded = (inner: Expression): Expression => ({ folded: inner });
export const percentOf = (ratio: Expression): Expression => times(ratio, constant(100));
export const hundred = constant(100);
