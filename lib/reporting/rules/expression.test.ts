import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, type FigureLookup, holds } from './evaluate-expression';
import { callNames, type Expression, ExpressionFault, namedIn, parseExpression } from './expression';

const figures: Readonly<Record<string, number>> = {
  'A now': 120,
  'A previous': 100,
  'A yearEarlier': 80,
  'B now': 100,
  'B previous': 0,
  'C-1 now': 0.3,
};
const lookup: FigureLookup = (code, at) => figures[`${code} ${at}`] ?? null;

test.each<[string, boolean | null]>([
  ['A <= 1.2 * B', true],
  ['A > B', true],
  ['A < B', false],
  ['A <= 1.1 * B + prev(B)', false],
  ['A <> B and not (A = B)', true],
  ['A = 1 or B = 100', true],
  ['A - B - 20 = 0', true],
  ['A - (B - 20) = 40', true],
  ['A / B / 2 = 0.6', true],
  ['2 + 3 * 4 = 14', true],
  ['-A + B = -20', true],
  ['lastYear(A) * 1.5 = A', true],
  ['abs(B - A) = 20', true],
  ['max(A, B, 7) = 120 and min(A, B) = 100', true],
  ['round(1.005, 2) = 1.01', true],
  ['round(A / 7) = 17', true],
  ['[C-1] = 0.1 + 0.2', true],
  ['A ＜＝ １２０', true],
  ['A × 2 ≥ B ÷ 2', true],
  ['A ≠ B', true],
  ['A = X', null],
  ['A = 120 or X = 1', true],
  ['X = 1 or A = 120', true],
  ['A = 121 or X = 1', null],
  ['A = 121 and X = 1', false],
  ['X = 1 and A = 121', false],
  ['A = 120 and X = 1', null],
  ['not (X = 1 and A = 121)', true],
  ['A / prev(B) > 1', null],
  ['prev(X) > 1', null],
  ['round(A, 99) = A', null],
])('%s', (text, expected) => {
  expect(holds(parseExpression(text), lookup)).toBe(expected);
});

test('a tolerance makes close amounts equal, on both sides of a comparison', () => {
  expect(holds(parseExpression('A = B'), lookup, 20)).toBe(true);
  expect(holds(parseExpression('A <= B'), lookup, 20)).toBe(true);
  expect(holds(parseExpression('A > B'), lookup, 20)).toBe(false);
  expect(holds(parseExpression('A = B'), lookup, 19.9)).toBe(false);
});

test('an amount is no truth value and a truth value is no amount', () => {
  expect(amountOf(parseExpression('A > B'), lookup)).toBeNull();
  expect(holds({ kind: 'number', value: '1' }, lookup)).toBeNull();
});

test('the named figures are found at every depth', () => {
  expect(namedIn(parseExpression('not max(A, prev([C-1])) > -B and lastYear(A) = 1'))).toEqual(['A', 'C-1', 'B']);
});

describe('a fault names its place and the expected token', () => {
  test.each([
    ['', 1, 'amount'],
    ['A', 1, 'comparison'],
    ['A +', 4, 'amount'],
    ['A <= ', 6, 'amount'],
    ['A <= (B', 8, 'closing'],
    ['A <= B)', 7, 'end'],
    ['A B', 3, 'end'],
    ['A > B > C', 7, 'end'],
    ['A and B > 1', 1, 'comparison'],
    ['(A > 1) + 2 > 1', 1, 'amount'],
    ['not A', 5, 'comparison'],
    ['-(A > 1) > 0', 2, 'amount'],
    ['prev(1) > 0', 6, 'code'],
    ['prev(prev(A)) > 0', 10, 'closing'],
    ['sum(A) > 0', 4, 'sign'],
    ['max(A) > 0', 6, 'arguments'],
    ['abs(A, B) > 0', 9, 'arguments'],
    ['A > 1; B', 6, 'sign'],
    ['A > 1.2.3', 5, 'sign'],
    ['A > "x"', 5, 'sign'],
    ['constructor.constructor("x") > 1', 12, 'sign'],
    ['A ＞ ；', 5, 'sign'],
  ])('“%s”', (text, place, expected) => {
    expect.assertions(1);
    try {
      parseExpression(text);
    } catch (error) {
      expect(error).toMatchObject({ place, expected });
    }
  });

  test('a text that is too long or too deeply nested', () => {
    const deep = `${'('.repeat(200)}A${')'.repeat(200)} > 1`;
    expect(() => parseExpression(deep)).toThrow(ExpressionFault);
    expect(() => parseExpression(`${'-'.repeat(200)}1 > 1`)).toThrow(ExpressionFault);
    expect(() => parseExpression(`A > ${'1'.repeat(600)}`)).toThrow(ExpressionFault);
  });
});

test('any text is an expression or a fault of one', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'A',
      'prev(',
      'max(',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '<',
      '>=',
      '=',
      ' and ',
      ' not ',
      '1',
      '[B-2]',
      '。',
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        pieces.map((list) => list.join('')),
      ),
      (text) => {
        try {
          holds(parseExpression(text), lookup);
        } catch (error) {
          expect(error).toBeInstanceOf(ExpressionFault);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

/** Writes an expression with all operations in parentheses, so that it has only one parse. */
function printExpression(one: Expression): string {
  switch (one.kind) {
    case 'number':
      return one.value;
    case 'figure': {
      const code = `[${one.code}]`;
      return one.at === 'now' ? code : `${one.at === 'previous' ? 'prev' : 'lastYear'}(${code})`;
    }
    case 'call':
      return `${one.name}(${one.args.map(printExpression).join(', ')})`;
    case 'members':
      return `${one.how}([${one.code}], [${one.group}])`;
    case 'negative':
      return `(-${printExpression(one.of)})`;
    case 'not':
      return `(not ${printExpression(one.of)})`;
    case 'binary':
      return `(${printExpression(one.left)} ${one.op} ${printExpression(one.right)})`;
  }
}

const { truth } = fc.letrec<{ truth: Expression; amount: Expression }>((tie) => {
  const kind = <Kind extends string>(word: Kind) => fc.constant(word);
  const amount = tie('amount');
  const leaf = fc.oneof(
    fc.record({ kind: kind('number'), value: fc.nat(999).map(String) }),
    fc.record({
      kind: kind('figure'),
      code: fc.stringMatching(/^[A-Z][A-Z0-9_-]{0,5}$/),
      at: fc.constantFrom('now' as const, 'previous' as const, 'yearEarlier' as const),
    }),
  );
  return {
    amount: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.record({ kind: kind('negative'), of: amount }),
      fc.record({
        kind: kind('call'),
        name: fc.constantFrom(...callNames.filter((name) => name !== 'abs')),
        args: fc.tuple(amount, amount),
      }),
      fc.record({
        kind: kind('binary'),
        op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: amount,
        right: amount,
      }),
    ),
    truth: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({
        kind: kind('binary'),
        op: fc.constantFrom('<=' as const, '>=' as const, '<>' as const, '<' as const, '>' as const, '=' as const),
        left: amount,
        right: amount,
      }),
      fc.record({ kind: kind('not'), of: tie('truth') }),
      fc.record({
        kind: kind('binary'),
        op: fc.constantFrom('and' as const, 'or' as const),
        left: tie('truth'),
        right: tie('truth'),
      }),
    ),
  };
});

test('an expression written out reads back as itself', () => {
  fc.assert(
    fc.property(truth, (expression) => {
      fc.pre(printExpression(expression).length <= 500);
      expect(parseExpression(printExpression(expression))).toEqual(expression);
    }),
  );
});
