import { expect, test } from 'vitest';
import { writtenEntry, writtenEntryYoy } from '@/lib/reporting/entry/form/written-entry';

const amount = { unitZh: '亿元', unitEn: '100 m yuan', measure: 'amount' } as const;
const rate = { unitZh: '%', unitEn: '%', measure: 'rate' } as const;
const t = (unit: 'percent' | 'points') => (unit === 'percent' ? '%' : '个百分点');

test.each([
  ['５．８１', '5.81'],
  ['－１，２３４．５０', '−1,234.50'],
  ['1880.38', '1,880.38'],
  ['1880.38亿元', '1,880.38'],
  ['12000万', '1.2'],
  ['约９３０', '约 930'],
  ['未报', '未报'],
  ['', ''],
])('a figure typed as “%s” is written “%s”', (typed, written) => {
  expect(writtenEntry(typed, amount, 'zh-CN')).toBe(written);
});

test.each([
  ['6.5%', '+6.5%'],
  ['６．５％', '+6.5%'],
  ['－０．３', '−0.3%'],
  ['同比下降0.3%', '−0.3%'],
  ['持平', '0%'],
  ['', ''],
  ['约5', '约5'],
])('a growth typed as “%s” is written “%s”', (typed, written) => {
  expect(writtenEntryYoy(typed, amount, t)).toBe(written);
});

test('a rate and its growth are written with their own signs', () => {
  expect(writtenEntry('９８．６％', rate, 'zh-CN')).toBe('98.6');
  expect(writtenEntryYoy('0.4个百分点', rate, t)).toBe('+0.4 个百分点');
});
