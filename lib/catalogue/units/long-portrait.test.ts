import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { unitPlaces } from '@/lib/catalogue/units/places/queries';
import { portraitPage } from '@/lib/catalogue/units/portrait-page';
import { groupSize, unitFigures, unitIndicators } from '@/lib/catalogue/units/queries';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

const { sql } = await testDatabase();
await manyFigures(sql, { units: 150, indicators: 120, months: 8 });
const reader = anonymousPrincipal();
const all = await unitIndicators(reader, 'B0007');
const members = await groupSize(reader, 'many');

test('each indicator of a long portrait is listed on one page, twenty-five on each, in one order', async () => {
  const inOrder = await sql`select code from indicator where topic_code = 'many' order by sort_order, code`;
  expect(all.map(({ code }) => code)).toEqual(inOrder.map(({ code }) => code));
  expect(new Set(all.map(({ figures }) => figures))).toEqual(new Set([8]));
  const pages = [1, 2, 3, 4, 5].map((page) => portraitPage(all, members, page));
  expect(pages.map(({ listed }) => listed.size)).toEqual([25, 25, 25, 25, 20]);
  expect(pages.flatMap(({ listed }) => [...listed])).toEqual(all.map(({ code }) => code));
  expect(pages.every(({ read }) => read.length <= 25)).toBe(true);
  expect(portraitPage(all, members, 99)).toMatchObject({ page: 5, pages: 5, placesAll: false });
  expect(portraitPage(all.slice(0, 50), members, 1)).toMatchObject({ pages: 1, placesAll: true });
});

test('of a small group all indicators are placed, on every page', () => {
  expect(portraitPage(all, 13, 2)).toMatchObject({ placesAll: true, read: all.map(({ code }) => code) });
  expect(portraitPage([], 13, 2)).toMatchObject({ page: 1, pages: 1, read: [] });
});

test('a page also reads the lead indicators and the growth rates of its indicators', () => {
  const codes = Array.from({ length: 60 }, (_, at) => ({
    code: `i${at}`,
    growthOf: at === 58 ? 'i3' : null,
    figures: 1,
  }));
  const many = [
    ...codes,
    { code: 'GDP', growthOf: null, figures: 1 },
    { code: 'GDP_YOY', growthOf: 'GDP', figures: 1 },
  ];
  expect(portraitPage(many, 3000, 1).read.slice(25)).toEqual(['i58', 'GDP', 'GDP_YOY']);
  expect(portraitPage(many, 3000, 3).read).toContain('i3');
});

test('the places of a page are those among all members', async () => {
  const { read } = portraitPage(all, members, 2);
  const places = await unitPlaces(reader, 'B0007', 'many', null, read);
  expect(new Set(places.map(({ indicatorCode }) => indicatorCode))).toEqual(new Set(read));
  for (const { indicatorCode, periodCode, place, of, isTied } of places) {
    const [other] = await sql`select count(*) filter (where o.value > me.value)::int + 1 as place, count(*)::int as of,
        count(*) filter (where o.value = me.value) > 1 as tied
      from observation o, observation me where me.org_unit_code = 'B0007' and me.indicator_code = ${indicatorCode}
        and me.period_code = ${periodCode} and o.indicator_code = me.indicator_code and o.period_code = me.period_code`;
    expect({ place, of, tied: isTied }).toEqual(other);
  }
});

test('no page of a unit reads all figures', async () => {
  const { read } = portraitPage(all, members, 2);
  const reads = await wholeReads(sql, async () => {
    await unitIndicators(reader, 'B0007');
    await unitIndicators(reader, 'B0007', '2020-M03');
    await unitFigures(reader, 'B0007', '2020-M03', read);
    await unitPlaces(reader, 'B0007', 'many', '2020-M03', read);
  });
  expect(reads).toEqual([]);
});
