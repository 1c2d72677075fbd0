import { expect, test } from 'vitest';
import { periodCode } from '@/lib/catalogue/periods/period';
import { periodsIn, readPeriod } from '@/lib/catalogue/periods/read-period';
import { TypedPeriod } from '@/lib/catalogue/periods/typed-period';
import { writtenPeriod } from '@/lib/catalogue/periods/written';

test.each([
  ['2026年1-10月', '2026-YTD10'],
  ['2026年1至10月', '2026-YTD10'],
  ['2026年1—10月', '2026-YTD10'],
  ['２０２６年１－１０月', '2026-YTD10'],
  ['2026 年 1 ～ 10 月', '2026-YTD10'],
  ['2026年1月-10月', '2026-YTD10'],
  ['2026年1到10月份', '2026-YTD10'],
  ['2026年1—10月累计', '2026-YTD10'],
  ['2026.1-10', '2026-YTD10'],
  ['2026.01-2026.10', '2026-YTD10'],
  ['2026-ytd10', '2026-YTD10'],
  ['Jan–Oct 2026', '2026-YTD10'],
  ['2026年前三季度', '2026-YTD09'],
  ['2026/10', '2026-M10'],
  ['2026.10', '2026-M10'],
  ['2026-10', '2026-M10'],
  ['202610', '2026-M10'],
  ['2026年10月', '2026-M10'],
  ['2026年10月份', '2026-M10'],
  ['2026年09月', '2026-M09'],
  ['2026.9', '2026-M09'],
  ['二〇二六年十月', '2026-M10'],
  ['二零二六年十一月', '2026-M11'],
  ['October 2026', '2026-M10'],
  ['2026年上半年', '2026-H1'],
  ['2026年三季度', '2026-Q3'],
  ['2026年第3季度', '2026-Q3'],
  ['2026Q3', '2026-Q3'],
  ['2026年', '2026'],
  ['2026年度', '2026'],
  ['2026年全年', '2026'],
  ['2026年一至十月', '2026-YTD10'],
  ['2026年一月至十月', '2026-YTD10'],
  ['2026年元至十月', '2026-YTD10'],
  ['2026年元月', '2026-M01'],
  ['2026年前10个月', '2026-YTD10'],
  ['2026年前十个月', '2026-YTD10'],
  ['2026年1-10月份累计', '2026-YTD10'],
  ['2026年1—3季度', '2026-YTD09'],
  ['2026年前三个季度', '2026-YTD09'],
  ['二○二六年十月', '2026-M10'],
  ['二O二六年十月', '2026-M10'],
  ['二六年十月', '2026-M10'],
  ['26年10月', '2026-M10'],
  ['26年1-10月', '2026-YTD10'],
  ['26年三季度', '2026-Q3'],
  ['2026M10', '2026-M10'],
  ['2026．10', '2026-M10'],
  ['2026.1月', '2026-M01'],
  ['２０２６／１０', '2026-M10'],
  ['2026年第10月', '2026-M10'],
  ['2026年10月末', '2026-M10'],
  ['2026年10月底', '2026-M10'],
  ['2026年1季度末', '2026-Q1'],
  ['2026年上半年度', '2026-H1'],
  ['2026年末', '2026'],
  ['截至2026年末', '2026'],
  ['截至2026年底', '2026'],
])('%s is the period %s', (typed, code) => {
  expect(readPeriod(typed)).toBe(code);
});

test.each([
  '',
  '今年以来',
  '10月',
  '1-10月',
  '本月',
  '2026.1',
  '2026年13月',
  '2026年3-5月',
  '2026-10-01',
  '2026年10',
  '2026年10月31日',
  '截至目前',
  '98年10月',
  '26年',
  '2026年1-10月末',
  '截至2026年10月末',
])('“%s” is no period', (typed) => {
  expect(readPeriod(typed)).toBeNull();
});

test.each([
  ['截至2026年10月末', ['2026-M10', '2026-YTD10']],
  ['截至 2026年10月底', ['2026-M10', '2026-YTD10']],
  ['截止2026年10月', ['2026-M10', '2026-YTD10']],
  ['截止到二〇二六年十月', ['2026-M10', '2026-YTD10']],
  ['截至2026年10月31日', ['2026-M10', '2026-YTD10']],
  ['截至2026年三季度末', ['2026-Q3', '2026-YTD09']],
  ['2026.1', ['2026-M01', '2026-M10']],
  ['截至2026年10月30日', []],
])('%s may be %j', (typed, codes) => {
  expect(periodsIn(typed)).toEqual(codes);
});

test('a form takes a period as it is typed, and none that may be meant either way', () => {
  expect(TypedPeriod.parse('2026年一至十月')).toBe('2026-YTD10');
  for (const typed of ['undated', '2026.1', '今年', ''])
    expect(TypedPeriod.safeParse(typed).success, typed).toBe(false);
});

test('every period is read from its code and from its words in both languages', () => {
  const kinds = { year: 1, half: 2, quarter: 4, month: 12, yearToDate: 12 } as const;
  for (const year of [1949, 2026, 2100])
    for (const [kind, most] of Object.entries(kinds))
      for (let at = 1; at <= most; at += 1) {
        const code = periodCode(kind as keyof typeof kinds, year, at);
        for (const text of [code, writtenPeriod(code, 'zh-CN'), writtenPeriod(code, 'en')])
          expect(readPeriod(text), text).toBe(code);
      }
});
