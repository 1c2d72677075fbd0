import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type * as z from 'zod';
import { testDatabase } from '@/db/testing';
import { changePassword } from '@/lib/access/account/change-password';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal, systemPrincipal } from '@/lib/access/principal';
import { chooseOwnPassword } from '@/lib/access/sign-in/choose-password';
import { closeSession } from '@/lib/access/sign-in/close-session';
import { createUser } from '@/lib/access/users/create-user';
import { disableUser } from '@/lib/access/users/disable-user';
import { editUser } from '@/lib/access/users/edit-user';
import { resetPassword } from '@/lib/access/users/reset-password';
import { revokeSessions } from '@/lib/access/users/revoke-sessions';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const reporter = () => account(database, { username: freshName(), role: 'reporter' });
const admin = await account(database, { username: 'admin', role: 'administrator' });
const adminBrowser = new Browser();
await adminBrowser.signIn(admin.username, admin.password);

async function asAdmin<Input extends z.ZodType, Result>(
  command: Command<Input, Result>,
  input: { id: string; [field: string]: string },
) {
  const [row] = await sql`select version from app_user where id = ${input.id}`;
  const isBlind = command.name === 'user.revokeSessions';
  return perform(command, await adminBrowser.principal(), isBlind ? input : { version: row?.version, ...input }, {
    now: new Date(),
    caller: adminBrowser.caller,
  });
}

const kindOf = async (browser: Browser, now?: Date) => (await browser.principal(now)).role;

beforeEach(async () => {
  await sql`delete from throttle`;
});
afterEach(() => vi.useRealTimers());

