import { afterEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { proposeConsequences } from '@/lib/monitoring/consequences/propose-consequences';
import type { RuleCondition } from '@/lib/monitoring/consequences/rules/words';
import { judgeLamp } from '@/lib/monitoring/lamps/judge';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { checkSettings } from '@/lib/testing/accounts';
import { person } from '@/lib/testing/returns';
import { toldResults } from '@/lib/testing/told-results';

checkSettings();
const { sql, database } = await testDatabase();
const run = (now = '2026-12-31') =>
  perform(proposeConsequences, person('assessmentOffice'), {}, { now: new Date(`${now}T09:00:00+08:00`), database });
let end = () => Promise.resolve<unknown>(null);
afterEach(() => end());
async function place(options?: Parameters<typeof toldResults>[1]) {
  const held = await toldResults(sql, options);
  end = held.end;
  return held;
}

/** Months of 2026 as letters: r red, y yellow, g green, a dot for one that was not told. */
async function lit(
  course: string,
  condition: Partial<RuleCondition> & { kind: 'redInRow' | 'redInYear' },
  from?: string,
) {
  const { code, light, adopt, proposed } = await place();
  const rule = { indicator: '', months: 2, ...condition } as RuleCondition;
  await adopt(rule, { from: `${from ?? '2025-01'}-01` });
  const colours = { r: 'red', y: 'yellow', g: 'green' } as const;
  for (const [at, letter] of [...course].entries())
    if (letter !== '.')
      await light(`${code}A`, `2026-${`${at + 1}`.padStart(2, '0')}`, colours[letter as keyof typeof colours]);
  await run();
  return proposed();
}

describe('two months behind in a row lead to a talk', () => {
  test.each([
    ['one month is not enough', 'r', []],
    ['the second month meets it, itself included', 'rr', ['A 2026-02']],
    ['a third and a fourth month are the same streak', 'rrrr', ['A 2026-02']],
    ['yellow between them breaks it', 'ryr', []],
    ['a month that was not told breaks it', 'r.r', []],
    ['after a break it is met anew', 'rrgrr', ['A 2026-02', 'A 2026-05']],
  ] as const)('%s', async (_why, course, expected) => {
    expect(await lit(course, { kind: 'redInRow', months: 2 })).toEqual([...expected]);
  });

  test('a streak goes on over the end of the year', async () => {
    const { code, light, adopt, proposed } = await place();
    await adopt({ kind: 'redInRow', indicator: code, months: 2 });
    for (const month of ['2025-12', '2026-01']) await light(`${code}A`, month, 'red');
    await run();
    expect(await proposed()).toEqual(['A 2026-01']);
  });

  test('a beginning that is told later is the same streak, and one that a correction splits off is another', async () => {
    const { code, light, adopt, proposed } = await place();
    await adopt({ kind: 'redInRow', indicator: '', months: 2 });
    const tell = async (months: readonly number[], colour = 'red') => {
      for (const month of months) await light(`${code}A`, `2026-0${month}`, colour);
      await run();
      return proposed();
    };
    expect(await tell([2, 3])).toEqual(['A 2026-03']);
    expect(await tell([1])).toEqual(['A 2026-03']);
    expect(await tell([4, 5, 6])).toEqual(['A 2026-03']);
    expect(await tell([4], 'green')).toEqual(['A 2026-03', 'A 2026-06']);
    expect(await tell([4])).toEqual(['A 2026-03', 'A 2026-06']);
  });

  test('from its first month on, with the months before it counted', async () => {
    expect(await lit('rr', { kind: 'redInRow', months: 2 }, '2026-02')).toEqual(['A 2026-02']);
    expect(await lit('rrr', { kind: 'redInRow', months: 2 }, '2026-03')).toEqual(['A 2026-03']);
    expect(await lit('rr', { kind: 'redInRow', months: 2 }, '2026-03')).toEqual([]);
  });
});

test.each([
  ['rgrg', 3, []],
  ['rgrgr', 3, ['A 2026']],
  ['rrrrr', 3, ['A 2026']],
] as const)('%s has %d red months of a year: %j', async (course, months, expected) => {
  expect(await lit(course, { kind: 'redInYear', months })).toEqual([...expected]);
});

// 银川: not begun in its first month is yellow, for three months red.
test('Yinchuan: work that has not begun is yellow in month 1 and red at 3 months, which leads to a talk', async () => {
  const nothing = { gapPoints: null, growth: null, plannedGrowth: null, peersGrowth: null };
  const facts = { ...nothing, place: null, of: 0, placeChange: null };
  const course = [0, 1, 2, 3].map(
    (monthsLate) => judgeLamp(startingRules.bySchedule, { ...facts, monthsLate })?.colour.slice(0, 1) ?? '.',
  );
  expect(course).toEqual(['g', 'y', 'y', 'r']);
  expect(await lit(course.join(''), { kind: 'redInRow', months: 1 })).toEqual(['A 2026-04']);
});

/** The place of unit A among `of` units in each year, from the last: 1 is the last of all. */
async function years(
  fromLast: Readonly<Record<string, number>>,
  condition: { places: number; times: number; of: number },
  { units = 13, from = '2000-01-01' } = {},
) {
  const { code, units: names, publish, adopt, proposed } = await place({ units });
  await adopt({ kind: 'lastPlaces', scheme: code, ...condition }, { measure: 'downgrade', from });
  for (const [year, last] of Object.entries(fromLast)) {
    const others = names.slice(1);
    const order = [...others.slice(0, units - last), names[0] ?? '', ...others.slice(units - last)];
    await publish(year, Object.fromEntries(order.map((unit, at) => [unit, { rank: at + 1 }])));
  }
  await run();
  return (await proposed()).filter((line) => line.startsWith('A '));
}

// 国家级经开区: last 5 in two consecutive years; from 2024 the last 5 of its region twice within three years.
describe('national zones', () => {
  const consecutive = { places: 5, times: 2, of: 2 };
  const within = { places: 5, times: 2, of: 3 };
  test.each([
    ['the fifth from last is among the last five', { 2021: 5, 2022: 5 }, ['A 2022']],
    ['the sixth is not', { 2021: 5, 2022: 6 }, []],
    ['a good year between them breaks it', { 2021: 1, 2022: 9, 2023: 1 }, []],
    ['a third bad year meets it again', { 2021: 1, 2022: 2, 2023: 3 }, ['A 2022', 'A 2023']],
  ] as const)('until 2023: %s', async (_why, places, expected) => {
    expect(await years(places, consecutive)).toEqual([...expected]);
  });
  test.each([
    ['twice within three years, with a good one between them', { 2022: 1, 2023: 9, 2024: 5 }, ['A 2024']],
    ['the fourth year is out of reach', { 2021: 1, 2022: 9, 2023: 9, 2024: 1 }, []],
    ['a good year is itself no reason', { 2022: 1, 2023: 1, 2024: 9 }, []],
    ['nothing before the first month of the rule', { 2022: 1, 2023: 1 }, []],
  ] as const)('from 2024: %s', async (_why, places, expected) => {
    expect(await years(places, within, { from: '2024-01-01' })).toEqual([...expected]);
  });
});

// 江苏 2021: two of three years in the last three of their group.
test.each([
  [{ 2019: 3, 2020: 8, 2021: 3 }, ['A 2021']],
  [{ 2019: 4, 2020: 8, 2021: 3 }, []],
  [{ 2019: 3, 2020: 3 }, ['A 2020']],
] as const)('Jiangsu: two of three years in the last 3, of %j', async (places, expected) => {
  expect(await years(places, { places: 3, times: 2, of: 3 })).toEqual([...expected]);
});

test('equal last places all count, however a scheme ranks them', async () => {
  const { code, publish, adopt, proposed } = await place({ units: 4 });
  await adopt({ kind: 'lastPlaces', scheme: code, places: 1, times: 1, of: 1 });
  const results = (ranks: readonly (number | null)[]) =>
    Object.fromEntries(ranks.map((rank, at) => [`${code}${'ABCD'[at]}`, { rank }]));
  await publish('2021', results([1, 2, 3, 3]));
  await publish('2022', results([1, 2, 3.5, 3.5]));
  await publish('2023', results([1, 2, 3, null]));
  await run();
  expect(await proposed()).toEqual(['C 2021', 'C 2022', 'C 2023', 'D 2021', 'D 2022']);
});

test('who is first is never last: not where all are equal, nor where one alone has a rank', async () => {
  const { code, publish, adopt, proposed } = await place({ units: 3 });
  await adopt({ kind: 'lastPlaces', scheme: code, places: 2, times: 1, of: 1 });
  const results = (ranks: readonly (number | null)[]) =>
    Object.fromEntries(ranks.map((rank, at) => [`${code}${'ABC'[at]}`, { rank }]));
  await publish('2020', results([1, 1, 1]));
  await publish('2021', results([3, 3, 3]));
  await publish('2022', results([1, null, null]));
  await publish('2023', results([1, 2, null]));
  await run();
  expect(await proposed()).toEqual(['B 2023']);
});

describe('shares of outstanding ratings', () => {
  test.each([
    [
      { base: 0, byGrade: { A: 15, B: 12, C: 10, D: 8 }, cap: 20 },
      ['A 2025 15%', 'B 2025 12%', 'C 2025 10%', 'D 2025 8%'],
    ],
    [
      { base: 12, byGrade: { A: 5, B: 3, C: 0, D: 0 }, cap: 20 },
      ['A 2025 17%', 'B 2025 15%', 'C 2025 12%', 'D 2025 12%'],
    ],
    [
      { base: 16, byGrade: { A: 5, B: 3, C: 4, D: 0 }, cap: 20 },
      ['A 2025 20%', 'B 2025 19%', 'C 2025 20%', 'D 2025 16%'],
    ],
  ])('%j', async (shares, expected) => {
    const { code, publish, adopt, proposed } = await place({ units: 4 });
    const grades = ['A', 'B', 'C', 'D'];
    await adopt({ kind: 'grades', scheme: code, grades, times: 1, of: 1 }, { measure: 'outstandingShare', shares });
    await publish('2025', Object.fromEntries(grades.map((grade, at) => [`${code}${grade}`, { rank: at + 1, grade }])));
    await run();
    expect(await proposed()).toEqual(expected);
  });
});

test('a follow-up is overdue by so many days on the day itself, once, and never while it waits for the office', async () => {
  const { code, adopt, proposed } = await place();
  await adopt({ kind: 'overdue', days: 5 }, { measure: 'reminderLetter' });
  const raise = (id: string, unit: string, dueOn: string, state = 'working') =>
    sql`insert into follow_up (id, title, matter, org_unit_code, assisting, due_on, origin, state, version, updated_by, updated_at)
      values (${`1990-${code.slice(1)}${id}`}, '演示', '演示', ${unit}, '[]', ${dueOn}, '{"kind": "hand", "note": ""}', ${state}, 1,
        't', now())`;
  await raise('1', `${code}A`, '2026-06-10');
  await raise('2', `${code}B`, '2026-06-11');
  await raise('3', `${code}B`, '2026-06-01', 'reported');
  await run('2026-06-14');
  expect(await proposed()).toEqual([]);
  await run('2026-06-15');
  await run('2026-06-15');
  expect(await proposed()).toEqual([`A 1990-${code.slice(1)}1`]);
  await run('2026-06-16');
  expect(await proposed()).toEqual([`A 1990-${code.slice(1)}1`, `B 1990-${code.slice(1)}2`]);
});
