import { expect, test } from 'vitest';
import { isStretchWorse, readTarget } from '@/lib/monitoring/targets/read-target';

const indicator = { unitZh: '亿元', unitEn: '100 million yuan', measure: 'amount' } as const;

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

test('a stretch target is worse by the direction of the indicator, and never without one', () => {
  expect(isStretchWorse('higher', '100', '99.9')).toBe(true);
  expect(isStretchWorse('higher', '100', '100.0')).toBe(false);
  expect(isStretchWorse('lower', '0.4', '0.41')).toBe(true);
  expect(isStretchWorse('lower', '0.4', '0.39')).toBe(false);
  for (const direction of ['range', 'none']) expect(isStretchWorse(direction, '100', '1')).toBe(false);
  expect(isStretchWorse('higher', null, '1')).toBe(false);
});
