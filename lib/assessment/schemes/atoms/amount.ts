import { type Expression, ExpressionFault, type FigureMoment, parseExpression } from '@/lib/reporting/rules/expression';

/** The word for the value itself in a formula. */
export const ownValue = 'x';

/** The words for the targets of the unit for the item's indicator: 目标值 and 奋斗目标. */
export const targetLetters: Readonly<Record<string, 'base' | 'stretch'>> = { t: 'base', stretch: 'stretch' };

const kept = new Map<string, Expression>();

/** Parses a formula that gives an amount. Throws an `ExpressionFault`. */
export function parseAmount(text: string): Expression {
  const known = kept.get(text);
  if (known) return known;
  const whole = parseExpression(`(${text}) = 0`);
  if (whole.kind !== 'binary' || whole.op !== '=') throw new ExpressionFault(1, 'amount', text);
  // Targets are those of the year of the run, and of no other period.
  const past = figuresIn(whole.left).find(({ code, at }) => code in targetLetters && at !== 'now');
  if (past) throw new ExpressionFault(1, 'amount', past.code);
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

type Named = { readonly code: string; readonly at: FigureMoment };

/** The figures that a formula names, each once; x is the value itself. Targets are none. */
export function figuresNamed(text: string): readonly Named[] {
  return figuresIn(parseAmount(text)).filter(({ code }) => !(code in targetLetters));
}

/** The targets of the unit that a formula names, each once. */
export function targetsNamed(text: string): ('base' | 'stretch')[] {
  return figuresIn(parseAmount(text)).flatMap(({ code }) => targetLetters[code] ?? []);
}

function figuresIn(formula: Expression): Named[] {
  const found = new Map<string, Named>();
  const walk = (one: Expression): void => {
    if (one.kind === 'figure') found.set(`${one.code} ${one.at}`, { code: one.code, at: one.at });
    else if (one.kind === 'call') one.args.forEach(walk);
    else if (one.kind === 'negative' || one.kind === 'not') walk(one.of);
    else if (one.kind === 'binary') [one.left, one.right].forEach(walk);
  };
  walk(formula);
  return [...found.values()];
}
