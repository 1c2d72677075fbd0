import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { indicatorList } from '@/lib/catalogue/indicators/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { inFloors } from '@/lib/testing/floor';

checkSettings();
const { sql } = await testDatabase();
const visitor = anonymousPrincipal();
const many = 5000;

beforeAll(async () => {
  await sql`insert into topic (code, parent_code, name_zh, name_en, sort_order) values
    ('A', null, '甲', 'A', 1), ('A1', 'A', '甲一', 'A1', 3), ('B', null, '乙', 'B', 2)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    select 'I' || n, case when n % 2 = 0 then 'B' else 'A1' end, '指标' || n, 'Indicator ' || n, 'zb' || n, '家', 'firms', 0,
      'amount', 'higher', 'current', 'monthly', '统计局', 'Statistics', n from generate_series(1, ${many}) n`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    values ('GDP', 'A', '地区生产总值', 'Gross domestic product', 'dqsczz', '亿元', '100 m yuan', 2, 'amount', 'higher',
      'yearToDate', 'quarterly', '统计部门', 'Statistics bureau', 9000)`;
  await sql`insert into indicator_alias values ('GDP', '经济总量')`;
  await sql`analyze`;
});

test('a page has fifty, in the order of the tree, with what each topic and those below it have', async () => {
  const first = await indicatorList(visitor, {});
  expect(first.topics.map(({ code, own, found, depth }) => ({ code, own, found, depth }))).toEqual([
    { code: 'A', own: 1, found: 2501, depth: 0 },
    { code: 'A1', own: 2500, found: 2500, depth: 1 },
    { code: 'B', own: 2500, found: 2500, depth: 0 },
  ]);
  expect(first).toMatchObject({ total: many + 1, page: 1 });
  expect(first.indicators.map(({ code }) => code).slice(0, 3)).toEqual(['GDP', 'I1', 'I3']);
  expect(first.indicators).toHaveLength(50);
  const last = await indicatorList(visitor, { page: 999 });
  expect(last.indicators.map(({ code }) => code)).toEqual(['I5000']);
  expect((await indicatorList(visitor, { topicCode: 'A' })).total).toBe(2501);
  expect((await indicatorList(visitor, { topicCode: 'none' })).total).toBe(0);
});

test.each([
  ['生产', true],
  ['dqsc', true],
  ['domestic', true],
  ['GROSS product', true],
  ['ｇｄｐ', true],
  ['经济总量', true],
  ['统计部门', true],
  ['statistics BUREAU', true],
  ['人口', false],
  ['gross 人口', false],
  ["%' or 1=1 --", false],
])('“%s” finds gross domestic product: %s', async (q, found) => {
  const { indicators } = await indicatorList(visitor, { q });
  expect(indicators.some(({ code }) => code === 'GDP')).toBe(found);
});

// Reading the properties of every indicator and not of those on the page took two to seven floors.
test('a list of 5,000 is answered within a floor and a half, searched or not', async () => {
  for (const q of ['', 'domestic']) {
    const rounds: number[] = [];
    for (let round = 0; round < 5; round += 1)
      rounds.push((await inFloors(() => indicatorList(visitor, { q }))).floors);
    expect(Math.min(...rounds), q).toBeLessThan(1.5);
  }
});
