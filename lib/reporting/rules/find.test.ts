import { describe, expect, test } from 'vitest';
import { keyOf } from '@/lib/reporting/figure-key';
import type { CheckedFigure, KnownValues } from '@/lib/reporting/words';
import { severities } from '@/lib/reporting/words';
import { checkedFigure as figure, checkRule as rule } from '@/lib/testing/checked-figures';
import {
  blocks,
  distinctFindings,
  findingsIn,
  isAtBearer,
  isExplanation,
  mustExplain,
  unexplainedFindings,
  worstOf,
} from './find';
import { CheckRule, rulesInForce } from './rule';
import { starterRules } from './starter-rules';
import { writtenFinding } from './written-finding';

const find = (figures: readonly CheckedFigure[], rules: readonly CheckRule[] = [], known: KnownValues = {}) =>
  findingsIn({ figures, rules, known });
const keys = (...asked: Parameters<typeof find>) => find(...asked).map(({ key }) => key);

describe('findings independent of rules', () => {
  test.each<[string, CheckedFigure, string[]]>([
    ['a number is fine', figure('12.3'), []],
    ['zero is a number', figure('0'), []],
    ['an empty field that is required', figure('  '), ['required']],
    ['an empty field that is not', { ...figure(''), isRequired: false }, []],
    ['a dash is as empty', figure('—'), ['required']],
    ['an invalid number', figure('1,23'), ['unreadable']],
    ['a growth that is no number', figure('5', { typedYoy: 'abc' }), ['unreadableGrowth']],
    ['a growth in % of a rate', figure('5', { typedYoy: '2%', of: { measure: 'rate' } }), ['unreadableGrowth']],
    ['a growth in points of a rate', figure('5', { typedYoy: '2个百分点', of: { measure: 'rate' } }), []],
    ['both', figure('x', { typedYoy: '1e5' }), ['unreadable', 'unreadableGrowth']],
    ['not reported and silent', figure('未报'), ['noteNeeded']],
    ['not applicable and silent', figure('不适用', { note: ' ' }), ['noteNeeded']],
    ['not reported, with the reason', figure('未报', { note: '统计制度调整' }), []],
  ])('%s', (_name, one, expected) => {
    expect(keys([one])).toEqual(expected);
    expect(find([one]).every(blocks)).toBe(true);
  });
});

test('a rule applies to its indicators alone', () => {
  const only = rule('range', { max: '1' }, { indicatorCodes: ['B'] });
  expect(keys([figure('5')], [only])).toEqual([]);
  expect(keys([figure('5', { of: { code: 'B' } })], [only])).toEqual(['above']);
});

test('the worst comes first and determines the severity', () => {
  const soft = rule('range', { max: '1' }, { code: 'A', severity: 'notice' });
  const hard = rule('range', { max: '1' }, { code: 'B', severity: 'mandatory' });
  const found = find([figure('5')], [soft, hard]);
  expect(found.map(({ rule: code }) => code)).toEqual(['B', 'A']);
  expect(worstOf(found)).toBe(0);
  expect(worstOf(find([figure('5')], [soft]))).toBe(severities.indexOf('notice'));
  expect(worstOf([])).toBe(9);
});

describe('explanations', () => {
  test.each([
    ['企业停产检修中', true],
    ['停产检修', false],
    ['  停产检修   ', false],
    ['plant shut', true],
    ['𠀀𠀀𠀀𠀀𠀀', false],
    ['𠀀𠀀𠀀𠀀𠀀𠀀', true],
  ])('“%s”', (text, expected) => {
    expect(isExplanation(text)).toBe(expected);
  });

  test('准强制 and 核实 need one, 强制 cannot be explained away, 提示 needs none', () => {
    const rules = severities.map((severity) => rule('range', { max: '1' }, { code: severity, severity }));
    const one = figure('5');
    const found = find([one], rules);
    expect(found.filter(mustExplain).map(({ severity }) => severity)).toEqual(['quasiMandatory', 'query']);
    expect(found.filter(blocks).map(({ severity }) => severity)).toEqual(['mandatory']);
    expect(unexplainedFindings(found, {})).toHaveLength(2);
    expect(unexplainedFindings(found, { [keyOf(one)]: { explanation: '新增两家企业入库' } })).toEqual([]);
  });
});

