import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { lampTurns } from '@/lib/monitoring/leading/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const leader = person('leader', { userId: 'leader-1' });
const april = { year: 2026, month: 4 };

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'DEMO', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2025-12-01', 'held',
      't', now(), now())`;
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order, is_demonstration)
    values ('BING', 'county', '丙市', 'City C', '', 9003, true)`;
  await sql`insert into peer_group_member (peer_group_code, org_unit_code, valid_from) values ('DEMO', 'BING', '2000-01-01')`;
  for (const unit of ['BING', 'JIA', 'YI'])
    await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
      values (${unit}, 'DEMO', 2026, 120, '', 1, 't', now())`;
});

/** Stores lamps of one indicator: unit, year, month, colour and version; `told` once they were told. */
async function light(lamps: readonly (readonly [string, number, number, string | null, number?, string?])[]) {
  await sql`alter table lamp disable trigger lamp_told_stays`;
  await sql`delete from lamp`;
  await sql`alter table lamp enable trigger lamp_told_stays`;
  for (const [unit, year, month, colour, version = 1, told = null] of lamps)
    await sql`insert into lamp (org_unit_code, indicator_code, year, month, version, rule_set_code, rule_set_number, colour,
        judged, red_in_row, red_in_year, facts, made_at, told_at)
      values (${unit}, 'DEMO', ${year}, ${month}, ${version}, 'R', 1, ${colour}, ${colour}, 0, 0, '{"actual":1}', now(),
        ${told ? new Date(0).toISOString() : null})`;
}
const turnsIn = async (month = april) => {
  const { turnedRed, stillRed, recovered, counts, topics } = await lampTurns(leader, 'DEMO', month);
  return {
    turnedRed: turnedRed.map(({ unit, was }) => `${unit} ${was}`),
    stillRed: stillRed.map(({ unit }) => unit),
    recovered: recovered.map(({ unit, was, colour }) => `${unit} ${was} ${colour}`),
    counts,
    topics: topics.map(({ red, yellow, green, unlit }) => [red, yellow, green, unlit]),
  };
};

test('what turned red, what caught up and what stayed red are told apart, and topics are counted', async () => {
  await light([
    ['JIA', 2026, 3, 'green'],
    ['JIA', 2026, 4, 'red'],
    ['YI', 2026, 3, 'red'],
    ['YI', 2026, 4, 'yellow'],
    ['BING', 2026, 3, 'red'],
    ['BING', 2026, 4, 'red'],
  ]);
  expect(await turnsIn()).toEqual({
    turnedRed: ['JIA green'],
    stillRed: ['BING'],
    recovered: ['YI red yellow'],
    counts: { turnedRed: 1, recovered: 1, stillRed: 1 },
    topics: [[2, 1, 0, 0]],
  });
});

test('the gap of the month before and whom to ask stand beside a lamp', async () => {
  await light([
    ['JIA', 2026, 3, 'green'],
    ['JIA', 2026, 4, 'red'],
    ['YI', 2026, 4, 'red'],
  ]);
  await sql`update indicator set contact = '李四 0513-1234' where code = 'DEMO'`;
  await sql`update lamp set facts = jsonb_build_object('actual', 1, 'gapPoints', case month when 3 then -2.1 else -32.5 end)`;
  const { turnedRed } = await lampTurns(leader, 'DEMO', april);
  expect(turnedRed.map(({ unit, facts, wasGap, contact }) => [unit, facts.gapPoints, wasGap, contact])).toEqual([
    ['JIA', -32.5, -2.1, '李四 0513-1234'],
    ['YI', -32.5, null, '李四 0513-1234'],
  ]);
});

test('a month without a lamp before is turned red, and one without a lamp now is no recovery', async () => {
  await light([
    ['JIA', 2026, 4, 'red'],
    ['YI', 2026, 3, 'red'],
    ['BING', 2026, 3, 'red'],
    ['BING', 2026, 4, null],
  ]);
  expect(await turnsIn()).toEqual({
    turnedRed: ['JIA null'],
    stillRed: [],
    recovered: [],
    counts: { turnedRed: 1, recovered: 0, stillRed: 0 },
    topics: [[1, 0, 0, 2]],
  });
});

test('January is compared with last December, and told lamps count before later versions', async () => {
  await light([
    ['JIA', 2025, 12, 'red', 1, 'told'],
    ['JIA', 2025, 12, 'green', 2],
    ['JIA', 2026, 1, 'green'],
  ]);
  expect((await turnsIn({ year: 2026, month: 1 })).recovered).toEqual(['JIA red green']);
});

test('a unit sees its own lamps alone where figures of others are not open to it', async () => {
  await light([
    ['JIA', 2026, 4, 'red'],
    ['YI', 2026, 4, 'red'],
  ]);
  const own = { ...leader, units: ['YI'] };
  const { turnedRed } = await lampTurns(own, 'DEMO', april);
  expect(turnedRed.map(({ unit }) => unit)).toEqual(['YI']);
});

test('of each topic the lamps of the last six months are counted, as they count and over the turn of the year', async () => {
  await light([
    ['JIA', 2025, 11, 'green'],
    ['JIA', 2025, 12, null],
    ['JIA', 2026, 1, 'red', 1, 'told'],
    ['JIA', 2026, 1, 'green', 2],
    ['JIA', 2026, 3, 'green'],
    ['YI', 2026, 3, 'red'],
    ['BING', 2026, 3, 'red'],
    ['JIA', 2026, 4, 'yellow'],
    ['YI', 2026, 4, 'red'],
  ]);
  const { topics } = await lampTurns(leader, 'DEMO', april);
  expect(topics.map(({ course }) => course.map((one) => `${one.year}-${one.month} ${one.notRed}/${one.lit}`))).toEqual([
    ['2025-11 1/1', '2025-12 0/0', '2026-1 0/1', '2026-2 0/0', '2026-3 1/3', '2026-4 1/2'],
  ]);
});
