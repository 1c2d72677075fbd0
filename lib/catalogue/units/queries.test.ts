import { expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { unitPlaces, unitRanks } from '@/lib/catalogue/units/places/queries';
import { portraitOf, rankMatch } from '@/lib/catalogue/units/portrait';
import { topicNames, unitFigures, unitHead, unitList } from '@/lib/catalogue/units/queries';
import { loadDataset } from '@/lib/cli/load-dataset';

const { database, sql } = await testDatabase();
await loadDataset(database);
const reader = anonymousPrincipal();

test('the tree has every unit once, with its figures counted', async () => {
  const { units: tree, total, isTree } = await unitList(reader, {});
  const [all] = await sql`select count(*)::int as units from org_unit`;
  expect(tree).toHaveLength(all?.units);
  expect({ total, isTree }).toEqual({ total: all?.units, isTree: true });
  const [held] = await sql`select count(*)::int as figures from observation where org_unit_code = '320600'`;
  expect(tree.find(({ code }) => code === '320600')?.figures).toBe(held?.figures);
  const counted =
    await sql`select u.code, (select count(*)::int from observation o where o.org_unit_code = u.code) as figures,
      (select p.code from observation o join period p on p.code = o.period_code where o.org_unit_code = u.code
        and p.kind <> 'undated' order by p.sort_key desc, p.code limit 1) as latest
    from org_unit u order by u.sort_order, u.code`;
  expect(tree.map(({ code, figures, latest }) => ({ code, figures, latest }))).toEqual([...counted]);
});

test('a unit is found by its aliases, and by its name behind that of its parent', async () => {
  const found = async (q: string) => (await unitList(reader, { q })).units.map(({ code }) => code);
  expect(await found('南通市开发区')).toContain('320671');
  expect(await found('经开区')).toContain('320671');
  expect(await found('江苏省南通市')).toEqual(['320600']);
  expect(await found('南通 市')).toContain('320600');
  expect(await found('３２０６００')).toEqual(['320600']);
  expect(await found('没有这个单位')).toEqual([]);
});

test('a unit has its parent and its predecessors', async () => {
  const head = await unitHead(reader, '320613');
  expect(head?.parent?.code).toBe('320600');
  expect(head?.successions.map(({ predecessor }) => predecessor.code).sort()).toEqual(['320602', '320611']);
  expect(await unitHead(reader, 'no-such-unit')).toBeNull();
});

test('places are competition ranks among the members of the period that have a figure', async () => {
  const places = await unitPlaces(reader, '320600', 'JS_CITIES');
  const gdp = places.find(({ indicatorCode, periodCode }) => indicatorCode === 'GDP' && periodCode === '2022');
  expect(gdp).toMatchObject({ place: 4, of: 13, members: 13, isTied: false, isWeak: false });
  const [ahead] = await sql`
    select count(*)::int as units from observation o join peer_group_member m on m.org_unit_code = o.org_unit_code
    where m.peer_group_code = 'JS_CITIES' and o.indicator_code = 'GDP_PC' and o.period_code = '2022'
      and o.value > (select value from observation where indicator_code = 'GDP_PC' and period_code = '2022' and org_unit_code = '320600')`;
  const perHead = places.find(({ indicatorCode, periodCode }) => indicatorCode === 'GDP_PC' && periodCode === '2022');
  expect(perHead?.place).toBe(1 + ahead?.units);
  expect(places.every(({ of }) => of >= 3)).toBe(true);
});

test('places are matched with that by GDP from the real figures, as a recount in SQL finds them', async () => {
  const [year, unit, group] = ['2022', '320600', 'JS_CITIES'];
  const [figures, places] = await Promise.all([unitFigures(reader, unit, year), unitPlaces(reader, unit, group, year)]);
  const families = portraitOf({ figures, places, topics: await topicNames(), ranks: [] }, year);
  const lines = families.flatMap(({ indicators }) => indicators);
  const matched = rankMatch(lines, places, 'GDP').map(({ line, ahead }) => `${line.indicator.code} ${ahead}`);
  const recount = await sql`
    with ranked as (
      select o.indicator_code as code, o.org_unit_code as unit, count(*) over (partition by o.indicator_code) as of,
        rank() over (partition by o.indicator_code order by case i.direction when 'lower' then o.value else -o.value end) as place
      from observation o join indicator i on i.code = o.indicator_code
      join peer_group_member m on m.org_unit_code = o.org_unit_code and m.peer_group_code = ${group}
      where o.period_code = ${year} and i.direction in ('higher', 'lower'))
    select r.code, (g.place - r.place)::int as ahead from ranked r join ranked g on g.unit = r.unit and g.code = 'GDP' and g.of = r.of
    where r.unit = ${unit} and r.code <> 'GDP'`;
  expect(matched.length).toBeGreaterThan(0);
  expect(matched.toSorted()).toEqual(recount.map(({ code, ahead }) => `${code} ${ahead}`).toSorted());
});

test('a chosen period is included even when it is long past', async () => {
  const asked = await unitFigures(reader, '320671', '2014-H1');
  expect(asked.some(({ figure }) => figure.periodCode === '2014-H1')).toBe(true);
});

test('ranks stated by sources have their words', async () => {
  const ranks = await unitRanks(reader, '320671');
  expect(ranks.find(({ indicatorCode }) => indicatorCode === 'IND_OUT')).toMatchObject({
    rank: 2,
    scopeZh: '全市',
    citation: { sourceCode: 'SEED2' },
  });
});
