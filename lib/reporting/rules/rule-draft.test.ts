import { expect, test } from 'vitest';
import { CheckRule } from './rule';
import { type Draft, draftOf, ruleOf } from './rule-draft';
import { starterRules } from './starter-rules';
import { writtenRule } from './written-rule';

const base = { code: 'T', validFrom: '2026-09-01', severity: 'query' };

test.each<[string, Draft, object]>([
  ['a range with one limit', { kind: 'range', min: '１，０００' }, { min: '1000' }],
  ['decimals left to the indicator', { kind: 'decimals', most: ' ' }, {}],
  ['a jump of amounts', { kind: 'jumpYear', percent: '50' }, { percent: 50 }],
  ['factors', { kind: 'unitSlip', factors: '10、1000 10000' }, { factors: [10, 1000, 10000], tolerancePercent: 20 }],
  [
    'parts',
    { kind: 'sumOfParts', whole: 'A', parts: 'B C', atMost: 'atMost' },
    { whole: 'A', parts: ['B', 'C'], atMost: true },
  ],
  ['a formula', { kind: 'formula', expression: ' A > B ', tolerance: '0' }, { expression: 'A > B', tolerance: '0' }],
  ['growth', { kind: 'reportedGrowth', growthPoints: '1.5' }, { points: 1.5 }],
])('%s', (_name, draft, parameters) => {
  expect(ruleOf({ ...base, ...draft })).toMatchObject({ rule: { parameters } });
});

test.each<[string, Draft, string]>([
  ['no kind', {}, 'kind'],
  ['no code', { kind: 'decimals', code: '' }, 'code'],
  ['a code with a space', { kind: 'decimals', code: 'A B' }, 'code'],
  ['no limit', { kind: 'range' }, 'min'],
  ['limits the wrong way round', { kind: 'range', min: '2', max: '1' }, 'max'],
  ['no number', { kind: 'jumpYear', percent: 'half' }, 'percent'],
  ['an empty jump', { kind: 'jumpYear' }, 'percent'],
  ['nothing is no zero', { kind: 'reportedGrowth', growthPoints: '' }, 'growthPoints'],
  ['a factor that is none', { kind: 'unitSlip', factors: '100 x' }, 'factors'],
  ['a whole among its parts', { kind: 'sumOfParts', whole: 'A', parts: 'A' }, 'parts'],
  ['no whole', { kind: 'sumOfParts', whole: '', parts: 'A' }, 'whole'],
  ['no day', { kind: 'decimals', validFrom: '2026-9-1' }, 'validFrom'],
])('%s is faulty', (_name, draft, fault) => {
  expect(ruleOf({ ...base, ...draft })).toEqual({ fault });
});

test('a rule becomes a form, the form the same rule, and each has its sentence', () => {
  const more = [
    { kind: 'range' as const, parameters: { min: '0' } },
    { kind: 'range' as const, parameters: { min: '-1', max: '1.50' } },
    { kind: 'sumOfParts' as const, parameters: { whole: 'A', parts: ['B', 'C'], tolerance: '0.1' } },
    { kind: 'sumOfParts' as const, parameters: { whole: 'A', parts: ['B'], atMost: true } },
    { kind: 'formula' as const, parameters: { expression: 'A <= B' } },
    { kind: 'decimals' as const, parameters: { most: 0 } },
    { kind: 'jumpYear' as const, parameters: { points: 5 } },
  ];
  const all = [...starterRules, ...more.map((one) => ({ ...starterRules[0], ...one }))].map((one) =>
    CheckRule.parse(one),
  );
  for (const rule of all) {
    expect(ruleOf(draftOf(rule))).toEqual({ rule });
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(writtenRule(rule, (code) => code, locale)).not.toMatch(/[{}]|undefined|^rules\./);
    }
  }
});