describe('a finding of several figures', () => {
  // 2026年10月: the month was 4.62 in a year to date of 41.4, after 36.78; then somebody writes 60.
  const known = { 'OUT 2026-YTD09': '36.78' };
  const pair = (month: string, said = '') => [
    figure(month, { explanation: said }),
    figure('41.4', { at: '2026-YTD10' }),
  ];
  const sum = rule('cumulativeSum', {}, { severity: 'query' });

  test('is at each of them, and says at which it was found', () => {
    expect(find(pair('4.62'), [sum], known)).toEqual([]);
    const found = find(pair('60'), [sum], known);
    expect(found.map(({ periodCode }) => periodCode)).toEqual(['2026-M10', '2026-YTD10']);
    expect(found.map(isAtBearer)).toEqual([false, true]);
    const said = '本月 60 加上期累计 36.78 得 96.78 亿元，与本期累计 41.4 亿元 相差 −55.38。';
    expect(found.map((one) => writtenFinding(one, 'zh-CN'))).toEqual([`产值（2026年1—10月）：${said}`, said]);
    expect(found.map((one) => writtenFinding(one, 'en'))[0]).toMatch(/^Output \(Jan–Oct 2026\): The month, 60,/);
    expect(distinctFindings(found)).toEqual([found[1]]);
    expect(distinctFindings(found.slice(0, 1))).toEqual([found[0]]);
  });

  test('is explained at any of those that may be explained', () => {
    const figures = pair('60', '企业集中投产所致');
    const found = find(figures, [sum], known);
    const entries = Object.fromEntries(figures.map((one) => [keyOf(one), one.entry]));
    expect(unexplainedFindings(found, entries)).toEqual([]);
    expect(unexplainedFindings(found, { [keyOf(figure('', { at: '2026-YTD10' }))]: figure('').entry })).toHaveLength(1);
  });
});

describe('findings in words', () => {
  test('the author’s words are preferred to the product’s', () => {
    const told = rule('range', { max: '1' }, { messageZh: '请核对', messageEn: '' });
    const [one] = find([figure('5')], [told]);
    expect(one && [writtenFinding(one, 'zh-CN'), writtenFinding(one, 'en')]).toEqual(['请核对', '请核对']);
  });

  test('the numbers, the period and the unit of measure are filled in', () => {
    const [one] = find([figure('15,000')], [rule('jumpPrevious', { percent: 50 })], { 'OUT 2026-M09': '10000' });
    expect(one && writtenFinding(one, 'zh-CN')).toBe('比2026年9月的 10,000 亿元 变动 +50.0%，达到或超过 50.0%。');
    expect(one && writtenFinding(one, 'en')).toContain('10,000 (100 m yuan) in Sep 2026');
  });

  test('no finding has a missing value', () => {
    const peers = { median: 2, deviation: 1, count: 9 };
    const rules = starterRules.map((one) => CheckRule.parse(one));
    const known = { 'OUT 2026-M09': '1.2', 'OUT 2025-M10': '1', 'OUT 2026-YTD09': '900' };
    const figures = [
      figure('120.456', { peers, typedYoy: '5' }),
      figure('800', { at: '2026-YTD10' }),
      figure('1,23', { at: '2026-M08', typedYoy: 'x' }),
    ];
    const found = find(figures, rules, known);
    expect(new Set(found.map(({ rule: code }) => code))).toEqual(new Set([null, ...rules.map(({ code }) => code)]));
    for (const one of found) {
      for (const locale of ['zh-CN', 'en'] as const)
        expect(writtenFinding(one, locale)).not.toMatch(/[{}]|：$|: $| {2}/);
    }
  });
});

describe('rules in force', () => {
  const from = (validFrom: string, max: string, isActive = true) => rule('range', { max }, { validFrom, isActive });
  const rows = [from('2026-01-01', '1'), from('2026-07-01', '2'), from('2026-09-01', '3', false)];
  test.each([
    ['2025-12-31', []],
    ['2026-01-31', ['1']],
    ['2026-06-30', ['1']],
    ['2026-07-31', ['2']],
    ['2026-09-30', []],
  ])('at %s', (endsOn, expected) => {
    expect(rulesInForce(rows, endsOn).map(({ parameters }) => 'max' in parameters && parameters.max)).toEqual(expected);
    expect(rulesInForce([...rows].reverse(), endsOn)).toEqual(rulesInForce(rows, endsOn));
  });
});
