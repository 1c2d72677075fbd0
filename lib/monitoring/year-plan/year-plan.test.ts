import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { writtenFields } from '@/lib/access/audit/trail/written-event';
import { perform } from '@/lib/access/command';
import type { Principal } from '@/lib/access/principal';
import { startingRules } from '@/lib/monitoring/lamps/rule-set';
import { yearPlan } from '@/lib/monitoring/year-plan/queries';
import { saveYearPlan } from '@/lib/monitoring/year-plan/save-year-plan';
import { proposedDay, stateOf, yearSteps } from '@/lib/monitoring/year-plan/steps';
import { checkSettings, refusalOf } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-05-10T09:00:00+08:00');
const office = person('assessmentOffice', { userId: 'office-1' });
const leader = person('leader', { userId: 'leader-1' });

const save = (steps: readonly object[], version = 0, who: Principal = office) =>
  perform(saveYearPlan, who, { year: 2026, version, steps }, { now, database });
const stepOf = async (kind: string, month: number, today = '2026-05-10') =>
  (await yearPlan(leader, 2026, today)).steps.find((one) => one.kind === kind && one.month === month);
const report = (kind: string, month: number, group: string, state = 'published') => sql`
  insert into monitoring_report (id, peer_group_code, year, month, kind, number, state, note, frozen, prepared_by, prepared_at,
    published_by, published_at)
  values (${`${kind}-${month}-${group}`}, ${group}, 2026, ${month}, ${kind}, 1, ${state}, '', null, 'a', now(), 'b',
    '2026-04-20T17:30:00Z')`;

beforeAll(async () => {
  await fictionalIndicators(database);
  await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
    values ('SECOND', '演示二序列', 'Second', '', '', 99)`;
  for (const [code, group, to] of [
    ['R1', 'DEMO', null],
    ['R2', 'SECOND', '2026-03-31'],
  ] as const)
    await sql`insert into lamp_rule_set (code, number, name_zh, peer_group_code, indicators, by_earlier_years, rules,
        valid_from, valid_to, state, edited_by, edited_at, adopted_at)
      values (${code}, 1, '序时进度', ${group}, '[]', false, ${JSON.stringify(startingRules.bySchedule)}::text::jsonb,
        '2026-03-01', ${to}, 'held', 't', now(), now())`;
});

beforeEach(async () => {
  await sql`alter table monitoring_report disable trigger monitoring_report_stays`;
  await sql`delete from monitoring_report`;
  await sql`alter table monitoring_report enable trigger monitoring_report_stays`;
  await sql`delete from year_plan`;
});

test('a year has nineteen steps: twelve months, four quarters, two half-years and itself', () => {
  expect(yearSteps.filter(({ month }) => month === 6).map(({ kind }) => kind)).toEqual(['month', 'quarter', 'half']);
  const counts = ['month', 'quarter', 'half', 'year'].map(
    (kind) => yearSteps.filter((one) => one.kind === kind).length,
  );
  expect(counts).toEqual([12, 4, 2, 1]);
});

test.each([
  ['month', 1, '2026-02-18'],
  ['quarter', 3, '2026-04-20'],
  ['half', 6, '2026-07-25'],
  ['month', 12, '2027-01-18'],
  ['year', 12, '2027-01-31'],
] as const)('for the %s that ends with month %i the day %s is proposed', (kind, month, day) => {
  expect(proposedDay(2026, { kind, month })).toBe(day);
});

test.each([
  [null, false, 'undated'],
  ['2026-05-09', false, 'late'],
  ['2026-05-10', false, 'soon'],
  ['2026-05-24', false, 'soon'],
  ['2026-05-25', false, 'later'],
  ['2026-05-09', true, 'done'],
  [null, true, 'done'],
] as const)('due on %s, done %s: %s', (dueOn, isDone, state) => {
  expect(stateOf({ dueOn, isDone }, '2026-05-10')).toBe(state);
});

describe('the plan of a year', () => {
  test('says until when, and is done once every sequence with rules has its report', async () => {
    await save([
      { kind: 'month', month: 3, dueOn: '2026-04-18' },
      { kind: 'month', month: 4, dueOn: '2026-05-18' },
      { kind: 'month', month: 5, dueOn: '' },
    ]);
    expect(await stepOf('month', 3)).toMatchObject({ dueOn: '2026-04-18', state: 'late', expected: 2, outcomes: [] });
    expect(await stepOf('month', 5)).toMatchObject({ dueOn: null, state: 'undated', expected: 1 });
    expect(await stepOf('month', 2)).toMatchObject({ expected: 0 });
    await report('month', 3, 'DEMO');
    await report('quarter', 3, 'SECOND');
    await report('month', 4, 'DEMO', 'draft');
    expect(await stepOf('month', 3)).toMatchObject({ state: 'late', outcomes: [{ group: { code: 'DEMO' } }] });
    expect(await stepOf('month', 4)).toMatchObject({ state: 'soon', outcomes: [] });
    await report('month', 3, 'SECOND');
    // Half past one at night in Shanghai is the next day.
    expect(await stepOf('month', 3)).toMatchObject({ state: 'done', outcomes: [{ day: '2026-04-21' }, {}] });
    expect(await stepOf('quarter', 3)).toMatchObject({ state: 'undated', outcomes: [{ group: { code: 'SECOND' } }] });
  });

  test('is refused to others, when it moved, and for days within the time of their step, all at once', async () => {
    const refusal = await save([
      { kind: 'month', month: 3, dueOn: '2026-03-31' },
      { kind: 'quarter', month: 3, dueOn: '2026-04-01' },
      { kind: 'year', month: 12, dueOn: '2026-12-31' },
    ]).catch((error) => error);
    expect(refusal.faults.map(({ field }: { field: string }) => field)).toEqual(['steps.0.dueOn', 'steps.2.dueOn']);
    expect(await refusalOf(save([], 0, leader))).toBe('forbidden command');
    await save([{ kind: 'month', month: 3, dueOn: '2026-04-18' }]);
    expect(await refusalOf(save([], 0))).toBe('conflict movedByYou');
    await save([{ kind: 'half', month: 3, dueOn: '2026-04-18' }], 1);
    expect((await yearPlan(leader, 2026, '2026-05-10')).steps.filter(({ dueOn }) => dueOn !== null)).toEqual([]);
    const [event] =
      await sql`select changes from audit_event where command = 'yearPlan.save' order by seq desc limit 1`;
    expect(JSON.parse(event?.changes)).toEqual([
      { subject: 'yearPlan/2026', before: { 'month 3': '2026-04-18' }, after: {} },
    ]);
    const told = (locale: 'zh-CN' | 'en') =>
      writtenFields({ ...JSON.parse(event?.changes)[0] }, new Map(), locale).map(({ name }) => name);
    expect([told('zh-CN'), told('en')]).toEqual([['2026年3月统计'], ['Mar 2026, monthly figures']]);
  });
});
