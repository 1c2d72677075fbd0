import { beforeAll, describe, expect, test } from 'vitest';
import { followUp } from '@/db/schema/follow-ups';
import { testDatabase } from '@/db/testing';
import { anonymousPrincipal } from '@/lib/access/principal';
import { dueIn, isOverdue } from '@/lib/monitoring/follow-ups/due-in';
import { followUpSheet } from '@/lib/monitoring/follow-ups/list/follow-up-sheet';
import {
  followUpBoard,
  followUpCounts,
  followUpList,
  unitsOfFollowUps,
} from '@/lib/monitoring/follow-ups/list/queries';
import type { FollowUpChoice } from '@/lib/monitoring/follow-ups/list/words';
import type { FollowUpState } from '@/lib/monitoring/follow-ups/words';
import { checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators, person } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const today = '2026-06-10';
const all: FollowUpChoice = { unit: '', state: '', due: '', origin: '' };
const office = person('assessmentOffice');
const jia = person('reporter');
const yi = person('unitReviewer', { unitCode: 'YI' });

const rows: readonly (readonly [
  number: number,
  state: FollowUpState,
  unit: string,
  due: string,
  more?: Partial<typeof followUp.$inferInsert>,
])[] = [
  [1, 'raised', 'JIA', '2026-06-01'],
  [2, 'assigned', 'JIA', '2026-06-10'],
  [3, 'signed', 'JIA', '2026-06-11'],
  [4, 'working', 'JIA', '2026-06-13', { extension: { until: '2026-07-01', reason: '', by: 'jia' } }],
  [5, 'working', 'JIA', '2026-06-09', { reportedBy: 'jia' }],
  [6, 'reported', 'JIA', '2026-06-01'],
  [7, 'checking', 'YI', '2026-06-01', { assisting: ['JIA'] }],
  [
    8,
    'closed',
    'YI',
    '2026-06-01',
    { origin: { kind: 'remark', remark: 'r', unit: 'JIA', indicator: 'DEMO', year: 2026, month: 5 } },
  ],
  [9, 'assigned', 'YI', '2026-06-14'],
  // Dropped before it was assigned, and after.
  [10, 'dropped', 'YI', '2026-06-01'],
  [11, 'dropped', 'YI', '2026-06-02'],
];

beforeAll(async () => {
  await fictionalIndicators(database);
  for (const [number, state, unit, due, more] of rows)
    await database.insert(followUp).values({
      ...{ id: `2026-${number}`, title: `督办${number}`, matter: '', orgUnitCode: unit, assisting: [], dueOn: due },
      ...{ origin: { kind: 'hand', note: '' }, state, updatedBy: 't', updatedAt: new Date('2026-06-01') },
      ...more,
    });
  await sql`insert into follow_up_event (follow_up_id, step, kind, facts, words, actor, at)
    values ('2026-11', 2, 'assign', '{}', '', 't', now())`;
  await sql`insert into leader_remark (id, org_unit_code, indicator_code, year, month, words, written_by, written_at)
    values ('r', 'JIA', 'DEMO', 2026, 5, '请整改', 't', now())`;
});

const numbers = async (choice: Partial<FollowUpChoice>, who = office) => {
  const { lines } = await followUpList(who, { ...all, ...choice }, { page: 1, today });
  return lines.map(({ id }) => Number(id.split('-')[1]));
};