describe('signing in and out', () => {
  test('the right password makes a session of its owner', async () => {
    const user = await reporter();
    const browser = new Browser();
    expect(await browser.signIn(user.username.toUpperCase(), user.password)).toMatchObject({
      kind: 'in',
      role: 'reporter',
    });
    expect(await browser.principal()).toMatchObject({
      userId: user.id,
      role: 'reporter',
      unitCode: 'JIA',
      units: 'all',
    });
  });

  test('four sign-ins at once of one account all succeed, and none is counted as a failure', async () => {
    const user = await account(database, { username: freshName(), role: 'reporter' });
    await sql`delete from throttle`;
    const browser = new Browser('10.7.0.1');
    for (let round = 0; round < 10; round += 1) {
      const outcomes = await Promise.all(Array.from({ length: 4 }, () => browser.signIn(user.username, user.password)));
      expect(outcomes.map(({ kind }) => kind)).toEqual(Array(4).fill('in'));
    }
    expect(await sql`select bucket from throttle where failures > 0`).toEqual([]);
  });

  test('a wrong password and an unknown name get the same answer, and both are recorded', async () => {
    const user = await reporter();
    const before = await sql`select count(*)::int as n from audit_event`;
    const wrong = await new Browser().signIn(user.username, 'not the password');
    const unknown = await new Browser().signIn('nobody.here', 'not the password');
    expect(wrong).toEqual({ kind: 'refused', why: 'wrongPassword', cookies: [] });
    expect(unknown).toEqual(wrong);
    const after = await sql`select count(*)::int as n from audit_event`;
    expect(after[0]?.n - before[0]?.n).toBe(2);
  });

  test('a token with no valid signature makes a visitor', async () => {
    const user = await reporter();
    const browser = new Browser();
    await browser.signIn(user.username, user.password);
    const [token] = (browser.jar.get('session') ?? '').split('.');
    for (const forged of [`${token}.AAAA`, token ?? '', 'x', '.', `${token}.`, '%']) {
      browser.jar.set('session', forged);
      expect(await kindOf(browser)).toBe('visitor');
    }
  });

  test('data put into the session before a sign-in ends with it', async () => {
    const user = await reporter();
    const browser = new Browser();
    await browser.signIn(user.username, user.password);
    const before = new Map(browser.jar);
    await browser.signIn(user.username, user.password);
    expect(browser.jar.get('session')).not.toBe(before.get('session'));
    const old = new Browser();
    for (const [cookie, value] of before) old.jar.set(cookie, value);
    expect([await kindOf(browser), await kindOf(old)]).toEqual(['reporter', 'visitor']);
  });

  test('a signed-out session is over, also for a copy of its cookie', async () => {
    const user = await reporter();
    const browser = new Browser();
    await browser.signIn(user.username, user.password);
    await perform(closeSession, await browser.principal(), {}, { now: new Date(), caller: browser.caller });
    expect(await kindOf(browser)).toBe('visitor');
  });

  test('an outdated hash is renewed at the next sign-in', async () => {
    const { hash } = await import('@node-rs/argon2');
    const user = await reporter();
    const weak = await hash(user.password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await sql`update credential set password = ${weak} where user_id = ${user.id}`;
    expect(await new Browser().signIn(user.username, user.password)).toMatchObject({ kind: 'in' });
    const [row] = await sql`select password from credential where user_id = ${user.id}`;
    expect(row?.password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await new Browser().signIn(user.username, user.password)).toMatchObject({ kind: 'in' });
  });
});

describe('all sessions end at once', () => {
  const five = async () => {
    const user = await reporter();
    const browsers = Array.from({ length: 5 }, (_, at) => new Browser(`10.0.1.${at}`));
    for (const browser of browsers) await browser.signIn(user.username, user.password);
    const roles = () => Promise.all(browsers.map((browser) => kindOf(browser)));
    expect(await roles()).toEqual(Array(5).fill('reporter'));
    return { user, browsers, roles };
  };
  const nobody = Array(5).fill('visitor');

  const moved = { name: '演示', role: 'leader', unitCode: '', department: '' };
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['disabling', (id) => asAdmin(disableUser, { id })],
    ['resetting the password', (id) => asAdmin(resetPassword, { id })],
    ['revoking', (id) => asAdmin(revokeSessions, { id })],
    ['another role', (id) => asAdmin(editUser, { ...moved, id })],
    ['another unit', (id) => asAdmin(editUser, { ...moved, id, role: 'reporter', unitCode: 'YI' })],
  ])('%s', async (_how, act) => {
    const { user, roles } = await five();
    await act(user.id);
    expect(await roles()).toEqual(nobody);
  });

  test('changing one’s own password keeps this browser signed in, with another token', async () => {
    const { user, browsers, roles } = await five();
    const [own] = browsers;
    if (!own) throw new Error('no browser');
    const token = own.jar.get('session');
    own.take(
      await perform(
        changePassword,
        await own.principal(),
        { present: user.password, password: 'Liu-shui-8372', repeated: 'Liu-shui-8372' },
        { now: new Date(), caller: own.caller },
      ),
    );
    expect(await roles()).toEqual(['reporter', ...Array(4).fill('visitor')]);
    expect(own.jar.get('session')).not.toBe(token);
  });

  test('a disabled account is reported only to the right password', async () => {
    const user = await reporter();
    await asAdmin(disableUser, { id: user.id });
    expect(await new Browser().signIn(user.username, 'wrong')).toMatchObject({ why: 'wrongPassword' });
    expect(await new Browser().signIn(user.username, user.password)).toMatchObject({ why: 'accountDisabled' });
  });
});

