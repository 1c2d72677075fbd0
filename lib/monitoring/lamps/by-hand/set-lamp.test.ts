import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { setLamp } from '@/lib/monitoring/lamps/by-hand/set-lamp';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-06-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const other = person('assessmentOffice', { userId: 'office-2' });
const given = {
  ...{ unit: 'JIA', indicator: 'DEMO', year: 2026, month: 3, colour: 'red', reason: '现场核实没有动工', version: 0 },
};
const set = (more: object = {}, who: Principal = office) =>
  perform(setLamp, who, { ...given, ...more }, { now, database });
const lamps = async () =>
  (
    await sql`select year, month, version, colour, judged, red_in_row as row, red_in_year as in_year, set_by as by from lamp
    order by 1, 2, 3`
  ).map((one) => `${one.year}-${one.month}.${one.version} ${one.colour} ${one.row} ${one.in_year} ${one.by ?? ''}`);

beforeAll(async () => {
  await fictionalIndicators(database);
  await database.transaction((tx) => ensurePeriods(tx, ['2026-YTD05', '2026']));
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'DEMO', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2025-12-01', 'held',
      't', now(), now())`;
  for (const year of [2025, 2026])
    await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
      values ('JIA', 'DEMO', ${year}, 120, '', 1, 't', now())`;
});

beforeEach(() => sql`delete from lamp`);

describe('a lamp set by hand', () => {
  test('counts like one of the rules, is told in the trail with its reason, and is taken back', async () => {
    await set();
    await set({ month: 4, reason: '仍未动工' });
    expect(await lamps()).toEqual(['2026-3.1 red 1 1 office-1', '2026-4.1 red 2 2 office-1']);
    const [told] = await sql`select changes from audit_event where command = 'lamp.set' order by seq desc limit 1`;
    expect(JSON.parse(told?.changes)).toEqual([
      {
        subject: 'lamp/2026/JIA',
        before: null,
        after: { 'DEMO 2026-M04': { colour: 'red', reason: '仍未动工' } },
      },
    ]);
    await set({ colour: 'none', version: 1, reason: '核实有误' });
    expect(await lamps()).toEqual([
      '2026-3.1 red 1 1 office-1',
      '2026-3.2 null 0 0 office-1',
      '2026-4.1 red 1 1 office-1',
    ]);
  });

  test('of December is remembered in January', async () => {
    await set({ year: 2026, month: 1 });
    await set({ year: 2025, month: 12 });
    expect(await lamps()).toEqual(['2025-12.1 red 1 1 office-1', '2026-1.1 red 2 1 office-1']);
  });

  test('is refused for months to come, without rules, over another version, and where nothing was set', async () => {
    expect(await refusalOf(set({ month: 7 }))).toBe('invalid lamps.refused.future');
    expect(await refusalOf(set({ year: 2025, month: 11 }))).toBe('invalid lamps.refused.noRules');
    expect(await refusalOf(set({ indicator: 'NOBODY' }))).toBe('notFound lamps.refused.noPlace');
    expect(await refusalOf(set({ colour: 'none' }))).toBe('invalid lamps.refused.notSet');
    expect(await refusalOf(set({ reason: '现场核实没有动工\ud83d' }))).toBe('invalid input');
    await set();
    expect(await refusalOf(set({ colour: 'green' }, other))).toBe('conflict lamps.refused.movedLamp');
    expect(await lamps()).toEqual(['2026-3.1 red 1 1 office-1']);
  });

  test('is refused over a lamp that the rules judged', async () => {
    await sql`insert into lamp (org_unit_code, indicator_code, year, month, rule_set_code, rule_set_number, colour, judged,
        red_in_row, red_in_year, facts, made_at)
      values ('JIA', 'DEMO', 2026, 3, 'R', 1, 'green', 'green', 0, 0, '{}', now())`;
    expect(await refusalOf(set({ version: 1 }))).toBe('conflict lamps.refused.judged');
  });
});