describe('the list', () => {
  test('has those that are not ended first, by due date', async () => {
    expect(await numbers({})).toEqual([7, 6, 1, 5, 2, 3, 4, 9, 10, 8, 11]);
    const choice = { page: 2, today, most: 4 };
    const { lines, total, page } = await followUpList(office, all, choice);
    expect([lines.map(({ id }) => id), total, page]).toEqual([['2026-2', '2026-3', '2026-4', '2026-9'], 11, 2]);
    expect((await followUpList(office, all, { ...choice, page: 99 })).page).toBe(3);
  });

  test.each([
    [{ unit: 'YI' }, [7, 9, 10, 8, 11]],
    [{ state: 'working' }, [5, 4]],
    [{ state: 'open', unit: 'YI' }, [7, 9]],
    [{ state: 'dropped' }, [10, 11]],
    [{ state: 'toCheck' }, [7, 6]],
    [{ state: 'extension' }, [4]],
    // Neither what is not assigned is late, nor what waits for the office.
    [{ due: 'overdue' }, [5]],
    [{ due: 'soon' }, [2, 3, 4]],
    [{ due: 'next' }, [2, 3]],
    [{ origin: 'remark' }, [8]],
  ] as const)('narrowed to %j has %j', async (choice, expected) => {
    expect(await numbers(choice)).toEqual([...expected]);
  });

  test('shows a unit its own and those that it assists, and others nothing', async () => {
    expect(await numbers({}, jia)).toEqual([7, 6, 5, 2, 3, 4]);
    expect(await numbers({}, yi)).toEqual([7, 9, 8, 11]);
    expect(await numbers({ unit: 'JIA' }, yi)).toEqual([]);
    expect((await unitsOfFollowUps(yi)).map(({ code }) => code)).toEqual(['YI']);
    for (const who of [person('administrator'), person('departmentReviewer'), anonymousPrincipal()]) {
      expect(await numbers({}, who)).toEqual([]);
      expect(await followUpCounts(who, today)).toBeNull();
      expect((await followUpBoard(who, all, today)).cards).toEqual([]);
    }
  });

  test('as a board counts each state', async () => {
    const { cards, counts } = await followUpBoard(jia, all, today);
    expect(counts).toEqual({ assigned: 1, signed: 1, working: 2, reported: 1, checking: 1 });
    expect(cards).toHaveLength(6);
  });

  test('as a sheet says the same, with how late each is', async () => {
    const { lines } = await followUpList(yi, all, { page: 1, today });
    const sheet = followUpSheet(lines, { title: '督办事项', today, filter: '全部' }, 'zh-CN');
    expect(sheet.rows[0]?.slice(0, 8).map((cell) => (cell && 'text' in cell ? cell.text : cell))).toEqual([
      ...['督办〔2026〕7号', '督办7', '乙县', '甲区', '复核', '2026-06-01', '已反馈', '其他'],
    ]);
  });
});

test('counts say what waits for a unit, of those that it answers for, and for the office', async () => {
  expect(await followUpCounts(jia, today)).toEqual({
    ...{ toSign: 1, inThree: 3, inOne: 2, overdue: 1, sentBack: 1, toCheck: 1, extensions: 1, toAssign: 0, remarks: 0 },
  });
  expect(await followUpCounts(office, today)).toMatchObject({
    ...{ toCheck: 2, extensions: 1, overdue: 1, toAssign: 1, remarks: 1 },
  });
  expect(await followUpCounts(person('leader'), today)).toBeNull();
});

test('time is counted in calendar days, over the end of a month and of February', () => {
  const of = (dueOn: string, day: string, state: FollowUpState = 'working') => dueIn({ state, dueOn }, day);
  expect(of('2026-07-02', '2026-06-29')).toEqual({ days: 3 });
  expect(of('2028-03-01', '2028-02-28')).toEqual({ days: 2 });
  expect(of('2026-06-09', '2026-06-10')).toEqual({ days: -1 });
  expect(of('2026-06-09', '2026-06-10', 'checking')).toBe('reported');
  expect(of('2026-06-09', '2026-06-10', 'merged')).toBe('ended');
  expect(of('2026-06-09', '2026-06-10', 'dropped')).toBe('ended');
  expect(isOverdue({ state: 'signed', dueOn: '2026-06-10' }, '2026-06-10')).toBe(false);
  expect(isOverdue({ state: 'signed', dueOn: '2026-06-09' }, '2026-06-10')).toBe(true);
});