describe('sessions end by themselves', () => {
  const start = new Date('2026-11-24T01:00:00.000Z');
  const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);
  const beginSession = async () => {
    const user = await reporter();
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const browser = new Browser();
    await browser.signIn(user.username, user.password, start);
    return browser;
  };

  test('after thirty idle minutes, to the second', async () => {
    const browser = await beginSession();
    expect(await kindOf(browser, at(1799))).toBe('reporter');
    expect(await kindOf(browser, at(1799 + 1799))).toBe('reporter');
    expect(await kindOf(browser, at(1799 + 1799 + 1801))).toBe('visitor');
  });

  test('automatic requests of a page do not prolong a session', async () => {
    const browser = await beginSession();
    for (let minute = 1; minute < 30; minute += 1) {
      expect((await browser.principal(at(minute * 60), false)).role).toBe('reporter');
    }
    expect(await kindOf(browser, at(1801))).toBe('visitor');
  });

  test('after eight hours, however active', async () => {
    const browser = await beginSession();
    for (let minute = 20; minute < 480; minute += 20) {
      expect(await kindOf(browser, at(minute * 60))).toBe('reporter');
    }
    expect(await kindOf(browser, at(8 * 3600 - 1))).toBe('reporter');
    expect(await kindOf(browser, at(8 * 3600 + 1))).toBe('visitor');
  });
});

describe('the first sign-in', () => {
  const handedOver = async (now = new Date()) => {
    const username = freshName();
    const posting = { username, name: '演示', role: 'reporter', unitCode: 'JIA', department: '' };
    return perform(createUser, await adminBrowser.principal(), posting, { now, caller: adminBrowser.caller });
  };
  const choose = (browser: Browser, password: string, now = new Date()) =>
    perform(chooseOwnPassword, anonymousPrincipal(), { password, repeated: password }, { now, caller: browser.caller });

  test('gives no session before a password was chosen, and then one', async () => {
    const { username, secret } = await handedOver();
    const browser = new Browser();
    expect(await browser.signIn(username, secret)).toMatchObject({ kind: 'newPassword' });
    expect(await kindOf(browser)).toBe('visitor');
    expect(await refusalOf(choose(browser, 'short'))).toBe('invalid passwordShort');
    expect(await refusalOf(choose(browser, secret))).toBe('invalid passwordUsed');
    const outcome = await choose(browser, 'Liu-shui-8372');
    browser.take(outcome.cookies);
    expect([outcome.kind, await kindOf(browser)]).toEqual(['in', 'reporter']);
    expect(await new Browser().signIn(username, secret)).toMatchObject({ why: 'wrongPassword' });
    expect(await new Browser().signIn(username, 'Liu-shui-8372')).toMatchObject({ kind: 'in' });
  });

  test('offers a step that is valid once and for ten minutes', async () => {
    const { username, secret } = await handedOver();
    const browser = new Browser();
    await browser.signIn(username, secret);
    const late = await choose(browser, 'Liu-shui-8372', new Date(Date.now() + 601_000));
    expect(late).toMatchObject({ kind: 'refused', why: 'stepExpired' });
    expect(await choose(browser, 'Liu-shui-8372')).toMatchObject({ kind: 'in' });
    expect(await choose(browser, 'Gao-shan-8372')).toMatchObject({ why: 'stepExpired' });
  });

  test('refuses the initial secret after a day', async () => {
    const { username, secret } = await handedOver(new Date(Date.now() - 25 * 3_600_000));
    expect(await new Browser().signIn(username, secret)).toMatchObject({ why: 'handoverExpired' });
  });

  test('a password is changed after ninety days, and not to one of the last five', async () => {
    const { username, secret } = await handedOver();
    let password = secret;
    const used: string[] = [];
    for (let round = 0; round < 4; round += 1) {
      const browser = new Browser();
      expect(await browser.signIn(username, password)).toMatchObject({ kind: 'newPassword' });
      for (const old of used) expect(await refusalOf(choose(browser, old))).toBe('invalid passwordUsed');
      password = `Liu-shui-837${round}`;
      used.push(password);
      expect(await choose(browser, password)).toMatchObject({ kind: 'in' });
      await sql`update app_user set password_set_at = now() - interval '91 days' where username = ${username}`;
      await sql`update password_history set set_at = set_at - interval '1 hour'`;
    }
  });
});

test('the product itself opens no session for anybody', async () => {
  const refused = perform(closeSession, systemPrincipal('check'), {}, { now: new Date() });
  expect(await refusalOf(refused)).toBe('forbidden command');
});
