import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeInFormula } from '@/lib/observations/derived/formulas/code-in-formula';
import { writtenFormula, writtenWorking } from '@/lib/observations/derived/formulas/written-formula';
import { type Expression, parseAmount } from '@/lib/reporting/rules/expression';

const names = [
  { kind: 'indicator', code: 'A', nameZh: '甲', nameEn: 'First' },
  { kind: 'indicator', code: 'B-1', nameZh: '乙', nameEn: 'Second' },
  { kind: 'group', code: 'G', nameZh: '县区', nameEn: 'Counties' },
];

test.each([
  ['A / [B-1] * 100', '甲 ÷ 乙 × 100', 'First ÷ Second × 100'],
  ['(A - [B-1]) / (A * 2)', '(甲 − 乙) ÷ (甲 × 2)', '(First − Second) ÷ (First × 2)'],
  ['A - (A - [B-1])', '甲 − (甲 − 乙)', 'First − (First − Second)'],
  ['((A + A)) + 1', '甲 + 甲 + 1', 'First + First + 1'],
  ['A * -A', '甲 × (−甲)', 'First × (−First)'],
  ['(A / lastYear(A) - 1) * 100', '(甲 ÷ 甲（上年同期） − 1) × 100', '(First ÷ First (a year earlier) − 1) × 100'],
  [
    'sum(A, G) / mean(A, G)',
    '县区各成员甲的合计 ÷ 县区各成员甲的平均',
    'sum of First over Counties ÷ mean of First over Counties',
  ],
  ['max(A, 10000)', '较大者(甲, 10,000)', 'greatest of (First, 10,000)'],
  ['A +', 'A +', 'A +'],
  ['C', 'C', 'C'],
])('%s reads %s, in English %s', (text, zh, en) => {
  expect(writtenFormula(text, names, 'zh-CN')).toBe(zh);
  expect(writtenFormula(text, names, 'en')).toBe(en);
});

test('the working has the values in place of the names, negative ones in brackets', () => {
  const amountOf = (input: { code: string }) => (input.code === 'A' ? '1200.50' : '-3');
  expect(writtenWorking(parseAmount('A / [B-1] * 100'), amountOf, 'zh-CN')).toBe('1,200.50 ÷ (−3) × 100');
});

// The written form is read back by the same language, so that a bracket too few would give another tree.
test('the written form of any formula means the same', () => {
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom('1', '20', '3.5').map((value) => ({ kind: 'number' as const, value })),
      fc.constant({ kind: 'figure' as const, code: 'A', at: 'now' as const }),
      tie('tree').map((of) => ({ kind: 'negative' as const, of })),
      fc.record({
        kind: fc.constant('binary' as const),
        op: fc.constantFrom('+' as const, '-' as const, '*' as const, '/' as const),
        left: tie('tree'),
        right: tie('tree'),
      }),
    ),
  }));
  fc.assert(
    fc.property(tree, (one) => {
      expect(parseAmount(writtenFormula(inBrackets(one), [], 'zh-CN'))).toEqual(one);
    }),
  );
});

/** A formula with a bracket around every part. */
function inBrackets(one: Expression): string {
  if (one.kind === 'number') return one.value;
  if (one.kind === 'negative') return `(-(${inBrackets(one.of)}))`;
  return one.kind === 'binary' ? `(${inBrackets(one.left)}) ${one.op} (${inBrackets(one.right)})` : 'A';
}

test.each([
  ['GDP', 'GDP'],
  ['A-1', '[A-1]'],
  ['320600', '[320600]'],
])('the code %s is written %s in a formula', (code, written) => {
  expect(codeInFormula(code)).toBe(written);
});
