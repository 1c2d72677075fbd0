import { beforeAll, describe, expect, test } from 'vitest';
import { auditEvent } from '@/db/schema/access';
import { indicator, source } from '@/db/schema/catalogue';
import { collection, collectionItem } from '@/db/schema/collections';
import { submission } from '@/db/schema/reporting';
import { testDatabase } from '@/db/testing';
import { trail, trailEnd, verifyTrail } from '@/lib/access/audit/trail/queries';
import { choiceIn, TrailAddress, trailQuery } from '@/lib/access/audit/trail/trail-choice';
import type { TrailChoice } from '@/lib/access/audit/trail/words';
import { isFailure } from '@/lib/access/audit/trail/written-event';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal, type Principal } from '@/lib/access/principal';
import { editUser } from '@/lib/access/users/edit-user';
import { accountRoles } from '@/lib/access/words';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { account, Browser, checkSettings, fictionalUnits } from '@/lib/testing/accounts';

checkSettings();
const { database } = await testDatabase();
await fictionalUnits(database);

const everything = { from: undefined, until: undefined, who: '', command: '', subject: '' };
const principals = new Map<string, Principal>();
const made = new Map<string, { id: string; username: string }>();

beforeAll(async () => {
  for (const role of accountRoles) {
    const one = await account(database, { username: `one.${role.toLowerCase()}`, role });
    made.set(role, one);
    const browser = new Browser();
    await browser.signIn(one.username, one.password);
    principals.set(role, await browser.principal());
  }
  await new Browser('10.9.9.9').signIn('one.reporter', 'not the password');
  const posting = { name: '演示·改名', role: 'reporter', unitCode: 'JIA', department: '' } as const;
  await perform(editUser, as('administrator'), { id: idOf('reporter'), version: 1, ...posting }, { now: new Date() });
});

function as(role: string): Principal {
  const principal = principals.get(role);
  if (!principal) throw new Error(`no ${role}`);
  return principal;
}

const idOf = (role: string) => made.get(role)?.id ?? '';
const findEvents = async (choice: Partial<TrailChoice>) => trail(as('auditor'), { ...everything, ...choice });
const seqs = async (choice: Partial<TrailChoice>) => (await findEvents(choice)).events.map(({ seq }) => seq);

describe('a role without the view of the trail', () => {
  test.each(['visitor', ...accountRoles.filter((role) => role !== 'auditor')])('%s finds nothing', async (role) => {
    const principal = role === 'visitor' ? anonymousPrincipal() : as(role);
    expect((await trail(principal, everything)).events).toEqual([]);
    expect(await trailEnd(principal)).toBeNull();
    expect(await verifyTrail(principal)).toBeNull();
  });
});

describe('the trail', () => {
  test('has all events, newest first, with the people they name', async () => {
    const { events, people, isMore } = await findEvents({});
    const end = await trailEnd(as('auditor'));
    expect(events.map(({ seq }) => seq)).toEqual(
      Array.from({ length: end?.seq ?? 0 }, (_, at) => (end?.seq ?? 0) - at),
    );
    expect(isMore).toBe(false);
    expect(people.get(idOf('reporter'))).toEqual({ username: 'one.reporter', name: '演示·改名' });
    expect(await verifyTrail(as('auditor'))).toEqual({ events: events.length, broken: null });
  });

  test('has the changed fields, before and after', async () => {
    const { events } = await findEvents({ command: 'user.edit' });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({ actor: idOf('administrator'), role: 'administrator' });
    const place = { role: 'reporter', unitCode: 'JIA', department: null };
    expect(events[0]?.changes).toEqual([
      {
        subject: `user/${idOf('reporter')}`,
        before: { name: '演示·one.reporter', ...place },
        after: { name: '演示·改名', ...place },
      },
    ]);
  });

  test('distinguishes a failed sign-in from a successful one', async () => {
    const { events } = await findEvents({ command: 'session.open', subject: 'one.reporter' });
    expect(events.map((event) => [event.actor, event.address, isFailure(event)])).toEqual([
      ['anonymous', '10.9.9.9', true],
      [idOf('reporter'), '10.0.0.1', false],
    ]);
  });

  test('is searched by name, by username, and by actors without an account', async () => {
    const byName = await seqs({ who: '改名' });
    expect(byName).toEqual(await seqs({ who: 'ONE.REPORTER' }));
    expect(byName).toHaveLength(1);
    const { events } = await findEvents({ who: 'system' });
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set(['system:check']));
    expect(await seqs({ who: 'anonymous' })).toHaveLength(1);
    expect(await seqs({ who: 'a' })).not.toContain((await seqs({ who: 'anonymous' }))[0]);
  });

  test('is searched by subject, by name or as stored', async () => {
    const stored = await seqs({ subject: `user/${idOf('reporter')}` });
    expect(stored).toHaveLength(4);
    expect(await seqs({ subject: 'one.reporter' })).toEqual(stored);
    expect(await seqs({ subject: 'user/' })).toEqual([]);
  });

  test.each(['%', '_', '\\', "'; drop table audit_event; --", '$1', '?|'])('%j is searched literally', async (text) => {
    expect(await seqs({ subject: text })).toEqual([]);
    expect(await seqs({ who: `${text}${text}` })).toEqual([]);
  });
});

