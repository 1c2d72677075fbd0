import { beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { lampCourse } from '@/lib/monitoring/lamps/course/queries';
import { unlitReason } from '@/lib/monitoring/lamps/unlit-reason';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { playDemonstration } from './play';

const { database, sql } = await testDatabase();
checkSettings();
const now = new Date('2026-11-25T04:00:00Z');

beforeAll(async () => {
  await playDemonstration(database, now);
}, 60_000);

/** The newest lamps of a town through 2025 and 2026, a letter each; `c` is one that was caught up, `-` none. */
async function course(unit: string): Promise<string> {
  const rows = await sql`select distinct on (year, month) year * 12 + month - 2025 * 12 as at, colour, judged from lamp
    where org_unit_code = ${unit} and colour is not null order by year, month, version desc`;
  const letters = new Map(
    rows.map(({ at, colour, judged }) => [
      at,
      colour === 'yellow' && judged === 'green' ? 'c' : `${colour}`.slice(0, 1),
    ]),
  );
  return Array.from({ length: 21 }, (_, at) => letters.get(at + 1) ?? '-').join('');
}

test('every course of a lamp is there over two years', async () => {
  const units = await sql`select code from org_unit where code like 'DEMO-TOWN%' order by length(code), code`;
  const courses = await Promise.all(units.map(async ({ code }) => `${code.slice(9)} ${await course(code)}`));
  expect(courses).toEqual([
    '1 ggggggggggggggggggggg',
    '2 gyyyyyyyyyyyyyyyyyyyy',
    '3 ggggrcgggggggrcgggggg',
    '4 ggrrrrcggggggyyyyyrrr',
    '5 ggrcgrcggggggrcgrcggg',
    // Red in December and on in January and February.
    '6 ggggggggggrrrrcgggggg',
    // January is set by hand.
    '7 ggggggggggggygggggggg',
    // Not judged: its level has no beginning.
    '8 ---------------------',
    // Joined in May 2026; left after September 2025.
    '9 ----------------ggggg',
    '10 yyyyyyyyy------------',
  ]);
  const counts = await sql`select year, month, red_in_row as row, red_in_year as in_year from lamp
    where org_unit_code = 'DEMO-TOWN6' and colour = 'red' order by 1, 2`;
  expect(counts.map((one) => `${one.year}-${one.month} ${one.row} ${one.in_year}`)).toEqual([
    ...['2025-11 1 1', '2025-12 2 2', '2026-1 3 1', '2026-2 4 2'],
  ]);
});

test('the counties add a beginning that was late, and a month that was revised after it was told', async () => {
  const begun = await sql`select colour, (facts ->> 'monthsLate')::int as late from lamp
    where org_unit_code = 'DEMO-WU' and indicator_code = 'DEMO_PROJ' and year = 2026 and month <= 3 order by month`;
  expect(begun.map(({ colour, late }) => `${colour} ${late}`)).toEqual(['yellow 1', 'yellow 2', 'red 3']);
  const revised =
    await sql`select org_unit_code as unit, count(*)::int as versions from lamp group by 1, indicator_code, year,
    month having count(*) > 1`;
  expect(revised.map(({ unit, versions }) => `${unit} ${versions}`)).toEqual(['DEMO-GENG 2']);
});

test('one is set by hand with a reason, and one says why it cannot be judged', async () => {
  const set = await sql`select org_unit_code as unit, month, colour, set_reason as reason, told_at from lamp
    where set_by is not null`;
  expect(set).toEqual([
    { unit: 'DEMO-TOWN7', month: 1, colour: 'yellow', reason: '镇里迟报，凭盖章的进度表认定偏慢。', told_at: null },
  ]);
  const of = { unit: 'DEMO-TOWN8', indicator: 'DEMO_ENT', year: 2026 };
  const unlit = await lampCourse(person('leader'), of);
  expect(unlit?.months.map(({ actual }) => actual).slice(0, 9)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49]);
  expect(unlit && unlitReason(unlit)).toBe('noBeginning');
});

// Of the two that are assigned one was transferred, and is to be signed anew.
test('follow-ups and appeals stand in every state, and every kind of consequence is there', async () => {
  const of = async (table: string, column: string) => {
    const rows = await sql.unsafe(`select ${column} as word, count(*)::int from ${table} group by 1 order by 1`);
    return Object.fromEntries(rows.map(({ word, count }) => [word, count]));
  };
  expect(await of('follow_up', 'state')).toEqual({
    ...{ raised: 1, assigned: 2, signed: 1, working: 2, reported: 1, checking: 1, closed: 1, merged: 1, dropped: 1 },
  });
  expect(await of('appeal', 'state')).toEqual({
    ...{ filed: 1, accepted: 1, rejected: 1, decided: 1, reviewing: 1, reviewed: 1, closed: 1, withdrawn: 1 },
  });
  expect(await of('consequence', 'measure')).toEqual({
    ...{ downgrade: 3, outstandingShare: 1, promotion: 1, rectification: 1, reminderLetter: 1, talk: 1 },
  });
  // The talk was called, held, and completed with its papers.
  const talk = await sql`select e.kind from consequence_event e join consequence c on c.id = e.consequence_id
    where c.measure = 'talk' order by e.step`;
  expect(talk.map(({ kind }) => kind)).toEqual(['propose', 'confirm', 'enter', 'enter', 'complete']);
  const places = await sql`select condition ->> 'times' as times, condition ->> 'of' as of from consequence_rule
    where condition ->> 'kind' in ('lastPlaces', 'grades') order by 1, 2`;
  expect(places.map(({ times, of: all }) => `${times} of ${all}`)).toEqual(['1 of 1', '2 of 3', '2 of 3']);
});
