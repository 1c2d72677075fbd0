import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { dataExtent } from '@/lib/catalogue/extent/queries';
import { unitList } from '@/lib/catalogue/units/queries';
import { someone } from '@/lib/testing/invented-run';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

const { sql } = await testDatabase();
await manyFigures(sql, { units: 320, indicators: 30, months: 3 });
const reader = anonymousPrincipal();

test('every unit is on one page once, in the official order, and the total is all of them', async () => {
  const inOrder = await sql`select code from org_unit order by sort_order, code`;
  const pages = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((page) => unitList(reader, { page })));
  expect(pages.map(({ units }) => units.length)).toEqual([50, 50, 50, 50, 50, 50, 20]);
  expect(pages.flatMap(({ units }) => units.map(({ code }) => code))).toEqual(inOrder.map(({ code }) => code));
  expect(new Set(pages.map(({ total }) => total))).toEqual(new Set([320]));
  expect(pages[0]?.units[0]).toMatchObject({ figures: 90, latest: '2020-M03' });
  expect(await unitList(reader, { page: 99 })).toMatchObject({ page: 7, isTree: false, kinds: ['county'] });
});

test('a text and a kind filter the list and its total', async () => {
  expect(await unitList(reader, { q: '辛县31' })).toMatchObject({ total: 11, page: 1, isTree: false });
  expect((await unitList(reader, { q: 'XX' })).total).toBe(320);
  expect((await unitList(reader, { q: '%' })).total).toBe(0);
  expect(await unitList(reader, { kind: 'city', page: 4 })).toMatchObject({ total: 0, page: 1, units: [] });
});

test('a principal limited to some units sees and counts those', async () => {
  const few = { ...someone('few'), units: ['B0003', 'B0009'] };
  expect(await unitList(few, {})).toMatchObject({ total: 2, isTree: true });
  expect(await dataExtent(few)).toMatchObject({ units: 2, figures: 180 });
  expect(await dataExtent(reader)).toMatchObject({ units: 320, figures: 320 * 90 });
});

test('neither the list of units nor the help reads all figures', async () => {
  const reads = await wholeReads(sql, async () => {
    await unitList(reader, {});
    await unitList(reader, { q: '县' });
    await dataExtent(reader);
  });
  expect(reads).toEqual([]);
});
