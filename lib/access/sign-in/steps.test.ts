import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { disableSecondFactor } from '@/lib/access/account/disable-second-factor';
import { tokenCookie, tokenIn } from '@/lib/access/auth/tokens';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { chooseOwnPassword } from '@/lib/access/sign-in/choose-password';
import { waitingUser } from '@/lib/access/sign-in/queries';
import { disableUser } from '@/lib/access/users/disable-user';
import { resetPassword } from '@/lib/access/users/reset-password';
import { settings } from '@/lib/settings';
import { account, Browser, checkSettings, fictionalUnits, refusalOf } from '@/lib/testing/accounts';
import { confirmIn, enrolledReporter } from '@/lib/testing/second-factor';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);
const admin = await account(database, { username: 'admin', role: 'administrator' });

const chosen = 'Liu-shui-8372';
const now = new Date();
const at = (seconds: number) => {
  const moment = new Date(now.getTime() + seconds * 1000);
  vi.setSystemTime(moment);
  return moment;
};
const roleIn = async (browser: Browser, moment: Date) => (await browser.principal(moment)).role;

const choose = (browser: Browser, password: string, moment: Date) =>
  perform(
    chooseOwnPassword,
    anonymousPrincipal(),
    { password, repeated: password },
    { now: moment, caller: browser.caller },
  );

/** An attacker with the password alone, in a new browser, at the second step. */
async function atSecondStep(user: { username: string; password: string }, moment: Date): Promise<Browser> {
  const browser = new Browser('10.0.0.66');
  expect(await browser.signIn(user.username, user.password, moment)).toMatchObject({ kind: 'secondStep' });
  return browser;
}

const mustChange = (id: string) =>
  sql`update app_user set must_change_password = true, handed_over_until = null where id = ${id}`;

async function asAdmin(command: typeof resetPassword, id: string, moment: Date): Promise<string>;
async function asAdmin(command: typeof disableUser, id: string, moment: Date): Promise<unknown>;
async function asAdmin(command: typeof resetPassword | typeof disableUser, id: string, moment: Date) {
  const browser = new Browser('10.0.0.99');
  await browser.signIn(admin.username, admin.password, moment);
  const [row] = await sql`select version from app_user where id = ${id}`;
  const input = { id, version: row?.version };
  const asked = { now: moment, caller: browser.caller };
  return command === resetPassword
    ? (await perform(resetPassword, await browser.principal(moment), input, asked)).secret
    : perform(disableUser, await browser.principal(moment), input, asked);
}

const passwordOf = async (id: string) =>
  (await sql`select password from credential where user_id = ${id}`)[0]?.password;
const sessionsOf = async (id: string) => (await sql`select 1 from app_session where user_id = ${id}`).length;

