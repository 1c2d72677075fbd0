import { sql as text } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { changeMembers } from '@/lib/catalogue/groups/change-members';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { setLamp } from '@/lib/monitoring/lamps/by-hand/set-lamp';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { lampTable } from '@/lib/monitoring/lamps/shown/queries';
import { settleFigures } from '@/lib/observations/derived/settle-figures';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-05-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const codeOf = (year: number, month: number) => `${year}-YTD${`${month}`.padStart(2, '0')}`;
const years = [2025, 2026, 2027];

const rules = (code: string, group: string, indicators: readonly string[] = []) =>
  sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules, valid_from, state,
      edited_by, edited_at, adopted_at)
    values (${code}, 1, '序时进度', ${group}, ${JSON.stringify(indicators)}::text::jsonb, false,
      ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2025-01-01', 'held', 't', now(), now())`;
const members = (group: string, unit: string, from: string, to: string | null) =>
  sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from, valid_to)
    values (${group}, ${unit}, ${from}, ${to})`;

beforeAll(async () => {
  await fictionalIndicators(database);
  const codes = years.flatMap((year) => Array.from({ length: 12 }, (_, at) => codeOf(year, at + 1)));
  await database.transaction((tx) => ensurePeriods(tx, codes));
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('ZED', '演示序列二', 'Second', '', '', 1000)`;
});

beforeEach(async () => {
  await sql`delete from lamp`;
  await sql`delete from observation`;
  await sql`delete from target`;
  await sql`delete from lamp_rule_set`;
  await sql`delete from peer_group_member`;
  await members('DEMO', 'JIA', '2000-01-01', null);
  await rules('R', 'DEMO');
  for (const year of years)
    await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
      values ('JIA', 'DEMO', ${year}, 120, '', 1, 't', now())`;
});

/** Approves the year to date of a month: far below 0 is red in every month, the target green. */
async function approve(year: number, month: number, value = -1000): Promise<void> {
  const period = codeOf(year, month);
  await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
      qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
    values ('DEMO', 'JIA', ${period}, ${value}, 0, 'exact', '', 'final', '', 'S1', '', '', '', 1, 't', now())
    on conflict (indicator_code, org_unit_code, period_code) do update set value = excluded.value`;
  const changed = text`(select 'DEMO' as indicator_code, ${period}::text as period_code, 'JIA' as org_unit_code)`;
  await database.transaction((tx) => settleFigures(tx, systemPrincipal('test'), changed, now));
}
const lamps = async () =>
  (
    await sql`select year, month, colour, rule_set_code as rules, red_in_row as row, red_in_year as in_year from lamp
      order by 1, 2`
  ).map((one) => `${one.year}-${one.month} ${one.colour} ${one.rules} ${one.row} ${one.in_year}`);

test('rules of another sequence that say nothing of an indicator leave its lamps', async () => {
  await members('ZED', 'JIA', '2000-01-01', null);
  await rules('Z', 'ZED', ['DEMO2']);
  await approve(2026, 3);
  expect(await lamps()).toEqual(['2026-3 red R 1 1']);
});

test('a unit that moves to another sequence keeps its lamps, and their counts go on', async () => {
  await rules('Z', 'ZED');
  for (const month of [1, 2, 3]) await approve(2026, month);
  await sql`update peer_group_member set valid_to = '2026-03-31'`;
  await members('ZED', 'JIA', '2026-04-01', null);
  for (const month of [4, 5]) await approve(2026, month);
  const counts = ['R 1 1', 'R 2 2', 'R 3 3', 'Z 4 4', 'Z 5 5'];
  expect(await lamps()).toEqual(counts.map((count, at) => `2026-${at + 1} red ${count}`));
});

test('of two sequences whose rules judge the same lamp those of the first count, in whatever order of codes', async () => {
  await sql`update peer_group set sort_order = 1 where code = 'ZED'`;
  try {
    await members('ZED', 'JIA', '2000-01-01', null);
    await rules('Z', 'ZED');
    await approve(2026, 3);
    expect(await lamps()).toEqual(['2026-3 red Z 1 1']);
  } finally {
    await sql`update peer_group set sort_order = 1000 where code = 'ZED'`;
  }
});

test('a change of an earlier month is counted on over every turn of a year', async () => {
  for (const year of [2025, 2026]) for (let month = 1; month <= 12; month += 1) await approve(year, month);
  await approve(2027, 1);
  expect((await lamps()).at(-1)).toBe('2027-1 red R 25 1');
  await approve(2025, 12, 120);
  expect((await lamps()).at(-1)).toBe('2027-1 red R 13 1');
});

test('a correction of two years ago lights anew what is expected in the shape of that year', async () => {
  await sql`update lamp_rule_set set by_earlier_years = true`;
  await sql`delete from target where year < 2027`;
  for (let month = 1; month <= 12; month += 1) await approve(2025, month, 10 * month);
  await approve(2027, 6, 60);
  expect(await lamps()).toEqual(['2027-6 green R 0 0']);
  // In June of that year five sixths of it were reached, so that 100 of 120 are expected: 33 points more than the half.
  await approve(2025, 6, 100);
  expect(await lamps()).toEqual(['2027-6 red R 1 1']);
});

test('November set by hand is counted on into January', async () => {
  for (const [year, month] of [
    [2025, 12],
    [2026, 1],
    [2025, 11],
  ] as const) {
    const given = {
      unit: 'JIA',
      indicator: 'DEMO',
      year,
      month,
      colour: 'red',
      version: 0,
      reason: '现场核实没有动工',
    };
    await perform(setLamp, office, given, { now, database });
  }
  expect(await lamps()).toEqual(['2025-11 red R 1 1', '2025-12 red R 2 2', '2026-1 red R 3 1']);
});

test('a unit that joins in the middle of a month is shown with the lamp that it has at its end', async () => {
  await sql`update peer_group_member set valid_from = '2026-04-10'`;
  await approve(2026, 4);
  const { counts } = await lampTable(office, { group: 'DEMO', year: 2026, month: 4, only: '' }, { page: 1 });
  expect(counts).toEqual({ red: 1, yellow: 0, green: 0, unlit: 0 });
});

test('a unit that leaves its sequence loses the lamps of the months after, and one that joins gets them', async () => {
  const change = async (day: string, more: object) => {
    const [group] = await sql`select version from peer_group where code = 'DEMO'`;
    const asked = { code: 'DEMO', from: day, add: [], remove: [], ...more, version: group?.version, reason: '' };
    await perform(changeMembers, office, asked, { now: new Date(`${day}T09:00:00+08:00`), database });
  };
  for (const month of [1, 2, 3, 4]) await approve(2026, month);
  await change('2026-03-15', { remove: ['JIA'] });
  expect(await lamps()).toEqual(['2026-1 red R 1 1', '2026-2 red R 2 2']);
  await change('2026-04-10', { add: ['JIA'] });
  expect(await lamps()).toEqual(['2026-1 red R 1 1', '2026-2 red R 2 2', '2026-4 red R 3 3']);
});
