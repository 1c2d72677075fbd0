import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { coursesOf, ranking } from '@/lib/observations/ranking/queries';
import { withCourses } from '@/lib/observations/ranking/ranking-of';
import { manyFigures } from '@/lib/testing/many-figures';
import { wholeReads } from '@/lib/testing/plans';

const { sql } = await testDatabase();
await manyFigures(sql, { units: 150, indicators: 3, months: 14 });
const reader = anonymousPrincipal();
const choice = { indicatorCode: 'b-3', periodCode: '2021-M02', peerGroupCode: 'many' };
const table = await ranking(reader, choice);

test('a large group has all its units and places, and courses only of the units asked for', async () => {
  if (!table) throw new Error('no ranking');
  const [first, second] = table.rows;
  const inOrder = await sql`select org_unit_code as code, rank() over (order by value desc)::int as place
    from observation where indicator_code = 'b-3' and period_code = '2021-M02' order by place, org_unit_code`;
  expect(new Map(table.rows.map(({ unit, place }) => [unit.code, place]))).toEqual(
    new Map(inOrder.map(({ code, place }) => [code, place])),
  );
  expect(table).toMatchObject({ hasCourses: false, reported: 150 });
  expect(table.periods).toHaveLength(14);
  const units = [`${first?.unit.code}`];
  const drawn = withCourses(table, await coursesOf(reader, choice, { periods: table.periods, units }));
  const values =
    await sql`select value from observation where indicator_code = 'b-3' and org_unit_code = ${`${units[0]}`}
    order by period_code`;
  expect(drawn.rows[0]?.course.map((point) => point?.value)).toEqual(values.map(({ value }) => value));
  expect(drawn.rows[1]).toEqual(second);
});

test('of a group with few figures all courses are read', async () => {
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('few', '演示', 'Demo', '', '', 9901)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from)
    select 'few', code, '2000-01-01' from org_unit where code ~ '^B000[0-9]$'`;
  await sql`insert into coverage (indicator_code, peer_group_code, period_code, units)
    select indicator_code, 'few', period_code, 9 from coverage where peer_group_code = 'many'`;
  const small = await ranking(reader, { ...choice, peerGroupCode: 'few' });
  expect(small?.hasCourses).toBe(true);
  expect(small?.rows.map(({ course }) => course.filter((point) => point !== null).length)).toEqual(Array(9).fill(14));
});

test('a ranking does not read the figures of other indicators', async () => {
  expect(await wholeReads(sql, () => ranking(reader, choice))).toEqual([]);
});
