import { describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { linesBefore } from '@/lib/catalogue/units/predecessors/line-before';
import { partHistories } from '@/lib/catalogue/units/predecessors/part-history';
import { predecessorsOf } from '@/lib/catalogue/units/predecessors/queries';
import type { Part, PartFigure } from '@/lib/catalogue/units/predecessors/words';
import { loadDataset } from '@/lib/cli/load-dataset';

const { database, sql } = await testDatabase();
await loadDataset(database);
const reader = anonymousPrincipal();

const part = (code: string, more: Partial<Part> = {}): Part => ({
  ...{ code, nameZh: code, nameEn: code, happenedOn: '2025-01-01', isMerged: true, addsUp: true },
  ...more,
});
const figure = (unit: string, periodCode: string, value: string, more: object = {}, indicator: object = {}) =>
  ({
    indicator: { code: 'X', measure: 'amount', basis: 'current', unitZh: '亿元', ...indicator },
    figure: { orgUnitCode: unit, periodCode, value, decimals: 1, qualifier: 'exact', ...more },
  }) as unknown as PartFigure;
const sumsOf = (parts: Part[], rows: PartFigure[]) =>
  partHistories(parts, rows)[0]?.periods.map(({ periodCode, sum }) => [periodCode, sum?.value ?? null]);

describe('a sum of predecessors', () => {
  const rows = [figure('A', '2024', '1.2'), figure('B', '2024', '2.4'), figure('A', '2023', '1.0')];

  test('stands only in periods in which all of them have an exact figure', () => {
    expect(sumsOf([part('A'), part('B')], rows)).toEqual([
      ['2024', '3.6'],
      ['2023', null],
    ]);
    const about = [figure('A', '2024', '1.2'), figure('B', '2024', '2.4', { qualifier: 'about' })];
    expect(sumsOf([part('A'), part('B')], about)).toEqual([['2024', null]]);
  });

  test('stands not where the office did not say so of all, after a split, or of a rate', () => {
    const both = rows.slice(0, 2);
    expect(sumsOf([part('A'), part('B', { addsUp: false })], both)).toEqual([['2024', null]]);
    expect(sumsOf([part('A', { isMerged: false })], both)).toEqual([['2024', null]]);
    const rates = both.map(({ figure: one }) => figure(one.orgUnitCode, '2024', one.value, {}, { measure: 'rate' }));
    expect(sumsOf([part('A'), part('B')], rates)).toEqual([['2024', null]]);
  });

  test('is drawn where every period has it, else the predecessors are', () => {
    const parts = [part('A'), part('B')];
    const drawn = (some: PartFigure[]) =>
      linesBefore(partHistories(parts, some)[0], parts, { unitCode: 'C', periodKind: 'year' }).map(({ key }) => key);
    expect(drawn(rows.slice(0, 2))).toEqual(['sum']);
    expect(drawn(rows)).toEqual(['A', 'B']);
  });
});

test('a successor shows the figures of periods that ended before, as its predecessors’', async () => {
  // 崇川区 was merged out of the old 崇川区 and 港闸区 in 2020.
  const merged = await sql`select predecessor_code, happened_on::text as day from org_unit_succession
    where successor_code = '320613' order by 1`;
  for (const { predecessor_code: code } of merged)
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      select 'GDP', ${code}, '2018', 100.5, 1, 'exact', '', 'final', '', min(code), '', '', '', 1, 'check', now() from source
      on conflict do nothing`;
  const before = await predecessorsOf(reader, '320613');
  expect(before.parts.map(({ code }) => code)).toEqual(merged.map((row) => row.predecessor_code));
  const gdp = before.histories.find(({ indicator }) => indicator.code === 'GDP');
  const year = gdp?.periods.find(({ periodCode }) => periodCode === '2018');
  expect(year?.figures.map((one) => one?.orgUnitCode)).toEqual(merged.map((row) => row.predecessor_code));
  // Nobody said that these add up.
  expect(year?.sum).toBeNull();
  await sql`update org_unit_succession set adds_up = true where successor_code = '320613'`;
  const summed = (await predecessorsOf(reader, '320613')).histories.find(({ indicator }) => indicator.code === 'GDP');
  expect(summed?.periods.find(({ periodCode }) => periodCode === '2018')?.sum).not.toBeNull();
  const day = merged[0]?.day;
  const late = await sql`select count(*)::int as n from period where ends_on < ${day} and code = any(${
    summed?.periods.map(({ periodCode }) => periodCode) ?? []
  })`;
  expect(late[0]?.n).toBe(summed?.periods.length);
});
