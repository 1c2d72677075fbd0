import { describe, expect, test } from 'vitest';
import { formOf, methodKinds } from '@/lib/assessment/methods/rooms';
import { Method } from '@/lib/assessment/methods/schemas';
import { Transform } from '@/lib/assessment/schemes/atoms/transforms';
import { blankTransforms, transformFields } from '@/lib/assessment/schemes/methods/transform-fields';
import { labelWriter, writtenMethod, writtenTransform } from '@/lib/assessment/schemes/methods/written-method';
import { transformKinds } from '@/lib/assessment/words';
import { translator } from '@/lib/i18n/translator';

const names = { t: translator('zh-CN', 'methods'), indicatorName: (code: string) => code };

describe.each(methodKinds)('%s', (kind) => {
  const { fields, blank } = formOf({ kind });

  test('begins as a valid method, and its form has every parameter', () => {
    const { kind: _, ...parameters } = Method.parse({ kind, ...blank });
    const asked = kind === 'blend' ? ['parts'] : fields.map(({ name }) => name);
    expect(Object.keys(parameters).sort()).toEqual([...asked].sort());
    expect(parameters).toEqual(blank);
  });

  test('has a name, a formula and its parameters in words', () => {
    const written = writtenMethod(Method.parse({ kind, ...blank }), names);
    expect(JSON.stringify(written)).not.toMatch(/methods\.|undefined/);
  });
});

test.each(transformKinds)('the transform %s has a form and words for all its parameters', (kind) => {
  const blank = { ...blankTransforms[kind], ...(kind === 'ratio' && { indicator: 'GDP' }) };
  const { kind: _, ...parameters } = Transform.parse({ kind, ...blank });
  expect(Object.keys(parameters).sort()).toEqual(transformFields[kind].map(({ name }) => name).sort());
  expect(writtenTransform(Transform.parse({ kind, ...blank }), names)).not.toMatch(/methods\.|undefined/);
});

test('a method is written in one line', () => {
  const method = Method.parse({ kind: 'rankLadder', step: 5, stepIn: 'percent', gate: { atLeast: 8, share: 60 } });
  const { name, parameters } = writtenMethod(method, names);
  expect([name, ...parameters.map(labelWriter(names.t))]).toEqual([
    '位次赋分法',
    '每位递减：5',
    '递减单位：权重的百分之几',
    '并列时：取靠前位次',
    '保底门槛：达到此值：8，至少得（%）：60',
  ]);
});
