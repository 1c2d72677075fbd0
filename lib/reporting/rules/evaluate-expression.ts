import type { CallName, Expression, FigureMoment } from '@/lib/reporting/rules/expression';
import { noise } from '@/lib/statistics/noise';
import { decimalOf } from '@/lib/statistics/numbers';

/** Looks up the figure of an indicator at a moment; null when it is unknown. */
export type FigureLookup = (code: string, at: FigureMoment) => number | null;

/** The amount of an expression; null when a figure is missing, for a division by zero, or for a truth value. */
export function amountOf(expression: Expression, lookup: FigureLookup): number | null {
  const amount = amountIn(expression, lookup);
  return amount !== null && Number.isFinite(amount) ? amount : null;
}

function amountIn(one: Expression, lookup: FigureLookup): number | null {
  if (one.kind === 'number') return Number(one.value);
  if (one.kind === 'figure') return lookup(one.code, one.at);
  if (one.kind === 'not' || one.kind === 'members') return null;
  if (one.kind === 'negative') {
    const amount = amountOf(one.of, lookup);
    return amount === null ? null : -amount;
  }
  if (one.kind === 'call') {
    const args = one.args.map((arg) => amountOf(arg, lookup));
    return args.every((arg) => arg !== null) ? callFunction(one.name, args) : null;
  }
  const [left, right] = [amountOf(one.left, lookup), amountOf(one.right, lookup)];
  if (left === null || right === null) return null;
  if (one.op === '+') return left + right;
  if (one.op === '-') return left - right;
  if (one.op === '*') return left * right;
  return one.op === '/' && right !== 0 ? left / right : null;
}

function callFunction(name: CallName, args: readonly number[]): number | null {
  const [first = 0, digits = 0] = args;
  if (name === 'abs') return Math.abs(first);
  if (name === 'min') return Math.min(...args);
  if (name === 'max') return Math.max(...args);
  return Number.isInteger(digits) && digits >= 0 && digits <= 10 ? Number(decimalOf(first, digits)) : null;
}

/**
 * Whether an expression holds, with amounts equal within the tolerance; null when it is undecidable, because a figure
 * is missing or something is divided by zero.
 */
export function holds(one: Expression, lookup: FigureLookup, tolerance = 0): boolean | null {
  if (one.kind === 'not') {
    const inner = holds(one.of, lookup, tolerance);
    return inner === null ? null : !inner;
  }
  if (one.kind !== 'binary') return null;
  if (one.op === 'and' || one.op === 'or') {
    const [left, right] = [holds(one.left, lookup, tolerance), holds(one.right, lookup, tolerance)];
    // Three-valued: one side may decide alone, whatever the other one is.
    const decisive = one.op === 'or';
    if (left === decisive || right === decisive) return decisive;
    return left === null || right === null ? null : !decisive;
  }
  const [left, right] = [amountOf(one.left, lookup), amountOf(one.right, lookup)];
  if (left === null || right === null) return null;
  // The slack for rounding errors of doubles: 0.1 + 0.2 equals 0.3 here.
  const slack = tolerance + noise * Math.max(1, Math.abs(left), Math.abs(right));
  const isEqual = Math.abs(left - right) <= slack;
  switch (one.op) {
    case '<=':
      return left < right || isEqual;
    case '>=':
      return left > right || isEqual;
    case '<':
      return left < right && !isEqual;
    case '>':
      return left > right && !isEqual;
    case '=':
      return isEqual;
    case '<>':
      return !isEqual;
    default:
      return null;
  }
}
