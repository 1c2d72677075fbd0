import { expect, test } from 'vitest';
import { startingRules } from './rule-set';
import { reasonParts, type WrittenLamp, type WrittenMeasure, writtenReason } from './written-lamp';

const amount: WrittenMeasure = {
  ...{ unitZh: '亿元', unitEn: '100 m yuan', decimals: 2, measure: 'amount', direction: 'higher' },
};
const behind: WrittenLamp = {
  ...{ month: 6, colour: 'yellow', judged: 'yellow', redInRow: 0, redInYear: 0, rules: startingRules.bySchedule },
  facts: { gapPoints: -12.5, expected: 1200.5, actual: 900, target: 2401 },
  ...{ setBy: null, setReason: '' },
};

test('a reason gives the clause that says how far behind, and the rest of its sentence', () => {
  expect(reasonParts(behind, amount, 'en').gap).toBe('12.5 points behind the schedule of the year');
  expect(reasonParts(behind, amount, 'zh-CN').gap).toBe('落后序时进度 12.5 个百分点');
  for (const locale of ['en', 'zh-CN'] as const) {
    const { gap, rest } = reasonParts(behind, amount, locale);
    expect(`${gap}${rest}`).toBe(writtenReason(behind, amount, locale));
  }
});

test('what somebody wrote, and a clause with commas of its own, are not split', () => {
  const byHand = { ...behind, facts: {}, setBy: '张三', setReason: '口径调整，暂缓；下月再看' };
  expect(reasonParts(byHand, amount, 'zh-CN')).toEqual({ gap: expect.stringContaining(byHand.setReason), rest: '' });
  const caughtUp: WrittenLamp = { ...behind, judged: 'green', facts: { ...behind.facts, gapPoints: 0 } };
  expect(reasonParts(caughtUp, amount, 'en').gap).toBe('red last month, would be green in this one, therefore yellow');
});

test('a unit that begins with a number stands in brackets behind the printed number', () => {
  expect(writtenReason(behind, amount, 'en')).toContain('1,200.50 (100 m yuan) expected, 900.00 (100 m yuan) reached');
  expect(writtenReason(behind, { ...amount, unitEn: 'persons' }, 'en')).toContain('1,200.50 persons expected');
  expect(writtenReason(behind, { ...amount, unitEn: '%' }, 'en')).toContain('1,200.50% expected');
  expect(writtenReason(behind, amount, 'zh-CN')).toContain('1,200.50亿元');
});
