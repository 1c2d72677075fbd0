import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { unitLines } from '@/lib/monitoring/task-lists/list/queries';
import { taskLines } from '@/lib/monitoring/task-lists/page/queries';
import { portraitOf } from '@/lib/monitoring/task-lists/portrait/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');
const [today, year] = ['2026-11-25', 2026];
const office = person('assessmentOffice');

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

test('lists of invented units: one done, one under way, one withdrawn; one overdue, and one that was added by itself', async () => {
  const linesOf = async (unit: string) =>
    (await taskLines(office, { unit, year }, { today, most: 20 })).map(({ title, state, isOverdue, note }) =>
      [title.replace('演示：', ''), state, isOverdue ? 'late' : '', note?.words ?? ''].filter(Boolean).join(' '),
    );
  expect(await linesOf('DEMO-JIA')).toEqual([
    '倒排重点项目工期 underWay 又开工两个，余下一个在办用地手续。',
    '排查重大隐患 done 隐患整改率 98.6%，已达到。',
    '清理拖欠账款 withdrawn',
  ]);
  expect(await linesOf('DEMO-YI')).toEqual([
    '排查重大隐患 underWay late 台账已建好，整改过半。',
    '清理拖欠账款 notBegun',
    '倒排重点项目工期 notBegun',
    '追上重点项目投资进度 notBegun',
  ]);
  const [real] = await sql`select count(*)::int as n from unit_task k join org_unit u on u.code = k.org_unit_code
    where not u.is_demonstration`;
  expect(real?.n).toBe(0);
});

/** The newest lamp of each indicator as it counts, found row by row and not in SQL. */
async function lampsByHand(unit: string): Promise<Map<string, string>> {
  const rows =
    await sql`select indicator_code as indicator, month, version, colour, told_at as told, red_in_row as red from lamp
    where org_unit_code = ${unit} and year = ${year} order by month, version`;
  const found = new Map<string, string>();
  for (const month of Array.from({ length: 12 }, (_, at) => at + 1))
    for (const indicator of new Set(rows.map((row) => row.indicator))) {
      const own = rows.filter((row) => row.indicator === indicator && row.month === month);
      const shown = own.findLast(({ told }) => told !== null) ?? own.at(-1);
      if (shown?.colour) found.set(indicator, `${month} ${shown.colour} ${shown.red}`);
    }
  return found;
}

test('the portrait of each unit says what was judged, published and confirmed, as a count by hand finds it', async () => {
  const units = await sql`select org_unit_code as code from peer_group_member where peer_group_code = 'DEMO_COUNTIES'`;
  expect(units.length).toBeGreaterThan(3);
  // A lamp that was told, and says something else since: what was told counts.
  const [last] =
    await sql`update lamp set told_at = now() where (org_unit_code, indicator_code, year, month, version) = (
      select org_unit_code, indicator_code, year, month, version from lamp
      where org_unit_code = 'DEMO-JIA' and year = ${year} and colour is not null
      order by month desc, indicator_code, version desc limit 1)
    returning indicator_code as indicator, month, version`;
  const again =
    await sql`insert into lamp select (l).* from (select jsonb_populate_record(l, jsonb_build_object('version',
      version + 1, 'colour', case colour when 'red' then 'green' else 'red' end, 'told_at', null)) as l
    from lamp l where org_unit_code = 'DEMO-JIA' and year = ${year} and indicator_code = ${last?.indicator ?? ''}
      and month = ${last?.month ?? 0} and version = ${last?.version ?? 0}) again returning month`;
  expect(again).toHaveLength(1);
  for (const { code: unit } of units) {
    const portrait = await portraitOf(office, { unit, year }, { today });
    const lamps = await lampsByHand(unit);
    const shown = portrait.lamps.map(
      (one) => [one.indicator.code, `${one.month} ${one.colour} ${one.redInRow}`] as const,
    );
    expect(new Map(shown), unit).toEqual(lamps);
    const [told] = await sql`select
      (select count(*)::int from target where org_unit_code = ${unit} and year = ${year}) as targets,
      (select count(*)::int from follow_up where org_unit_code = ${unit}) as follow_ups,
      (select count(*)::int from consequence where org_unit_code = ${unit} and state = 'confirmed') as consequences`;
    expect([portrait.targets.length, portrait.followUps.total, portrait.consequences.total], unit).toEqual([
      ...[told?.targets, told?.follow_ups, told?.consequences],
    ]);
    const reds = [...lamps.values()].filter((lamp) => lamp.includes('red')).length;
    const { lines } = await unitLines(office, { year, group: 'DEMO_COUNTIES' }, { page: 1, today });
    expect(lines.find((line) => line.unit.code === unit)?.red, unit).toBe(reds);
  }
});

test('the newest published ranking comes first, with its strengths; a unit reads no portrait of another', async () => {
  const zone = 'DEMO-ZONE3';
  const { places, newest } = await portraitOf(office, { unit: zone, year }, { today });
  const rows =
    await sql`select r.id, s.rank from run_score s join run r on r.id = s.run_id join period p on p.code = r.period_code
    where s.org_unit_code = ${zone} and r.state = 'published' and p.year <= ${year} order by p.ends_on desc`;
  expect(places.map(({ run, rank }) => [run, rank])).toEqual(rows.slice(0, 4).map(({ id, rank }) => [id, rank]));
  expect(newest?.run.id).toBe(rows[0]?.id);
  const foreign = person('reporter', { unitCode: 'DEMO-JIA' });
  expect(await portraitOf(foreign, { unit: zone, year }, { today })).toMatchObject({
    ...{ places: [], lamps: [], targets: [], newest: null },
    ...{ followUps: { total: 0 }, consequences: { total: 0 } },
  });
});
