/**
 * The language of formula rules: figures by the code of their indicator, numbers, arithmetic, comparisons, and/or/not.
 * It has its own parser; no text of a rule is ever run as a program.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: string }
  | { readonly kind: 'figure'; readonly code: string; readonly at: FigureMoment }
  /** The sum or mean of an indicator over the members of a sequence; in formulas of indicators, not of rules. */
  | { readonly kind: 'members'; readonly how: MembersHow; readonly code: string; readonly group: string }
  | { readonly kind: 'call'; readonly name: CallName; readonly args: readonly Expression[] }
  | { readonly kind: 'negative'; readonly of: Expression }
  | { readonly kind: 'not'; readonly of: Expression }
  | { readonly kind: 'binary'; readonly op: Operator; readonly left: Expression; readonly right: Expression };

/** The period of a figure: the one checked, the one before, or the same one a year earlier. */
export type FigureMoment = 'now' | 'previous' | 'yearEarlier';
export const callNames = ['abs', 'min', 'max', 'round'] as const;
export type CallName = (typeof callNames)[number];
export const membersHows = ['sum', 'mean'] as const;
export type MembersHow = (typeof membersHows)[number];
const comparisons = ['<=', '>=', '<>', '<', '>', '='] as const;
export type Comparison = (typeof comparisons)[number];
export type Operator = Comparison | '+' | '-' | '*' | '/' | 'and' | 'or';

/** What was expected at a place; each is a branch of the message `rules.refusals.expression`. */
export type Expected =
  | 'amount'
  | 'comparison'
  | 'closing'
  | 'opening'
  | 'code'
  | 'end'
  | 'arguments'
  | 'shorter'
  | 'sign';

/** The fault of a text that is no expression: its place, counted from 1, the token found and the one expected. */
export class ExpressionFault extends Error {
  readonly place: number;
  readonly expected: Expected;
  readonly found: string;

  constructor(place: number, expected: Expected, found: string) {
    super(`${expected} expected at ${place}`);
    this.place = place;
    this.expected = expected;
    this.found = found;
  }
}

export const longestExpression = 500;
const deepest = 50;

type Token = {
  readonly kind: 'number' | 'word' | 'code' | 'sign' | 'end';
  readonly text: string;
  readonly place: number;
};

const token = /\s*(?:(\d{1,15}(?:\.\d{1,10})?)(?![\d.])|([A-Za-z_]\w*)|\[([\w-]+)\]|(<=|>=|<>|[-+*/()<>=,]))/y;
const sameSign: Readonly<Record<string, string>> = {
  '×': '*',
  '÷': '/',
  '≤': '<=',
  '≥': '>=',
  '≠': '<>',
  '−': '-',
  '–': '-',
};

/**
 * The tokens of a text. Full-width and mathematical signs count as ordinary ones, each one character long, so that the
 * places of faults are right.
 */
function tokensOf(text: string): Token[] {
  const wide = text
    .replace(/[！-～]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
  const tokens: Token[] = [];
  let at = 0;
  while (at < wide.length) {
    const next = wide.slice(at).search(/\S/);
    if (next < 0) break;
    const place = at + next;
    const sign = sameSign[wide.charAt(place)];
    if (sign) {
      tokens.push({ kind: 'sign', text: sign, place });
      at = place + 1;
      continue;
    }
    token.lastIndex = at;
    const found = token.exec(wide);
    if (!found) throw new ExpressionFault(place + 1, 'sign', wide.charAt(place));
    const [, number, word, code, mark = ''] = found;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, place });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, place });
    else if (code !== undefined) tokens.push({ kind: 'code', text: code, place });
    else tokens.push({ kind: 'sign', text: mark, place });
    at = token.lastIndex;
  }
  tokens.push({ kind: 'end', text: '', place: wide.length });
  return tokens;
}

const isLogical = (one: Expression) =>
  one.kind === 'not' || (one.kind === 'binary' && !['+', '-', '*', '/'].includes(one.op));

/** Parses an expression that is true or false. Throws an `ExpressionFault` and nothing else. */
export function parseExpression(text: string): Expression {
  return parseText(text, true);
}

/**
 * Parses the formula of an indicator: an amount, which may also use `sum(CODE, SEQUENCE)` and `mean(CODE, SEQUENCE)`.
 * Throws an `ExpressionFault` and nothing else.
 */
export function parseAmount(text: string): Expression {
  return parseText(text, false);
}

