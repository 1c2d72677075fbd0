import { and, asc, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { collection, collectionCalendar, collectionItem } from '@/db/schema/collections';
import { submission } from '@/db/schema/reporting';
import { testDatabase } from '@/db/testing';
import { type Command, perform } from '@/lib/access/command';
import { accountPrincipal, type Principal, systemPrincipal } from '@/lib/access/principal';
import { type AccountRole, accountRoles } from '@/lib/access/words';
import { createCalendar } from '@/lib/reporting/collections/calendars/create-calendar';
import { editCalendar } from '@/lib/reporting/collections/calendars/edit-calendar';
import { calendarList } from '@/lib/reporting/collections/calendars/queries';
import { runCalendars } from '@/lib/reporting/collections/calendars/run-calendars';
import { checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { database, sql } = await testDatabase();

const terms = {
  title: '工业经济月报',
  frequency: 'monthly',
  mergesJanuary: true,
  opensDay: 1,
  dueDay: 10,
  dueMonthsAfter: 1,
  dueTime: '17:30',
  graceDays: 3,
  peerGroupCode: '',
  unitCodes: ['JIA', 'YI'],
  items: [
    { indicatorCode: 'DEMO', basis: 'current', isRequired: true },
    { indicatorCode: 'DEMO', basis: 'yearToDate', isRequired: false },
  ],
  reviewChain: ['unitReviewer'],
  vintage: 'preliminary',
  instructions: '按月报送',
  startsWith: '2025-M12',
};
const now = new Date('2026-04-02T09:00:00+08:00');

function as(role: AccountRole): Principal {
  return accountPrincipal({
    userId: role,
    name: role,
    role,
    units: 'all',
    unitCode: 'JIA',
    department: null,
    sessionId: role,
    standing: 'full',
  });
}
const office = as('assessmentOffice');
const itself = systemPrincipal('calendar');

// biome-ignore lint/suspicious/noExplicitAny: the input is what is tried.
const give = (command: Command<any, any>, input: unknown, principal = office, at = now) =>
  perform(command, principal, input, { now: at, database });
const run = (at = now, principal = itself) => give(runCalendars, {}, principal, at);
const openedBy = (id: string) =>
  database.select().from(collection).where(eq(collection.calendarId, id)).orderBy(asc(collection.opensAt));
async function lastEvent() {
  const events = await database.select().from(auditEvent).orderBy(auditEvent.seq);
  const last = events.at(-1);
  return {
    command: last?.command,
    actor: last?.actor,
    changes: JSON.parse(last?.changes ?? '[]'),
    seq: last?.seq ?? 0,
  };
}

beforeAll(() => fictionalUnits(database));
beforeEach(async () => {
  await sql`update collection_calendar set is_active = false`;
});

test('no other role makes, changes or runs a calendar; the product itself only runs them', async () => {
  const id = await give(createCalendar, terms);
  const inputs: [Parameters<typeof give>[0], unknown][] = [
    [createCalendar, terms],
    [editCalendar, { calendarId: id, version: 1, isActive: false, terms: null }],
    [runCalendars, {}],
  ];
  for (const [command, input] of inputs) {
    for (const role of accountRoles.filter((role) => role !== 'assessmentOffice')) {
      expect(await refusalOf(give(command, input, as(role))), `${command.name} ${role}`).toBe('forbidden command');
    }
  }
  expect(await refusalOf(give(createCalendar, terms, itself))).toBe('forbidden command');
  expect(await openedBy(id)).toEqual([]);
});

describe('creating one', () => {
  test('leaves an event with its terms', async () => {
    const id = await give(createCalendar, terms);
    expect(await lastEvent()).toMatchObject({
      command: 'calendar.create',
      changes: [{ subject: `calendar/${id}`, before: null, after: { title: terms.title, startsWith: '2025-M12' } }],
    });
  });

  test.each([
    [{ items: [] }, 'invalid noItems'],
    [{ unitCodes: [] }, 'invalid noUnits'],
    [{ unitCodes: ['NOBODY'] }, 'invalid unknownUnit'],
    [{ peerGroupCode: 'NOBODY' }, 'invalid noUnits'],
    [{ items: [{ indicatorCode: 'NONE', basis: 'current', isRequired: true }] }, 'invalid unknownIndicator'],
    [{ startsWith: '2026-M01' }, 'invalid collections.refused.startDoesNotFit'],
    [{ startsWith: '2026-Q1' }, 'invalid collections.refused.startDoesNotFit'],
    [{ dueDay: 10, opensDay: 11 }, 'invalid dueBeforeOpening'],
    [{ dueTime: '00:00' }, 'invalid dueBeforeOpening'],
    [{ opensDay: 0 }, 'invalid input'],
    [{ dueMonthsAfter: 0 }, 'invalid input'],
  ])('refuses %j', async (wrong, refusal) => {
    expect(await refusalOf(give(createCalendar, { ...terms, ...wrong }))).toBe(refusal);
  });
});

describe('running them', () => {
  test('opens each period whose opening day has come, 1—2月 as one, with its units, items and times', async () => {
    const id = await give(createCalendar, terms);
    expect(await run()).toEqual({ opened: 3, refused: [] });
    const opened = await openedBy(id);
    expect(opened.map(({ periodCode, title }) => [periodCode, title])).toEqual([
      ['2025-M12', '2025年12月工业经济月报'],
      ['2026-YTD02', '2026年1—2月工业经济月报'],
      ['2026-M03', '2026年3月工业经济月报'],
    ]);
    expect(opened[2]).toMatchObject({
      opensAt: new Date('2026-04-01T00:00:00+08:00'),
      dueAt: new Date('2026-04-10T17:30:00+08:00'),
      graceUntil: new Date('2026-04-13T17:30:00+08:00'),
      createdBy: 'system:calendar',
    });
    const asked = await database
      .select({ period: collectionItem.periodCode, isRequired: collectionItem.isRequired })
      .from(collectionItem)
      .innerJoin(collection, and(eq(collection.id, collectionItem.collectionId), eq(collection.calendarId, id)))
      .orderBy(asc(collection.opensAt), asc(collectionItem.sortOrder));
    expect(asked.map(({ period, isRequired }) => [period, isRequired])).toEqual([
      ['2025-M12', true],
      ['2025-YTD12', false],
      ['2026-YTD02', true],
      ['2026-M03', true],
      ['2026-YTD03', false],
    ]);
    const [last] = opened.slice(-1);
    expect(
      await database
        .select()
        .from(submission)
        .where(eq(submission.collectionId, last?.id ?? '')),
    ).toHaveLength(2);
    const event = await lastEvent();
    expect(event).toMatchObject({ command: 'calendar.run', actor: 'system:calendar' });
    expect(event.changes).toHaveLength(3);
  });

  test('does nothing a second time, until the minute of the next opening', async () => {
    const id = await give(createCalendar, terms);
    await run();
    const { seq } = await lastEvent();
    const comes = new Date('2026-05-01T00:00:00+08:00');
    expect(await run()).toEqual({ opened: 0, refused: [] });
    expect(await run(new Date(comes.getTime() - 1))).toEqual({ opened: 0, refused: [] });
    expect((await lastEvent()).seq).toBe(seq);
    expect(await run(comes, office)).toEqual({ opened: 1, refused: [] });
    expect((await openedBy(id)).at(-1)?.periodCode).toBe('2026-M04');
  });

  test('five times at once opens each period once', async () => {
    const id = await give(createCalendar, terms);
    const runs = await Promise.all(Array.from({ length: 5 }, () => run()));
    expect(runs.map(({ opened }) => opened).sort()).toEqual([0, 0, 0, 0, 3]);
    expect(await openedBy(id)).toHaveLength(3);
  });

  test('opens at most two years of months at once, earliest first; the next run continues', async () => {
    const id = await give(createCalendar, { ...terms, mergesJanuary: false, startsWith: '2024-M01' });
    expect((await run()).opened).toBe(24);
    expect((await openedBy(id)).map(({ periodCode }) => periodCode).slice(-1)).toEqual(['2025-M12']);
    expect((await run()).opened).toBe(3);
    expect((await openedBy(id)).at(-1)?.periodCode).toBe('2026-M03');
  });

  test('skips a calendar whose group has no members, and reports why', async () => {
    await sql`insert into peer_group (code, name_zh, name_en, note_zh, note_en, sort_order)
      values ('EMPTY', '空组', 'Empty', '', '', 1) on conflict do nothing`;
    await give(createCalendar, { ...terms, title: '空组月报', unitCodes: [], peerGroupCode: 'EMPTY' });
    const id = await give(createCalendar, terms);
    expect(await run()).toEqual({
      opened: 3,
      refused: [{ title: '空组月报', periodCode: '2025-M12', key: 'noUnits' }],
    });
    expect(await openedBy(id)).toHaveLength(3);
  });
});

describe('changing one', () => {
  test('pauses it, so that it opens nothing; when resumed it catches up', async () => {
    const id = await give(createCalendar, terms);
    await give(editCalendar, { calendarId: id, version: 1, isActive: false, terms: null });
    expect((await lastEvent()).changes).toEqual([
      { subject: `calendar/${id}`, before: { isActive: true }, after: { isActive: false } },
    ]);
    expect((await run()).opened).toBe(0);
    await give(editCalendar, { calendarId: id, version: 2, isActive: true, terms: null });
    expect((await run()).opened).toBe(3);
  });

  test('leaves its open collections; the next ones have the new terms', async () => {
    const id = await give(createCalendar, terms);
    await run();
    await give(editCalendar, {
      calendarId: id,
      version: 1,
      isActive: true,
      terms: { ...terms, title: '工业快报', dueDay: 8 },
    });
    await run(new Date('2026-05-02T09:00:00+08:00'));
    const opened = await openedBy(id);
    expect(opened.map(({ title }) => title).slice(-2)).toEqual(['2026年3月工业经济月报', '2026年4月工业快报']);
    expect(opened.at(-1)?.dueAt).toEqual(new Date('2026-05-08T17:30:00+08:00'));
    const [event] = (await database.select().from(auditEvent).where(eq(auditEvent.command, 'calendar.edit'))).slice(-1);
    expect(Object.keys(JSON.parse(event?.changes ?? '[]')[0].after).sort()).toEqual(['dueDay', 'title']);
  });

  test('is refused at another version or for an unknown calendar', async () => {
    const id = await give(createCalendar, terms);
    const pause = (calendarId: string, version: number) =>
      refusalOf(give(editCalendar, { calendarId, version, isActive: false, terms: null }));
    expect(await pause(id, 2)).toBe('conflict movedByYou');
    expect(await pause('nowhere', 1)).toBe('notFound collections.refused.noCalendar');
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => pause(id, 1)));
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    const [after] = await database.select().from(collectionCalendar).where(eq(collectionCalendar.id, id));
    expect(after).toMatchObject({ version: 2, isActive: false });
  });
});

test('the list shows the opened periods of each calendar, to the office alone', async () => {
  const id = await give(createCalendar, { ...terms, title: '列表月报' });
  await run();
  const listed = (await calendarList(office)).find((line) => line.id === id);
  expect([...(listed?.opened ?? [])].sort()).toEqual(['2025-M12', '2026-M03', '2026-YTD02']);
  expect(await calendarList(as('leader'))).toEqual([]);
});
