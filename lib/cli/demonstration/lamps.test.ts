import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { lampCourse } from '@/lib/monitoring/lamps/course/queries';
import { lampSheet } from '@/lib/monitoring/lamps/shown/lamp-sheet';
import { lampGroups, lampMonths, lampTable } from '@/lib/monitoring/lamps/shown/queries';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

/** The lamps of a unit through 2026: a letter for each month, the last version of each; a capital for one that was told. */
async function course(unit: string): Promise<string> {
  const rows = await sql`select distinct on (month) month, colour, judged, told_at is not null as told from lamp
    where org_unit_code = ${unit} and indicator_code = 'DEMO_PROJ' and year = 2026 order by month, version desc`;
  return rows
    .map(({ colour, judged }) => (colour === 'yellow' && judged === 'green' ? 'c' : `${colour}`.slice(0, 1)))
    .join('');
}

test('every way of a lamp shows: green, slow, red for months, caught up, begun late, and revised after it was told', async () => {
  expect({
    JIA: await course('DEMO-JIA'),
    YI: await course('DEMO-YI'),
    BING: await course('DEMO-BING'),
    DING: await course('DEMO-DING'),
    WU: await course('DEMO-WU'),
    GENG: await course('DEMO-GENG'),
  }).toEqual({
    JIA: 'ggggggggg',
    YI: 'gyyyyyyyy',
    // Exactly thirty points behind in August are yellow yet.
    BING: 'ggyyyyyyr',
    DING: 'ggggyyrrc',
    WU: 'yyryyyggg',
    GENG: 'ggyyyyyyy',
  });
  const versions = await sql`select version, colour, told_at is not null as told from lamp
    where org_unit_code = 'DEMO-GENG' and indicator_code = 'DEMO_PROJ' and year = 2026 and month = 8 order by version`;
  expect(versions.map(({ version, colour, told }) => `${version} ${colour} ${told}`)).toEqual([
    '1 red true',
    '2 yellow false',
  ]);
});

test('the month is shown with its counts to accounts, and to no visitor; no real unit has a lamp', async () => {
  const choice = { group: 'DEMO_COUNTIES', year: 2026, month: 9, only: '' } as const;
  const table = await lampTable(person('leader'), choice, { page: 1 });
  expect(table.units).toHaveLength(9);
  expect(table.listed[0]).toMatchObject({ unit: 'DEMO-BING', colour: 'red', redInRow: 1 });
  expect(table.counts.red).toBeGreaterThan(0);
  expect(table.unlit).toHaveLength(table.counts.unlit);
  expect((await lampTable(anonymousPrincipal(), choice, { page: 1 })).units).toEqual([]);
  expect(
    await sql`select from lamp l join org_unit u on u.code = l.org_unit_code where not u.is_demonstration`,
  ).toEqual([]);
});

test('months, the course of a year and the file say the same as the table', async () => {
  const leader = person('leader');
  expect((await lampGroups(leader)).map(({ code }) => code)).toEqual(['DEMO_COUNTIES', 'DEMO_TOWNS']);
  const months = await lampMonths(leader, 'DEMO_COUNTIES');
  expect(months[0]).toEqual({ year: 2026, month: 9 });
  expect(months).toHaveLength(21);
  const course = await lampCourse(leader, { unit: 'DEMO-DING', indicator: 'DEMO_PROJ', year: undefined });
  expect(course?.months[7]).toMatchObject({ lamp: { colour: 'red', redInRow: 2 }, progress: { month: 8 } });
  expect(course?.months[8]).toMatchObject({ lamp: { colour: 'yellow', judged: 'green' } });
  expect(course?.forecast).toMatchObject({ method: 'sharesOfYears', years: [2025, 2024] });
  expect(
    await lampCourse(anonymousPrincipal({ publicReading: false }), {
      unit: 'DEMO-DING',
      indicator: 'DEMO_PROJ',
      year: 2026,
    }),
  ).toBeNull();
  const choice = { group: 'DEMO_COUNTIES', year: 2026, month: 8, only: '' } as const;
  const table = await lampTable(leader, choice, { page: 1 });
  const sheet = lampSheet(table, { title: '演示', group: '演示', month: '2026年8月' }, 'zh-CN');
  const told = sheet.rows.map((row) =>
    row.map((cell) => (cell === null ? '' : 'text' in cell ? cell.text : cell.number)),
  );
  // What was told in August is listed, though it was revised since.
  const geng = told.find(([unit, indicator]) => unit?.startsWith('庚县') && indicator?.startsWith('重点项目'));
  expect(geng?.[3]).toBe('红 滞后');
  expect(geng?.at(-1)).toContain('落后序时进度 32.0 个百分点，超过红灯线（30 个百分点）');
  expect(table.lamps.find(({ unit, indicator }) => unit === 'DEMO-GENG' && indicator === 'DEMO_PROJ')?.isRevised).toBe(
    true,
  );
});
