import { expect, test } from 'vitest';
import { checkedFigure as figure } from '@/lib/testing/checked-figures';
import { countFault } from './counts';
import { findingsIn } from './find';

const count = { measure: 'amount', decimals: 0, unitZh: '家', nameZh: '规上工业企业数' } as const;

test.each([
  ['-1', count, 'countBelowZero'],
  ['566.5', count, 'countBroken'],
  ['-5', { ...count, nameZh: '净增企业数' }, null],
  ['-5.5', { ...count, nameZh: '净增企业数' }, 'countBroken'],
  ['566', count, null],
  ['566.0', count, null],
  ['0', count, null],
  // 万人 with decimals is no count one by one.
  ['71.8', { ...count, unitZh: '万人', decimals: 2 }, null],
  ['-3.2', { ...count, unitZh: '亿元', decimals: 1 }, null],
  ['0', { ...count, measure: 'rank', unitZh: '位' }, 'placeBelowOne'],
  ['1', { ...count, measure: 'rank', unitZh: '位' }, null],
] as const)('%s of %j is %s', (value, indicator, fault) => {
  expect(countFault(value, indicator)).toBe(fault);
});

test('an impossible count blocks a return and a 核定数, also as a bound', () => {
  const of = { unitZh: '家', decimals: 0 };
  const keys = (typed: string, more = {}) =>
    findingsIn({ figures: [{ ...figure(typed, { of }), ...more }], rules: [], known: {} });
  expect(keys('-1')).toMatchObject([{ key: 'countBelowZero', severity: 'mandatory' }]);
  expect(keys('566.5多')).toMatchObject([{ key: 'countBroken', severity: 'mandatory' }]);
  expect(keys('566', { inForce: { value: '914.5', yoy: null } })).toMatchObject([{ key: 'countBroken' }]);
  expect(keys('566')).toEqual([]);
});
