import { sql as text } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { Refusal } from '@/lib/errors';
import { setLamp } from '@/lib/monitoring/lamps/by-hand/set-lamp';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { settleFigures } from '@/lib/observations/derived/settle-figures';
import { checkSettings } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const target = 120;
const now = new Date('2026-12-31T09:00:00+08:00');
const codeOf = (month: number) => `2026-YTD${`${month}`.padStart(2, '0')}`;

beforeAll(async () => {
  await fictionalIndicators(database);
  await database.transaction((tx) =>
    ensurePeriods(tx, [...Array.from({ length: 12 }, (_, at) => codeOf(at + 1)), '2025', '2025-YTD12']),
  );
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S1', '公报一', '统计局', '', '', 'official', 1)`;
  await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
      valid_from, state, edited_by, edited_at, adopted_at)
    values ('R', 1, '序时进度', 'DEMO', '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb, '2026-01-01', 'held',
      't', now(), now())`;
  await sql`insert into target (org_unit_code, indicator_code, year, base, note, version, updated_by, updated_at)
    values ('JIA', 'DEMO', 2026, ${target}, '', 1, 't', now())`;
});

async function clear(): Promise<void> {
  await sql`alter table lamp disable trigger lamp_told_stays`;
  await sql`delete from lamp`;
  await sql`alter table lamp enable trigger lamp_told_stays`;
  await sql`delete from observation`;
}
beforeEach(clear);

/** Approves the year to date of a month, or withdraws it. */
async function approve(month: number, value: number | null): Promise<void> {
  const key = { indicator: 'DEMO', period: codeOf(month), unit: 'JIA' };
  if (value === null) await sql`delete from observation where period_code = ${key.period}`;
  else
    await sql`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
        qualifier_printed, vintage, period_printed, source_code, locator, quote, note, version, updated_by, updated_at)
      values ('DEMO', 'JIA', ${key.period}, ${value}, 0, 'exact', '', 'final', '', 'S1', '', '', '', 1, 't', now())
      on conflict (indicator_code, org_unit_code, period_code) do update set value = excluded.value`;
  const changed = text`(select ${key.indicator}::text as indicator_code, ${key.period}::text as period_code,
    ${key.unit}::text as org_unit_code)`;
  await database.transaction((tx) => settleFigures(tx, systemPrincipal('test'), changed, now));
}
const tell = (
  month: number,
) => sql`update lamp l set told_at = now() where month = ${month} and told_at is null and version =
  (select max(version) from lamp x where x.month = l.month)`;
const office = person('assessmentOffice', { userId: 'office-1' });
/** Sets the lamp of a month by hand over its newest version; gives the refusal, or null. */
async function setByHand(month: number, colour: string): Promise<string | null> {
  const [last] = await sql`select max(version) as version from lamp where month = ${month}`;
  const given = { unit: 'JIA', indicator: 'DEMO', year: 2026, month, colour, reason: '现场核实' };
  const asked = { ...given, version: last?.version ?? 0 };
  return perform(setLamp, office, asked, { now, database }).then(
    () => null,
    (error) => (error instanceof Refusal ? error.key : Promise.reject(error)),
  );
}
const lamps = async () =>
  (
    await sql`select month, version, colour, judged, red_in_row as row, red_in_year as year, told_at is not null as told
    from lamp order by month, version`
  ).map((one) => ({ ...one }));

test('a red month that is caught up turns yellow, and its history stays readable', async () => {
  // 30 points of 120 are 36: below 4 of 40 in April is red.
  for (const [month, value] of [
    [1, 10],
    [2, 20],
    [3, 30],
    [4, 3],
    [5, 52],
    [6, 60],
  ] as const)
    await approve(month, value);
  expect((await lamps()).map(({ colour, judged, row, year }) => `${colour} ${judged} ${row} ${year}`)).toEqual([
    ...['green green 0 0', 'green green 0 0', 'green green 0 0', 'red red 1 1'],
    ...['yellow green 0 1', 'green green 0 1'],
  ]);
  const [april] = await sql`select facts from lamp where month = 4`;
  expect(april?.facts).toMatchObject({ actual: 3, expected: 40, target: 120, gapPoints: expect.closeTo(-30.83, 1) });
});

test('what was told stays, and what a late revision makes of it stands beside it', async () => {
  await approve(4, 3);
  await tell(4);
  await approve(5, 52);
  await approve(4, 40);
  expect((await lamps()).map(({ month, version, colour, told }) => `${month}.${version} ${colour} ${told}`)).toEqual([
    ...['4.1 red true', '4.2 green false', '5.1 yellow false'],
  ]);
  // The second version follows its figure further, the first never does.
  await approve(4, 28);
  expect((await lamps()).map(({ month, version, colour }) => `${month}.${version} ${colour}`)).toEqual([
    ...['4.1 red', '4.2 yellow', '5.1 yellow'],
  ]);
  await expect(sql`update lamp set colour = 'green' where month = 4 and version = 1`).rejects.toThrow(
    /that was told stays/,
  );
  await expect(sql`delete from lamp where month = 4 and version = 1`).rejects.toThrow(/that was told stays/);
});

test('a figure that is withdrawn takes a lamp that was not told with it', async () => {
  await approve(1, 10);
  await approve(2, 0);
  await tell(1);
  await approve(1, null);
  await approve(2, null);
  expect((await lamps()).map(({ month, version, colour }) => `${month}.${version} ${colour}`)).toEqual([
    ...['1.1 green', '1.2 null'],
  ]);
});

type Told = { readonly colour: string; readonly row: number; readonly year: number };

/**
 * The lamps of a year by the printed rule alone: 10 to 30 points behind yellow, more red, caught up yellow, and what somebody
 * set where there is no figure.
 */
function byPrintedRule(
  values: ReadonlyMap<number, number>,
  told: ReadonlyMap<number, Told>,
  set: ReadonlyMap<number, string>,
): string[] {
  let before: Told | null = null;
  const found: string[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const value = values.get(month);
    let judged = value === undefined ? set.get(month) : undefined;
    if (value !== undefined) {
      // In parts of 1,440, so that no division rounds.
      const behind = month * target * 1 - value * 12;
      let zeros = 0;
      for (let at = month; at >= 1 && values.get(at) === 0; at -= 1) zeros += 1;
      const bySchedule = behind > 0.3 * 1440 ? 2 : behind >= 0.1 * 1440 ? 1 : 0;
      const byStart = zeros >= 3 ? 2 : zeros >= 1 ? 1 : 0;
      judged = ['green', 'yellow', 'red'][Math.max(bySchedule, byStart)] ?? '';
    }
    if (judged !== undefined) {
      const colour: string = judged === 'green' && before?.colour === 'red' ? 'yellow' : judged;
      const own: Told = {
        colour,
        row: judged === 'red' ? (before?.row ?? 0) + 1 : 0,
        year: (before?.year ?? 0) + (judged === 'red' ? 1 : 0),
      };
      found.push(`${month} ${colour} ${own.row} ${own.year}`);
      before = own;
    }
    before = told.get(month) ?? before;
  }
  return found;
}

test('after any sequence of approvals and settings the lamps are those of a replay, and the counters those of a recount', async () => {
  const step = fc.record({
    month: fc.integer({ min: 1, max: 12 }),
    value: fc.option(fc.constantFrom(0, 0, 3, 10, 20, 28, 29, 40, 52, 60, 84, 100, 120), { freq: 8 }),
    tells: fc.option(fc.integer({ min: 1, max: 12 }), { freq: 3 }),
    sets: fc.option(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom('red', 'yellow', 'green', 'none')), {
      freq: 2,
    }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      await clear();
      const values = new Map<number, number>();
      const told = new Map<number, Told>();
      const set = new Map<number, string>();
      for (const { month, value, tells, sets } of steps) {
        await approve(month, value);
        if (value === null) values.delete(month);
        else values.set(month, value);
        if (sets !== null) {
          const [at, colour] = sets;
          const refused = await setByHand(at, colour);
          expect(refused === null).toBe(!values.has(at) && (colour !== 'none' || set.has(at)));
          if (refused === null && colour === 'none') set.delete(at);
          else if (refused === null) set.set(at, colour);
        }
        const [newest] = await sql`select colour from lamp where month = ${tells ?? 0} order by version desc limit 1`;
        if (tells === null || told.has(tells) || !newest?.colour) continue;
        await tell(tells);
        const [first] = await sql`select colour, red_in_row as row, red_in_year as year from lamp
          where month = ${tells} and told_at is not null`;
        if (first) told.set(tells, { colour: first.colour, row: first.row, year: first.year });
      }
      const newest =
        await sql`select distinct on (month) month, colour, red_in_row as row, red_in_year as year from lamp
        order by month, version desc`;
      expect(
        newest
          .filter(({ colour }) => colour !== null)
          .map((one) => `${one.month} ${one.colour} ${one.row} ${one.year}`),
      ).toEqual(byPrintedRule(values, told, set));
    }),
    { numRuns: many(10_000, 40) },
  );
}, 600_000);
