import type { Expression, Operator } from '@/lib/assessment/methods/kit/expression';
import { decimalOf, groupedDecimal } from '@/lib/statistics/numbers';
import { type TermName, termLetters } from './words';

/** The value of a formula, a double as in the engine. */
export function evaluateFormula(expression: Expression): number {
  if ('constant' in expression) return expression.constant;
  if ('term' in expression) return expression.value;
  if ('folded' in expression) return evaluateFormula(expression.folded);
  const [left, right] = [evaluateFormula(expression.left), evaluateFormula(expression.right)];
  switch (expression.operator) {
    case '+':
      return left + right;
    case '−':
      return left - right;
    case '×':
      return left * right;
    case '÷':
      return left / right;
    case '^':
      return left ** right;
  }
}

const strengths: Record<Operator, number> = { '+': 1, '−': 1, '×': 2, '÷': 2, '^': 3 };

/** The formula in letters: B + (100 − B) × (x − L) ÷ (H − L). Parts of a blend bear their number: s₁. */
export function inLetters(expression: Expression): string {
  return writeExpression(expression, (leaf) => {
    if ('folded' in leaf) return leaf.folded;
    return 'constant' in leaf ? numberLeaf(leaf.constant) : letterOf(leaf);
  });
}

/** The formula with the numbers put in: 60 + (100 − 60) × (9 − 4) ÷ (12 − 4). */
export function inNumbers(expression: Expression): string {
  return writeExpression(expression, (leaf) => numberLeaf(evaluateFormula(leaf)));
}

type Leaf = Exclude<Expression, { operator: Operator }>;
type WrittenLeaf = { readonly text: string; readonly isNegative: boolean };

const numberLeaf = (value: number): WrittenLeaf => ({ text: writtenNumber(value), isNegative: value < 0 });

/** Writes a formula; each leaf is either a text or a formula that is written in its place. */
function writeExpression(
  expression: Expression,
  leafOf: (leaf: Leaf) => WrittenLeaf | Expression,
  isFirst = true,
): string {
  if (!('operator' in expression)) {
    const leaf = leafOf(expression);
    if (!('text' in leaf)) return writeExpression(leaf, leafOf, isFirst);
    return leaf.isNegative && !isFirst ? `(${leaf.text})` : leaf.text;
  }
  const { operator, left, right } = expression;
  const strength = strengths[operator];
  const side = (one: Expression, isRight: boolean) => {
    const leaf = 'operator' in one ? one : leafOf(one);
    const inner = 'text' in leaf ? null : leaf;
    const text = writeExpression(one, leafOf, !isRight && isFirst && strength < 3);
    const own = inner && 'operator' in inner ? strengths[inner.operator] : 4;
    const isBare = operator === '+' || (operator === '×' && inner && 'operator' in inner && inner.operator === '×');
    return own < strength || (own === strength && isRight && !isBare) ? `(${text})` : text;
  };
  return operator === '^'
    ? `${side(left, false)}^${side(right, true)}`
    : `${side(left, false)} ${operator} ${side(right, true)}`;
}

const subscripts = '₀₁₂₃₄₅₆₇₈₉';

function letterOf(leaf: Term): WrittenLeaf {
  const number = leaf.part === undefined ? '' : [...`${leaf.part}`].map((digit) => subscripts[Number(digit)]).join('');
  return { text: `${termLetters[leaf.term]}${number}`, isNegative: false };
}

/** A number of a formula with at most four decimals, a very small one with eight, without trailing zeros. */
export function writtenNumber(value: number): string {
  const text = decimalOf(value, Math.abs(value) < 0.01 ? 8 : 4);
  return groupedDecimal(text.includes('.') ? text.replace(/\.?0+$/, '') : text);
}

export type Term = Extract<Expression, { term: TermName }>;

/** The distinct terms of a formula, in order of first occurrence. */
export function termsOf(expression: Expression): Term[] {
  const all = leavesOf(expression);
  return all.filter((one, at) => all.findIndex((other) => other.term === one.term && other.part === one.part) === at);
}

function leavesOf(expression: Expression): Term[] {
  if ('constant' in expression) return [];
  if ('term' in expression) return [expression];
  if ('folded' in expression) return leavesOf(expression.folded);
  return [...leavesOf(expression.left), ...leavesOf(expression.right)];
}
