import { beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { verifiedChain } from '@/lib/access/audit/queries';
import { trail } from '@/lib/access/audit/trail/queries';
import { TrailAddress } from '@/lib/access/audit/trail/trail-choice';
import { isFailure, writtenChange, writtenCommand } from '@/lib/access/audit/trail/written-event';
import { perform, toldIfRefused } from '@/lib/access/command';
import { accountPrincipal, anonymousPrincipal, type Principal, systemPrincipal } from '@/lib/access/principal';
import { refusalReasons, refusedAttempt } from '@/lib/access/refusals/words';
import { closeSession } from '@/lib/access/sign-in/close-session';
import { createUser } from '@/lib/access/users/create-user';
import { disableUser } from '@/lib/access/users/disable-user';
import { enableUser } from '@/lib/access/users/enable-user';
import type { AccountRole } from '@/lib/access/words';
import { en } from '@/lib/i18n/en/messages';
import { zhCN } from '@/lib/i18n/zh-CN/messages';
import { log } from '@/lib/log';
import { saveFigures } from '@/lib/reporting/entry/save-figures';
import { approveFigures } from '@/lib/reporting/review/approve-figures';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
const start = new Date('2026-11-24T01:00:00.000Z');
const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

type Event = {
  actor: string;
  role: string;
  address: string;
  at: Date;
  changes: { subject: string; before: null; after: { refused: string; unlistedUntil?: string } }[];
};
const attempts = async (): Promise<Event[]> => {
  const rows = await sql`select * from audit_event where command = ${refusedAttempt} and seq > ${last} order by seq`;
  return rows.map((row) => ({ ...row, at: new Date(row.at), changes: JSON.parse(row.changes) }) as Event);
};
const recordedAttempts = async () =>
  (await attempts()).map(({ changes }) => [changes[0]?.subject, changes[0]?.after.refused]);

function person(userId: string, role: AccountRole, more: Partial<Principal> = {}): Principal {
  const facts = { userId, name: userId, role, units: 'all', unitCode: 'JIA', department: null, sessionId: userId };
  return accountPrincipal({ ...facts, units: 'all', standing: 'full', ...more });
}

/** Tries to make an administrator. */
const tryOnce = (principal: Principal, caller = new Browser('10.5.0.1').caller, now = start) =>
  refusalOf(
    perform(
      createUser,
      principal,
      { username: freshName(), name: '演示', role: 'administrator', unitCode: '', department: '' },
      { now, caller },
    ),
  );

/** The last event before a test, since the trail deletes none. */
let last = 0;
async function fromHere(): Promise<void> {
  last = Number((await sql`select max(seq) as seq from audit_event`)[0]?.seq ?? 0);
}
const isWhole = async () => (await verifiedChain(database)).broken === null;

beforeEach(async () => {
  await fromHere();
  await sql`delete from throttle`;
});

describe('a refused attempt', () => {
  test('to make an administrator, five times, leaves five events: who, what, when, from where and why', async () => {
    const user = await account(database, { username: freshName(), role: 'reporter' });
    const browser = new Browser('10.5.0.7');
    await browser.signIn(user.username, user.password);
    const principal = await browser.principal();
    await fromHere();
    const before = await sql`select id from app_user`;
    for (let time = 0; time < 5; time += 1)
      expect(await tryOnce(principal, browser.caller, at(time))).toBe('forbidden command');
    expect(await sql`select id from app_user`).toHaveLength(before.length);
    const events = await attempts();
    expect(events.map((event) => event.at)).toEqual([0, 1, 2, 3, 4].map(at));
    for (const event of events) {
      expect(event).toMatchObject({ actor: user.id, role: 'reporter', address: '10.5.0.7' });
      expect(event.changes).toEqual([{ subject: 'command/user.create', before: null, after: { refused: 'role' } }]);
    }
    expect(await sql`select 1 from audit_event where seq > ${last}`).toHaveLength(5);
    expect(await isWhole()).toBe(true);
  });

  test('for want of a second factor is recorded as such', async () => {
    const principal = person('new.admin', 'administrator', { standing: 'mustEnrol' });
    expect(await tryOnce(principal)).toBe('forbidden mustEnrol');
    expect(await recordedAttempts()).toEqual([['command/user.create', 'mustEnrol']]);
  });

  test('on rows out of reach, on the own account, or in another state is recorded; a late one is not', async () => {
    const admin = await account(database, { username: freshName(), role: 'administrator' });
    const user = await account(database, { username: freshName(), role: 'reporter' });
    await fromHere();
    const principal = person(admin.id, 'administrator');
    const on = (command: typeof disableUser | typeof enableUser, id: string, version = 1) =>
      refusalOf(perform(command, principal, { id, version }, { now: start }));
    expect(await on(disableUser, 'nobody')).toBe('notFound user');
    expect(await on(disableUser, admin.id)).toBe('forbidden ownAccount');
    expect(await on(enableUser, user.id)).toBe('conflict userState');
    expect(await on(disableUser, user.id, 7)).toBe('conflict userMoved');
    expect(await refusalOf(perform(disableUser, principal, { id: 1 }, { now: start }))).toBe('invalid input');
    expect(await recordedAttempts()).toEqual([
      ['command/user.disable', 'notInReach'],
      ['command/user.disable', 'notThisOne'],
      ['command/user.enable', 'wrongState'],
    ]);
    const states = await sql`select banned from app_user where id in ${sql([admin.id, user.id])}`;
    expect(states.map(({ banned }) => banned)).toEqual([false, false]);
  });

  test('of a reporter on another unit’s return, or of a reviewer outside the own scope, is recorded', async () => {
    const collectionId = 'c0ffee00-0000-4000-8000-000000000001';
    const entry = { typed: '7', typedYoy: '', note: '', sourceText: '', explanation: '' };
    const cells = [{ indicatorCode: 'DEMO', periodCode: '2026-M09', version: 1, entry }];
    const asked = { now: start };
    expect(
      await refusalOf(perform(saveFigures, person('r', 'reporter'), { collectionId, unitCode: 'YI', cells }, asked)),
    ).toBe('notFound noReturn');
    const figures = [{ indicatorCode: 'DEMO', periodCode: '2026-M09', version: 1 }];
    const input = { collectionId, unitCode: 'YI', figures };
    expect(await refusalOf(perform(approveFigures, person('v', 'unitReviewer'), input, asked))).toBe(
      'notFound noReturn',
    );
    expect(await recordedAttempts()).toEqual([
      ['command/submission.save', 'notInReach'],
      ['command/review.approve', 'notInReach'],
    ]);
  });

  test('in nested commands is recorded once', async () => {
    const principal = person('once', 'reporter');
    const work = () =>
      toldIfRefused('user.create', principal, { now: start }, () =>
        perform(createUser, principal, null, { now: start }),
      );
    expect(await refusalOf(work())).toBe('forbidden command');
    expect(await attempts()).toHaveLength(1);
  });

  test('is not recorded for the product itself, a sign-out, or a transaction of several commands', async () => {
    expect(await refusalOf(perform(closeSession, systemPrincipal('check'), {}, { now: start }))).toBe(
      'forbidden command',
    );
    expect(await refusalOf(perform(closeSession, anonymousPrincipal(), {}, { now: start }))).toBe('forbidden command');
    await database
      .transaction((tx) => perform(createUser, person('inside', 'reporter'), null, { now: start, database: tx }))
      .catch(() => null);
    expect(await attempts()).toEqual([]);
  });

  test('that cannot be recorded is refused all the same, and the fault is logged', async () => {
    const logged = vi.spyOn(log(), 'error').mockImplementation(() => {});
    await sql`alter table audit_event add constraint none check (command <> 'attempt.refuse') not valid`;
    expect(await tryOnce(person('untold', 'reporter'))).toBe('forbidden command');
    await sql`alter table audit_event drop constraint none`;
    expect(logged).toHaveBeenCalledTimes(1);
    logged.mockRestore();
  });
});

describe('a flood of them', () => {
  const flood = async (count: number, one: (index: number) => Promise<unknown>) => {
    for (let index = 0; index < count; index += 50)
      await Promise.all(Array.from({ length: Math.min(50, count - index) }, (_, step) => one(index + step)));
  };
  const marks = (events: readonly Event[]) => events.filter(({ changes }) => changes[0]?.after.unlistedUntil);

  test('by one account is recorded twenty times an hour, with one more event to announce the limit', async () => {
    const principal = person('flood', 'reporter');
    await flood(1000, () => tryOnce(principal));
    const events = await attempts();
    expect(events).toHaveLength(21);
    expect(marks(events)).toHaveLength(1);
    expect(marks(events)[0]?.changes[0]?.after.unlistedUntil).toBe(at(3600).toISOString());
    expect(await isWhole()).toBe(true);
    await tryOnce(principal, undefined, at(3599));
    expect(await attempts()).toHaveLength(21);
    await tryOnce(principal, undefined, at(3601));
    expect(await attempts()).toHaveLength(22);
  });

  test('does not keep other accounts and other commands from being recorded', async () => {
    await flood(100, () => tryOnce(person('flood', 'reporter')));
    await tryOnce(person('other', 'reporter'));
    await refusalOf(perform(disableUser, person('flood', 'reporter'), null, { now: start }));
    const events = await attempts();
    expect(events).toHaveLength(23);
    expect(events.slice(-2).map(({ actor, changes }) => [actor, changes[0]?.subject])).toEqual([
      ['other', 'command/user.create'],
      ['flood', 'command/user.disable'],
    ]);
  });

  test('by visitors is limited by address, and over all addresses', async () => {
    const from = (address: string) => tryOnce(anonymousPrincipal(), new Browser(address).caller);
    await flood(100, () => from('10.6.0.1'));
    const one = await attempts();
    expect(one).toHaveLength(21);
    expect(
      one.every(({ actor, role, address }) => [actor, role, address].join() === 'anonymous,visitor,10.6.0.1'),
    ).toBe(true);
    await flood(1000, (index) => from(`10.7.${index % 250}.${index}`));
    const all = await attempts();
    expect(all).toHaveLength(201);
    expect(marks(all)).toHaveLength(2);
    expect(await isWhole()).toBe(true);
  });

  test('costs one query each beyond the limit', async () => {
    const principal = person('costly', 'reporter');
    await flood(30, () => tryOnce(principal));
    const { sharedPool } = await import('@/db/client');
    const asked = vi.spyOn(sharedPool(), 'unsafe');
    await tryOnce(principal);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });
});

describe('the trail', () => {
  test('shows refused attempts in words of both languages, marks them, and finds them by their name', async () => {
    await tryOnce(person('shown', 'reporter'));
    await perform(
      createUser,
      systemPrincipal('check'),
      { username: freshName(), name: '演示', role: 'leader', unitCode: '', department: '' },
      { now: start },
    );
    const auditor = person('auditor', 'auditor');
    const choice = { from: undefined, until: undefined, who: '', subject: '' };
    expect(TrailAddress.parse({ command: refusedAttempt }).command).toBe(refusedAttempt);
    const { events } = await trail(auditor, { ...choice, who: 'shown', command: refusedAttempt });
    expect(events.map((event) => [event.actor, isFailure(event)])).toEqual([['shown', true]]);
    const bySubject = await trail(auditor, { ...choice, command: '', subject: 'command/user.create' });
    expect(bySubject.events.map(({ seq }) => seq)).toContain(events[0]?.seq);
    expect(bySubject.events.every(({ command }) => command === refusedAttempt)).toBe(true);
    const [change] = events[0]?.changes ?? [];
    if (!change) throw new Error('no change');
    expect(writtenCommand(refusedAttempt, 'zh-CN')).toBe('被拒绝的尝试');
    expect(writtenChange(change, { people: new Map(), names: new Map() }, 'zh-CN')).toBe(
      '新建账号：未成功的原因 其角色不能做这件事',
    );
    expect(writtenChange(change, { people: new Map(), names: new Map() }, 'en')).toBe(
      'Create an account: Why it failed The role may not do this',
    );
    const mark = {
      ...change,
      subject: 'view/audit',
      after: { refused: 'role', unlistedUntil: at(3600).toISOString() },
    };
    expect(writtenChange(mark, { people: new Map(), names: new Map() }, 'zh-CN')).toBe(
      `${zhCN.access.matrix.views.audit}：未成功的原因 其角色不能做这件事；同类尝试不再逐条记录，直至 2026-11-24 10:00:00`,
    );
  });

  test('has a word for every reason', () => {
    for (const { audit } of [zhCN, en])
      expect(Object.keys(audit.values.refused)).toEqual(expect.arrayContaining([...refusalReasons]));
  });
});