describe('a long trail', () => {
  const day = (text: string) => new Date(`${text}+08:00`);
  const count = 120;

  beforeAll(async () => {
    const last = (await trailEnd(as('auditor')))?.seq ?? 0;
    // Overlapping commands: some times are equal, and one is earlier than its number says.
    const at = (step: number) => new Date(day('2031-05-01T00:00:00').getTime() + Math.floor(step / 3) * 1000);
    await database.insert(auditEvent).values(
      Array.from({ length: count }, (_, step) => ({
        seq: last + 1 + step,
        at: step === 60 ? at(40) : at(step),
        actor: 'long',
        role: 'system',
        command: 'dataset.load',
        changes: '[]',
        digest: 'sha256' as const,
        previous: '',
        hash: '',
      })),
    );
  });

  test('is paged without missing or repeating an event', async () => {
    const pages: number[][] = [];
    let before: number | undefined;
    for (;;) {
      const { events, isMore } = await trail(as('auditor'), { ...everything, who: 'long' }, { before, length: 7 });
      pages.push(events.map(({ seq }) => seq));
      before = events.at(-1)?.seq;
      if (!isMore) break;
    }
    const all = pages.flat();
    expect(pages).toHaveLength(Math.ceil(count / 7));
    expect(new Set(all).size).toBe(count);
    expect(all).toHaveLength(count);
  });

  test('begins and ends with days in Shanghai, the last one included', async () => {
    const words = { system: '系统', anonymous: '访客' };
    const days = (from: string, until: string) =>
      seqs(choiceIn(TrailAddress.parse({ from, until, who: 'long' }), words));
    const [first, last] = [{ at: day('2031-06-01T00:00:00') }, { at: day('2031-06-01T23:59:59.999') }];
    const end = (await trailEnd(as('auditor')))?.seq ?? 0;
    const more = { actor: 'long', role: 'system', command: 'x', changes: '[]', previous: '', hash: '' } as const;
    await database.insert(auditEvent).values([
      { ...more, ...first, seq: end + 1, digest: 'sha256' },
      { ...more, ...last, seq: end + 2, digest: 'sha256' },
      { ...more, at: day('2031-06-02T00:00:00'), seq: end + 3, digest: 'sha256' },
    ]);
    expect(await days('2031-06-01', '2031-06-01')).toEqual([end + 2, end + 1]);
    expect(await days('2031-06-02', '')).toEqual([end + 3]);
    expect(await days('2031-06-03', '2031-06-01')).toEqual([]);
  });

  test('is cut at the longest file, and reports the cut', async () => {
    const cut = await trail(as('auditor'), everything, { length: 10 });
    expect([cut.events.length, cut.isMore]).toEqual([10, true]);
  });
});

