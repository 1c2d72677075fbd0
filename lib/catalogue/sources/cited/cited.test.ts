import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { figureKeys } from '@/lib/catalogue/sources/cited/figure-keys';
import { citedFigures, pageOfFigure, replacedFigures } from '@/lib/catalogue/sources/cited/queries';
import { sourceList } from '@/lib/catalogue/sources/queries';
import { someone } from '@/lib/testing/invented-run';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

const { sql } = await testDatabase();
await manyFigures(sql, { units: 30, indicators: 50, months: 24 });
const all = 30 * 50 * 24;
const reader = anonymousPrincipal();
const keyOf = ({ indicatorCode, periodCode, orgUnitCode }: Record<string, unknown>) =>
  `${indicatorCode}-${periodCode}-${orgUnitCode}`;

test('every figure of a document is on one of its pages once, in one order', async () => {
  await sql`update observation set source_code = 'few' where org_unit_code < 'B0008' and indicator_code in ('b-1', 'b-2', 'b-3')
    and period_code in (select code from period where code > '2021-M05')`;
  await sql`truncate source_coverage`;
  await sql`insert into source_coverage select source_code, indicator_code, period_code, count(*) from observation group by 1, 2, 3`;
  const inOrder = await sql`
    select o.indicator_code as "indicatorCode", o.period_code as "periodCode", o.org_unit_code as "orgUnitCode"
    from observation o join indicator i on i.code = o.indicator_code join org_unit u on u.code = o.org_unit_code
      join period p on p.code = o.period_code
    where o.source_code = 'few' order by i.sort_order, i.code, p.sort_key desc, p.code, u.sort_order, u.code`;
  expect(inOrder.length % 50).not.toBe(0);
  const pages = Math.ceil(inOrder.length / 50);
  const lines: string[] = [];
  for (let page = 1; page <= pages; page += 1) {
    const { figures, total } = await citedFigures(reader, 'few', page);
    expect(total).toBe(inOrder.length);
    expect(figures.length).toBe(page < pages ? 50 : inOrder.length % 50);
    lines.push(...figures.map(({ figure }) => keyOf(figure)));
  }
  expect(lines).toEqual(inOrder.map(keyOf));
  for (const line of [lines[0], lines[49], lines[50], lines.at(-1)]) {
    expect(await pageOfFigure(reader, 'few', line ?? '')).toBe(Math.floor(lines.indexOf(line ?? '') / 50) + 1);
  }
});

test('a page beyond the end is the last, and a document without figures has none', async () => {
  expect((await citedFigures(reader, 'many', 99_999)).page).toBe(
    Math.ceil((await citedFigures(reader, 'many', 1)).total / 50),
  );
  expect((await citedFigures(reader, 'many', 99_999)).figures.length).toBeGreaterThan(0);
  expect(await citedFigures(reader, 'no-such', 3)).toEqual({ figures: [], total: 0, page: 1 });
});

test('a line without a figure of the document has no page', async () => {
  for (const line of ['', '-', 'b-1-2020-M01-NO', 'b-1-2021-M12-B0001', 'rank-x', '2020-2020-2020', "'; --"]) {
    expect(await pageOfFigure(reader, 'many', line), line).toBeNull();
  }
});

test('a code with hyphens is read in every way that leaves a period in the middle', () => {
  expect(figureKeys('demo-001-2024-H1-demo-0001').map(({ periodCode }) => periodCode)).toEqual(['2024', '2024-H1']);
  expect(figureKeys('A-2022-2023-B')).toEqual([
    { indicatorCode: 'A', periodCode: '2022', orgUnitCode: '2023-B' },
    { indicatorCode: 'A-2022', periodCode: '2023', orgUnitCode: 'B' },
  ]);
  expect(figureKeys('A'.repeat(50))).toEqual([]);
});

test('a principal limited to some units has these units’ figures counted and paged', async () => {
  const few: Principal = { ...someone('few'), units: ['B0003', 'B0009'] };
  const { total, figures } = await citedFigures(few, 'many', 2);
  const [counted] =
    await sql`select count(*)::int as n from observation where source_code = 'many' and org_unit_code in ('B0003', 'B0009')`;
  expect(total).toBe(counted?.n);
  expect(new Set(figures.map(({ figure }) => figure.orgUnitCode))).toEqual(new Set(['B0003', 'B0009']));
  expect((await sourceList(few)).find(({ code }) => code === 'many')?.figures).toBe(total);
  expect(await pageOfFigure(few, 'many', keyOf(figures[0]?.figure ?? {}))).toBe(2);
  expect(await pageOfFigure(few, 'many', `b-9-2021-M01-B0001`)).toBeNull();
});

test('no page of a document reads all figures', async () => {
  const [held] = await sql`select count(*)::int as n from observation`;
  expect(held?.n).toBe(all);
  const reads = await wholeReads(sql, async () => {
    await sourceList(reader);
    await citedFigures(reader, 'many', 300);
    await pageOfFigure(reader, 'many', 'b-9-2021-M01-B0001');
    await replacedFigures(reader, 'many', 1);
    await replacedFigures(reader, 'few', 1);
  });
  expect(reads).toEqual([]);
});

test('replaced values are listed, and for very many the page says so instead', async () => {
  await sql`insert into observation_revision (indicator_code, org_unit_code, period_code, revision, value, decimals,
      qualifier, qualifier_printed, vintage, period_printed, source_code, locator, quote, note, reason, recorded_by, recorded_at)
    select indicator_code, org_unit_code, period_code, 2, value + 1, 1, 'exact', '', 'final', '', 'few', '', '', '', '', 'check', now()
    from observation where source_code = 'many' order by 1, 2, 3 limit 120`;
  const lines: string[] = [];
  for (const page of [1, 2, 3]) {
    const found = await replacedFigures(reader, 'few', page);
    expect(found?.total).toBe(120);
    lines.push(...(found?.figures.map(({ figure }) => keyOf(figure)) ?? []));
  }
  expect(new Set(lines).size).toBe(120);
  expect((await replacedFigures(reader, 'few', 9))?.page).toBe(3);
  await sql`insert into observation_revision (indicator_code, org_unit_code, period_code, revision, value, decimals,
      qualifier, qualifier_printed, vintage, period_printed, source_code, locator, quote, note, reason, recorded_by, recorded_at)
    select indicator_code, org_unit_code, period_code, 3, value, 1, 'exact', '', 'final', '', 'few', '', '', '', '', 'check', now()
    from observation limit 1000`;
  expect(await replacedFigures(reader, 'few', 1)).toBeNull();
});
