import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { perform } from '@/lib/access/command';
import { accountPrincipal, type Principal, systemPrincipal } from '@/lib/access/principal';
import type { AccountRole } from '@/lib/access/words';
import { writtenKind, writtenName } from '@/lib/notices/list/written-notice';
import { noticeList, unreadNotices } from '@/lib/notices/queries';
import { forgetNotices } from '@/lib/notices/reading/forget-notices';
import { markRead } from '@/lib/notices/reading/mark-read';
import { account, checkSettings } from '@/lib/testing/accounts';
import { fictionalIndicators } from '@/lib/testing/returns';

checkSettings();
const { sql, database } = await testDatabase();
const now = new Date('2026-11-03T08:00:00Z');
let jia: Principal;
let other: Principal;
let office: Principal;

async function somebody(username: string, role: AccountRole): Promise<Principal> {
  const { id: userId } = await account(database, { username, role });
  const unitCode = role === 'reporter' ? 'JIA' : null;
  const nothing = { department: null, sessionId: null, standing: 'full' } as const;
  return accountPrincipal({ userId, name: username, role, units: 'all', unitCode, ...nothing });
}

beforeAll(async () => {
  await fictionalIndicators(database);
  jia = await somebody('reads.jia', 'reporter');
  other = await somebody('reads.other', 'reporter');
  office = await somebody('reads.office', 'assessmentOffice');
});

beforeEach(async () => {
  await sql`delete from notice`;
});

const give = async (
  who: Principal,
  event: number,
  { subject = 'target/2026/JIA', kind = 'targetIssued', at = '2026-11-02T08:00:00Z' } = {},
) =>
  sql`insert into notice (user_id, event, kind, subject, created_at)
    values (${who.userId}, ${event}, ${kind}, ${subject}, ${at}::timestamptz)`;
const mark = (who: Principal, shown: readonly { subject: string; version: number }[]) =>
  perform(markRead, who, { shown }, { now, database });
const list = (who: Principal, only: 'unread' | 'all' = 'unread', page = 1) => noticeList(who, { only, page });

describe('the list', () => {
  test('has one line for those of a day about one subject, with the newest words and their number', async () => {
    await give(jia, 1);
    await give(jia, 2, { kind: 'targetChanged', at: '2026-11-02T09:00:00Z' });
    // 2026-11-03 in Shanghai.
    await give(jia, 3, { kind: 'targetChanged', at: '2026-11-02T16:30:00Z' });
    await give(jia, 4, { subject: 'target/2025/JIA' });
    const { lines, total } = await list(jia);
    expect(total).toBe(3);
    expect(lines.map(({ day, subject, kind, count, event }) => [day, subject, kind, count, event])).toEqual([
      ['2026-11-02', 'target/2025/JIA', 'targetIssued', 1, 4],
      ['2026-11-03', 'target/2026/JIA', 'targetChanged', 1, 3],
      ['2026-11-02', 'target/2026/JIA', 'targetChanged', 2, 2],
    ]);
    const [first] = lines;
    expect(first && [writtenKind(first, 'zh-CN'), writtenName(first, 'zh-CN')]).toEqual([
      '目标已下达',
      '2025年 · 甲区',
    ]);
    expect(first && [writtenKind(first, 'en'), writtenName(first, 'en')]).toEqual([
      'Targets were issued',
      '2025 · District A',
    ]);
  });

  test('names nothing of another unit, and nothing that is not there', async () => {
    await give(jia, 1, { subject: 'target/2026/YI' });
    await give(jia, 2, { subject: 'followUp/2026-99' });
    await give(jia, 3, { subject: 'lampRules/L1' });
    expect((await list(jia)).lines.map(({ name }) => name)).toEqual([null, null, null]);
    await give(office, 1, { subject: 'target/2026/YI' });
    expect((await list(office)).lines.map(({ name }) => name?.unitZh)).toEqual(['乙县']);
  });

  test('goes by fifty, and a page beyond the end is the last one', async () => {
    for (let event = 1; event <= 51; event += 1) await give(jia, event, { subject: `target/${2000 + event}/JIA` });
    expect((await list(jia)).lines).toHaveLength(50);
    const { lines, page, total } = await list(jia, 'unread', 9);
    expect([lines.map(({ subject }) => subject), page, total]).toEqual([['target/2001/JIA'], 2, 51]);
  });

  test('counts a hundred unread ones and no more', async () => {
    for (let event = 1; event <= 101; event += 1) await give(jia, event);
    expect(await unreadNotices(jia)).toBe(100);
    expect(await unreadNotices(other)).toBe(0);
  });
});

describe('marking as read', () => {
  test('marks what was shown, not what came later, nor what is about something else', async () => {
    await give(jia, 1);
    await give(jia, 5);
    await give(jia, 2, { subject: 'target/2025/JIA' });
    expect((await mark(jia, [{ subject: 'target/2026/JIA', version: 4 }])).marked).toBe(1);
    expect(await unreadNotices(jia)).toBe(2);
    expect((await list(jia)).lines.map(({ subject, event }) => [subject, event])).toEqual([
      ['target/2026/JIA', 5],
      ['target/2025/JIA', 2],
    ]);
    expect((await list(jia, 'all')).lines.map(({ unread, count }) => [unread, count])).toEqual([
      [1, 2],
      [1, 1],
    ]);
  });

  test('marks nothing of others, and given twice leaves one event in the trail', async () => {
    await give(jia, 1);
    const [{ before } = { before: 0 }] = await sql`select coalesce(max(seq), 0) as before from audit_event`;
    const shown = [{ subject: 'target/2026/JIA', version: 1 }];
    expect((await mark(other, shown)).marked).toBe(0);
    expect(await unreadNotices(jia)).toBe(1);
    await mark(jia, shown);
    expect((await mark(jia, shown)).marked).toBe(0);
    const told = await sql`select actor, changes from audit_event where command = 'notice.read' and seq > ${before}`;
    expect(told.map(({ actor }) => actor)).toEqual([jia.userId]);
    expect(told[0]?.changes).toContain('"notices":1');
  });
});

test('read ones go after 180 days, unread ones stay', async () => {
  await give(jia, 1);
  await give(jia, 2);
  await give(jia, 3);
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
  await sql`update notice set read_at = ${ago(181)}::timestamptz where event = 1`;
  await sql`update notice set read_at = ${ago(179)}::timestamptz where event = 2`;
  expect(await perform(forgetNotices, systemPrincipal('check'), {}, { now, database })).toBe(1);
  expect(await perform(forgetNotices, systemPrincipal('check'), {}, { now, database })).toBe(0);
  const left = await sql`select event from notice order by event`;
  expect(left.map(({ event }) => Number(event))).toEqual([2, 3]);
});