beforeEach(async () => {
  await sql`delete from throttle`;
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => vi.useRealTimers());

describe('a person with the password alone', () => {
  test('can choose no password and get no session by the cookie of the second step', async () => {
    const { user } = await enrolledReporter(database, now);
    const [before, sessions] = [await passwordOf(user.id), await sessionsOf(user.id)];
    const thief = await atSecondStep(user, at(60));
    thief.jar.set('new-password', thief.jar.get('second-step') ?? '');
    expect(await choose(thief, chosen, at(60))).toMatchObject({ kind: 'refused', why: 'stepExpired' });
    expect([await passwordOf(user.id), await sessionsOf(user.id)]).toEqual([before, sessions]);
    expect(await roleIn(thief, at(60))).toBe('visitor');
  });

  test('can do neither where a password has to be chosen: that comes after the factor', async () => {
    const { user, codeAt } = await enrolledReporter(database, now);
    await mustChange(user.id);
    const before = await passwordOf(user.id);
    const thief = await atSecondStep(user, at(60));
    for (const [name, value] of [...thief.jar]) {
      thief.jar.set('new-password', value);
      expect(await choose(thief, chosen, at(60)), name).toMatchObject({ why: 'stepExpired' });
    }
    expect(await passwordOf(user.id)).toBe(before);
    const owner = await atSecondStep(user, at(60));
    expect(await confirmIn(owner, await codeAt(at(60)), at(60))).toMatchObject({ kind: 'newPassword' });
    expect(await choose(owner, chosen, at(60))).toMatchObject({ kind: 'in' });
  });

  test('cannot use a step that was begun before there was a factor', async () => {
    const user = await account(database, { username: 'early', role: 'reporter' });
    await mustChange(user.id);
    const thief = new Browser('10.0.0.66');
    expect(await thief.signIn(user.username, user.password, now)).toMatchObject({ kind: 'newPassword' });
    // The step is left open, as if setting up the factor had not closed it.
    await sql`update app_user set two_factor_enabled = true where id = ${user.id}`;
    expect(await choose(thief, chosen, at(60))).toMatchObject({ why: 'stepExpired' });
  });

  test('cannot use the second step of another account with an own session and an own code', async () => {
    const { user } = await enrolledReporter(database, now);
    const own = await enrolledReporter(database, now);
    const sessions = await sessionsOf(user.id);
    own.browser.jar.set('second-step', (await atSecondStep(user, at(60))).jar.get('second-step') ?? '');
    const outcome = await confirmIn(own.browser, await own.codeAt(at(60)), at(60));
    expect(outcome).toMatchObject({ kind: 'refused', why: 'wrongCode', cookies: [] });
    const [recovery = ''] = own.setup.recoveryCodes;
    expect(await confirmIn(own.browser, recovery, at(60))).toMatchObject({ kind: 'refused', why: 'wrongCode' });
    expect(await sessionsOf(user.id)).toBe(sessions);
    expect(await roleIn(own.browser, at(60))).toBe('reporter');
    expect((await own.browser.principal(at(60))).userId).toBe(own.user.id);
    const failed = await sql`select failed_verification_count from second_factor where user_id = ${user.id}`;
    expect(failed[0]?.failed_verification_count).toBe(2);
  });
});

describe('a step', () => {
  test('of a user who is still signed in leads to a new session', async () => {
    const { user, browser, codeAt } = await enrolledReporter(database, now);
    const before = browser.jar.get('session');
    await browser.signIn(user.username, user.password, at(60));
    expect(await confirmIn(browser, await codeAt(at(60)), at(60))).toMatchObject({ kind: 'in' });
    expect(browser.jar.get('session')).not.toBe(before);
    expect(await roleIn(browser, at(60))).toBe('reporter');
  });

  test('is valid once, whatever code is given the second time', async () => {
    const { user, codeAt, setup } = await enrolledReporter(database, now);
    const [browser, again] = [await atSecondStep(user, at(60)), new Browser('10.0.0.66')];
    for (const [name, value] of browser.jar) again.jar.set(name, value);
    expect(await confirmIn(browser, await codeAt(at(60)), at(60))).toMatchObject({ kind: 'in' });
    expect(await confirmIn(again, await codeAt(at(120)), at(120))).toMatchObject({ why: 'stepExpired' });
    expect(await confirmIn(again, setup.recoveryCodes[0] ?? '', at(120))).toMatchObject({ why: 'stepExpired' });
  });

  test('keeps its purpose, even under a signature for another', async () => {
    const { user, codeAt } = await enrolledReporter(database, now);
    await mustChange(user.id);
    const browser = await atSecondStep(user, at(60));
    expect(await confirmIn(browser, await codeAt(at(60)), at(60))).toMatchObject({ kind: 'newPassword' });
    const identifier = tokenIn('newPassword', browser.caller, settings()) ?? '';
    browser.take([tokenCookie('secondStep', identifier, settings(), 600)]);
    const asked = { caller: browser.caller, policy: settings(), principal: anonymousPrincipal(), now: at(120) };
    expect(await database.transaction((tx) => waitingUser({ ...asked, tx }, 'newPassword'))).not.toBeNull();
    expect(await database.transaction((tx) => waitingUser({ ...asked, tx }, 'secondStep'))).toBeNull();
  });

  test('confirmed twice at once succeeds once', async () => {
    const { user, codeAt, setup } = await enrolledReporter(database, now);
    const browser = await atSecondStep(user, at(60));
    const twin = new Browser('10.0.0.66');
    for (const [name, value] of browser.jar) twin.jar.set(name, value);
    const sessions = await sessionsOf(user.id);
    const [recovery = '', code] = [setup.recoveryCodes[0], await codeAt(at(60))];
    const outcomes = await Promise.all([confirmIn(browser, code, at(60)), confirmIn(twin, recovery, at(60))]);
    expect(outcomes.map((one) => (one.kind === 'refused' ? one.why : one.kind)).sort()).toEqual(['in', 'stepExpired']);
    expect(await sessionsOf(user.id)).toBe(sessions + 1);
  });

  test('in which two choose a password at once succeeds once', async () => {
    const user = await account(database, { username: 'twin', role: 'reporter' });
    await mustChange(user.id);
    const browser = new Browser();
    await browser.signIn(user.username, user.password, now);
    const words = [chosen, 'Gao-shan-8372', 'Qing-feng-8372'];
    const outcomes = await Promise.all(words.map((password) => choose(browser, password, now)));
    expect(outcomes.filter(({ kind }) => kind === 'in')).toHaveLength(1);
    const won = words.filter((_, index) => outcomes[index]?.kind === 'in');
    expect(await new Browser().signIn(user.username, won[0] ?? '', now)).toMatchObject({ kind: 'in' });
    expect(await sessionsOf(user.id)).toBe(2);
  });

  test('that does not exist leaves nothing in the trail, however often it is tried', async () => {
    const count = async () => (await sql`select count(*)::int as n from audit_event`)[0]?.n;
    const before = await count();
    for (const browser of [new Browser('10.0.0.67'), new Browser('10.0.0.68')]) {
      expect(await confirmIn(browser, '123456', at(0))).toMatchObject({ why: 'stepExpired' });
      expect(await choose(browser, chosen, at(0))).toMatchObject({ why: 'stepExpired' });
    }
    expect(await count()).toBe(before);
  });

  test('is over after ten minutes', async () => {
    const { user, codeAt } = await enrolledReporter(database, now);
    const browser = await atSecondStep(user, at(60));
    expect(await confirmIn(browser, await codeAt(at(661)), at(661))).toMatchObject({ why: 'stepExpired' });
  });

  test('is over once an administrator resets the password: the factor is asked for after the secret again', async () => {
    const { user, codeAt } = await enrolledReporter(database, now);
    const old = await atSecondStep(user, at(60));
    const secret = await asAdmin(resetPassword, user.id, at(60));
    expect(await confirmIn(old, await codeAt(at(60)), at(60))).toMatchObject({ why: 'stepExpired' });
    expect(await choose(old, chosen, at(60))).toMatchObject({ why: 'stepExpired' });
    const fresh = await atSecondStep({ username: user.username, password: secret }, at(60));
    fresh.jar.set('new-password', fresh.jar.get('second-step') ?? '');
    expect(await choose(fresh, chosen, at(60))).toMatchObject({ why: 'stepExpired' });
    expect(await confirmIn(fresh, await codeAt(at(90)), at(90))).toMatchObject({ kind: 'newPassword' });
    expect(await choose(fresh, chosen, at(90))).toMatchObject({ kind: 'in' });
  });

  test('is over once the account is disabled', async () => {
    const { user, codeAt } = await enrolledReporter(database, now);
    const browser = await atSecondStep(user, at(60));
    await asAdmin(disableUser, user.id, at(60));
    expect(await confirmIn(browser, await codeAt(at(60)), at(60))).toMatchObject({ why: 'stepExpired' });
  });

  test('to a new password is over once another browser has chosen one, also when one is due again', async () => {
    const user = await account(database, { username: 'later', role: 'reporter' });
    await mustChange(user.id);
    const [thief, owner] = [new Browser('10.0.0.66'), new Browser()];
    for (const browser of [thief, owner]) await browser.signIn(user.username, user.password, now);
    expect(await choose(owner, chosen, now)).toMatchObject({ kind: 'in' });
    await mustChange(user.id);
    expect(await choose(thief, 'Gao-shan-8372', now)).toMatchObject({ why: 'stepExpired' });
  });
});

describe('the second factor is removed', () => {
  test('by the password and a code together, and by neither alone', async () => {
    const { user, browser, codeAt, setup } = await enrolledReporter(database, now);
    const moment = at(30);
    const off = async (input: unknown) =>
      refusalOf(
        perform(disableSecondFactor, await browser.principal(moment), input, { now: moment, caller: browser.caller }),
      );
    const isOn = async () =>
      (await sql`select two_factor_enabled from app_user where id = ${user.id}`)[0]?.two_factor_enabled;
    expect(await off({ present: user.password })).toBe('invalid input');
    expect(await off({ present: user.password, code: '000000' })).toBe('invalid wrongCode');
    expect(await off({ present: user.password, code: await codeAt(now) })).toBe('invalid usedCode');
    expect(await off({ present: 'not the password', code: await codeAt(moment) })).toBe('invalid wrongPresent');
    expect(await isOn()).toBe(true);
    await sql`delete from throttle`;
    const other = await enrolledReporter(database, now);
    expect(await off({ present: user.password, code: other.setup.recoveryCodes[0] })).toBe('invalid wrongCode');
    expect(await off({ present: user.password, code: setup.recoveryCodes[0] })).toBeNull();
    expect(await isOn()).toBe(false);
  });
});
