import { expect, test } from 'vitest';
import { isStretchWorse, readTarget } from '@/lib/monitoring/targets/read-target';

const indicator = {
  nameZh: '演示产值',
  unitZh: '亿元',
  unitEn: '100 million yuan',
  measure: 'amount',
  decimals: 1,
} as const;
const firms = { nameZh: '演示企业数', unitZh: '家', unitEn: 'firms', measure: 'amount', decimals: 0 } as const;

test.each([
  ['1,234.5', { value: '1234.5' }],
  ['１２０', { value: '120' }],
  ['12000万', { value: '1.2' }],
  ['', { value: null }],
  ['—', { value: null }],
  ['约100', { fault: 'qualified' }],
  ['100以上', { fault: 'qualified' }],
  ['一百', { fault: 'unreadable' }],
  ['未报', { fault: 'unreadable' }],
  ['=1+1', { fault: 'unreadable' }],
])('%j is read as %j', (typed, read) => {
  expect(readTarget(typed, indicator)).toEqual(read);
});

test.each([
  ['-5', firms, { fault: 'countBelowZero' }],
  ['12.5', firms, { fault: 'countBroken' }],
  ['12.0', firms, { value: '12.0' }],
  ['0', firms, { value: '0' }],
  ['-5', { ...firms, nameZh: '演示净增企业数' }, { value: '-5' }],
  ['-5', indicator, { value: '-5' }],
  ['0', { ...firms, measure: 'rank', unitZh: '位' }, { fault: 'placeBelowOne' }],
] as const)('the target %s of %o is read as %j', (typed, of, read) => {
  expect(readTarget(typed, of)).toEqual(read);
});

test('a stretch target is worse by the direction of the indicator, and never without one', () => {
  expect(isStretchWorse('higher', '100', '99.9')).toBe(true);
  expect(isStretchWorse('higher', '100', '100.0')).toBe(false);
  expect(isStretchWorse('lower', '0.4', '0.41')).toBe(true);
  expect(isStretchWorse('lower', '0.4', '0.39')).toBe(false);
  for (const direction of ['range', 'none']) expect(isStretchWorse(direction, '100', '1')).toBe(false);
  expect(isStretchWorse('higher', null, '1')).toBe(false);
});