function parseText(text: string, wantsTruth: boolean): Expression {
  if (text.length > longestExpression) throw new ExpressionFault(longestExpression + 1, 'shorter', '');
  const tokens = tokensOf(text);
  let at = 0;
  let depth = 0;
  const end: Token = { kind: 'end', text: '', place: text.length };
  const now = (): Token => tokens[at] ?? end;
  const fault = (expected: Expected, where = now()) => new ExpressionFault(where.place + 1, expected, where.text);
  const takes = (...texts: readonly string[]): string | null => {
    const { kind, text: here } = now();
    if ((kind !== 'sign' && kind !== 'word') || !texts.includes(here)) return null;
    at += 1;
    return here;
  };
  const must = (sign: string, expected: Expected) => {
    if (!takes(sign)) throw fault(expected);
  };
  /** Reads a part and checks that it is of the expected kind. */
  const readTyped = (read: () => Expression, logical: boolean): Expression => {
    const start = now();
    const one = read();
    if (isLogical(one) !== logical) throw fault(logical ? 'comparison' : 'amount', start);
    return one;
  };
  const chain =
    (read: () => Expression, logical: boolean, ...operators: readonly Operator[]) =>
    (): Expression => {
      const start = now();
      let left = read();
      for (let op = takes(...operators); op; op = takes(...operators)) {
        if (isLogical(left) !== logical) throw fault(logical ? 'comparison' : 'amount', start);
        left = { kind: 'binary', op: op as Operator, left, right: readTyped(read, logical) };
      }
      return left;
    };
  const deeper = <Read>(read: () => Read): Read => {
    depth += 1;
    if (depth > deepest) throw fault('shorter');
    const one = read();
    depth -= 1;
    return one;
  };

  const figure = (moment: FigureMoment): Expression => {
    const { kind, text: code } = now();
    if (kind !== 'word' && kind !== 'code') throw fault('code');
    at += 1;
    return { kind: 'figure', code, at: moment };
  };
  const members = (how: MembersHow): Expression => {
    const codeHere = (): string => {
      const { kind, text: code } = now();
      if (kind !== 'word' && kind !== 'code') throw fault('code');
      at += 1;
      return code;
    };
    must('(', 'opening');
    const code = codeHere();
    must(',', 'arguments');
    const group = codeHere();
    must(')', 'closing');
    return { kind: 'members', how, code, group };
  };
  const argumentsOf = (name: CallName): readonly Expression[] => {
    const args = [readTyped(sum, false)];
    while (takes(',')) args.push(readTyped(sum, false));
    const fits = name === 'abs' ? args.length === 1 : name === 'round' ? args.length <= 2 : args.length >= 2;
    if (!fits) throw fault('arguments');
    return args;
  };
  const atom = (): Expression => {
    const { kind, text: here } = now();
    if (kind === 'number') {
      at += 1;
      return { kind: 'number', value: here };
    }
    if (kind === 'code') return figure('now');
    if (takes('(')) {
      const inner = deeper(either);
      must(')', 'closing');
      return inner;
    }
    if (kind !== 'word' || ['and', 'or', 'not'].includes(here)) throw fault('amount');
    if (!(tokens[at + 1]?.kind === 'sign' && tokens[at + 1]?.text === '(')) return figure('now');
    at += 1;
    const how = wantsTruth ? undefined : membersHows.find((name) => name === here);
    if (how) return members(how);
    const call = callNames.find((name) => name === here);
    if (!call && here !== 'prev' && here !== 'lastYear') throw fault('sign');
    must('(', 'opening');
    const found: Expression = call
      ? { kind: 'call', name: call, args: deeper(() => argumentsOf(call)) }
      : figure(here === 'prev' ? 'previous' : 'yearEarlier');
    must(')', 'closing');
    return found;
  };
  const unary = (): Expression => {
    if (!takes('-')) return atom();
    return deeper(() => ({ kind: 'negative', of: readTyped(unary, false) }));
  };
  const product = chain(unary, false, '*', '/');
  const sum: () => Expression = chain(product, false, '+', '-');
  const comparison = (): Expression => {
    const start = now();
    const left = sum();
    const op = takes(...comparisons);
    if (!op) return left;
    if (isLogical(left)) throw fault('amount', start);
    return { kind: 'binary', op: op as Comparison, left, right: readTyped(sum, false) };
  };
  const negation = (): Expression => {
    if (!takes('not')) return comparison();
    return deeper(() => ({ kind: 'not', of: readTyped(negation, true) }));
  };
  const both = chain(negation, true, 'and');
  const either: () => Expression = chain(both, true, 'or');

  const start = now();
  const whole = either();
  if (now().kind !== 'end') throw fault('end');
  if (isLogical(whole) !== wantsTruth) throw fault(wantsTruth ? 'comparison' : 'amount', start);
  return whole;
}

/** The distinct codes of the indicators in an expression, in order of occurrence. */
export function namedIn(expression: Expression): string[] {
  const codes = new Set<string>();
  const walk = (one: Expression) => {
    if (one.kind === 'figure' || one.kind === 'members') codes.add(one.code);
    else if (one.kind === 'call') one.args.forEach(walk);
    else if (one.kind === 'negative' || one.kind === 'not') walk(one.of);
    else if (one.kind === 'binary') [one.left, one.right].forEach(walk);
  };
  walk(expression);
  return [...codes];
}

/** The expression in a text, or null for an invalid one. */
export function readExpression(text: string): Expression | null {
  try {
    return parseExpression(text);
  } catch (error) {
    if (error instanceof ExpressionFault) return null;
    throw error;
  }
}