describe('an address', () => {
  test.each([
    [{ from: '2026-02-30' }],
    [{ from: '9999-12-31' }],
    [{ until: 'yesterday' }],
    [{ before: '-1' }],
    [{ before: '1e9' }],
    [{ open: ['1', '2'] }],
    [{ command: 'user.invent' }],
    [{ who: ['a', 'b'] }],
    [{ who: 'x'.repeat(101) }],
    [{ who: '\u0000' }],
  ])('with %j has no filter', (asked) => {
    expect(trailQuery(TrailAddress.parse(asked), { before: TrailAddress.parse(asked).before })).toBe('');
  });

  test('keeps its filters and knows the reader’s words for actors without an account', () => {
    const address = TrailAddress.parse({ who: '系统', command: 'user.edit', from: '2026-11-24', before: '12' });
    expect(trailQuery(address)).toBe(
      `?${new URLSearchParams({ from: '2026-11-24', who: '系统', command: 'user.edit' })}`,
    );
    expect(choiceIn(address, { system: '系统', anonymous: '访客' }).who).toBe('system');
  });
});

describe('names in the trail', () => {
  const power = { indicatorCode: 'POWER', periodCode: '2026-M10' };

  beforeAll(async () => {
    const last = (await trailEnd(as('auditor')))?.seq ?? 0;
    const changes = (subject: string, after: unknown) => JSON.stringify([{ subject, before: null, after }]);
    const event = { actor: 'named', role: 'reporter', command: 'submission.save', previous: '', hash: '' } as const;
    await askedReturn();
    await database.insert(auditEvent).values(
      [
        changes('submission/task/JIA', { 'POWER 2026-M10': { typed: '9.31' } }),
        changes('submission/task/JIA', { 'OTHER 2026-M10': { typed: '1' } }),
        changes('submission/task/YI', { 'POWER 2026-M10': { typed: '4.62' } }),
      ].map((text, at) => ({
        ...event,
        seq: last + 1 + at,
        at: new Date('2032-01-01T00:00:00Z'),
        changes: text,
        digest: 'sha256' as const,
      })),
    );
  });

  /** A task that asks two units for an indicator. */
  async function askedReturn() {
    const { indicatorCode, periodCode } = power;
    await database.transaction((tx) => ensurePeriods(tx, [periodCode]));
    await database.insert(indicator).values({
      ...{ code: indicatorCode, topicCode: 'DEMO', nameZh: '工业用电量', nameEn: 'Industrial electricity' },
      ...{ initials: '', unitZh: '', unitEn: '', decimals: 2, measure: 'amount', direction: 'higher' },
      ...{ basis: 'current', frequency: 'monthly', responsibleZh: '', responsibleEn: '', sortOrder: 1 },
    });
    await database.insert(source).values({
      ...{ code: 'task', title: '工业月报', publisher: '', accessNote: '', licence: '', reliability: 'official' },
      sortOrder: 1,
    });
    const day = new Date('2026-11-10T00:00:00Z');
    await database.insert(collection).values({
      ...{ id: 'task', title: '工业月报', periodCode, opensAt: new Date(0), dueAt: day, graceUntil: day },
      ...{
        reviewChain: [],
        vintage: 'preliminary',
        instructions: '',
        sourceCode: 'task',
        createdBy: '',
        createdAt: day,
      },
    });
    await database
      .insert(collectionItem)
      .values({ collectionId: 'task', indicatorCode, periodCode, sortOrder: 1, isRequired: true });
    await database
      .insert(submission)
      .values(['JIA', 'YI'].map((orgUnitCode) => ({ orgUnitCode, collectionId: 'task', items: 1 })));
  }

  const found = async (subject: string) =>
    (await findEvents({ subject, who: 'named' })).events.map(({ changes }) => changes[0]?.subject);

  test('are those of units, indicators and tasks, by which it is searched too', async () => {
    const { names } = await findEvents({ who: 'named' });
    expect([...names.keys()].sort()).toEqual([
      'collection task',
      'indicator POWER',
      'source task',
      'unit JIA',
      'unit YI',
    ]);
    expect(await found('工业月报')).toHaveLength(3);
    expect(await found('工业用电量')).toHaveLength(2);
    expect(await found('用电量 甲')).toEqual(['submission/task/JIA']);
    expect(await found('月报 乙 用电')).toEqual(['submission/task/YI']);
    expect(await found('丙')).toEqual([]);
  });
});
