import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { closeOtherSessions } from '@/lib/access/account/close-other-sessions';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal, systemPrincipal } from '@/lib/access/principal';
import { chooseOwnPassword } from '@/lib/access/sign-in/choose-password';
import { disableUser } from '@/lib/access/users/disable-user';
import { editUser } from '@/lib/access/users/edit-user';
import { enableUser } from '@/lib/access/users/enable-user';
import { resetPassword } from '@/lib/access/users/reset-password';
import { resetSecondFactor } from '@/lib/access/users/reset-second-factor';
import { revokeSessions } from '@/lib/access/users/revoke-sessions';
import { unlockUser } from '@/lib/access/users/unlock-user';
import { loadDemonstration } from '@/lib/cli/demonstration/load-demonstration';
import { cookieNames } from '@/lib/cookies';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const admin = await account(database, { username: 'admin', role: 'administrator' });
const adminBrowser = new Browser();
await adminBrowser.signIn(admin.username, admin.password);

const rowOf = async (id: string) => (await sql`select * from app_user where id = ${id}`)[0];
const sessionsOf = (id: string) => sql`select 1 from app_session where user_id = ${id}`;
const roleIn = async (browser: Browser) => (await browser.principal()).role;

async function asAdmin<Input extends Parameters<typeof perform>[0]['input'], Result>(
  command: Command<Input, Result>,
  input: { id: string; [field: string]: unknown },
) {
  const { version } = (await rowOf(input.id)) ?? {};
  const isBlind = ['user.revokeSessions', 'user.unlock'].includes(command.name);
  return perform(command, await adminBrowser.principal(), isBlind ? input : { version, ...input }, {
    now: new Date(),
    caller: adminBrowser.caller,
  });
}

/** A reporter who is signed in, and the browser. */
async function signedIn() {
  const user = await account(database, { username: freshName(), role: 'reporter' });
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  expect(await roleIn(browser)).toBe('reporter');
  return { user, browser };
}

const choose = (browser: Browser, password: string) =>
  perform(
    chooseOwnPassword,
    anonymousPrincipal(),
    { password, repeated: password },
    { now: new Date(), caller: browser.caller },
  );

/** Blocks an account as many failures would. */
const block = (username: string) => sql`
  insert into throttle (bucket, failures, since, blocked_until)
  values (${`account:${username}`}, 20, now(), now() + interval '10 minutes')
  on conflict (bucket) do update set failures = excluded.failures, blocked_until = excluded.blocked_until`;

beforeEach(async () => {
  await sql`delete from throttle`;
});
afterEach(() => checkSettings({ PUBLIC_READING: '' }));

describe('no session of an account remains that could come back', () => {
  const moved = { name: '演示', role: 'reporter', unitCode: 'YI', department: '' };
  test.each<[string, (id: string) => Promise<unknown>]>([
    ['when it is disabled', (id) => asAdmin(disableUser, { id })],
    ['when its password is reset', (id) => asAdmin(resetPassword, { id })],
    ['when its sessions are revoked', (id) => asAdmin(revokeSessions, { id })],
    ['when its unit changes', (id) => asAdmin(editUser, { ...moved, id })],
    [
      'when its second factor is removed',
      async (id) => {
        await sql`insert into second_factor (id, user_id, secret, backup_codes) values (${id}, ${id}, '', '')`;
        await asAdmin(resetSecondFactor, { id });
      },
    ],
  ])('%s', async (_when, act) => {
    const { user } = await signedIn();
    const { user: other } = await signedIn();
    await act(user.id);
    expect(await sessionsOf(user.id)).toHaveLength(0);
    expect(await sessionsOf(other.id)).toHaveLength(1);
  });

  test('a session from before the reset or the disabling stays ended once the account works again', async () => {
    const { user, browser } = await signedIn();
    const { secret } = await asAdmin(resetPassword, { id: user.id });
    await sql`update app_user set must_change_password = false where id = ${user.id}`;
    expect(await roleIn(browser)).toBe('visitor');
    await browser.signIn(user.username, secret);
    expect(await roleIn(browser)).toBe('reporter');
    await asAdmin(disableUser, { id: user.id });
    await asAdmin(enableUser, { id: user.id });
    expect(await roleIn(browser)).toBe('visitor');
  });

  test('a session from before a forced change of password stays ended too', async () => {
    const { user, browser } = await signedIn();
    await sql`update app_user set must_change_password = true where id = ${user.id}`;
    const other = new Browser();
    await other.signIn(user.username, user.password);
    other.take((await choose(other, 'Liu-shui-8372')).cookies);
    expect([await roleIn(browser), await roleIn(other)]).toEqual(['visitor', 'reporter']);
  });
});

test('a reset password is replaced at the first sign-in, whatever failures were counted', async () => {
  const { user } = await signedIn();
  await block(user.username);
  const { secret } = await asAdmin(resetPassword, { id: user.id });
  expect(await new Browser().signIn(user.username, secret)).toMatchObject({ kind: 'newPassword' });
});

test('an account is unlocked, and no other', async () => {
  const [{ user }, { user: other }] = [await signedIn(), await signedIn()];
  for (const { username } of [user, other]) {
    await block(username);
  }
  expect(await asAdmin(unlockUser, { id: user.id })).toBe(true);
  expect(await new Browser().signIn(user.username, user.password)).toMatchObject({ kind: 'in' });
  expect(await refusalOf(new Browser().signIn(other.username, other.password))).toBe('limit tooManyAttempts');
});

test('a session obeys every change of the account, by the product or in the database', async () => {
  const { user, browser } = await signedIn();
  for (const column of ['banned', 'must_change_password']) {
    await sql`update app_user set ${sql(column)} = true where id = ${user.id}`;
    expect(await roleIn(browser), column).toBe('visitor');
    await sql`update app_user set ${sql(column)} = false where id = ${user.id}`;
    expect(await roleIn(browser), column).toBe('reporter');
  }
});

test('a user disabled meanwhile chooses no password', async () => {
  const { user } = await signedIn();
  await sql`update app_user set must_change_password = true where id = ${user.id}`;
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  await sql`update app_user set banned = true where id = ${user.id}`;
  expect(await choose(browser, 'Liu-shui-8372')).toMatchObject({ why: 'stepExpired' });
});

test('ending the other sessions keeps this one and those of other people', async () => {
  const { user, browser } = await signedIn();
  const { browser: stranger } = await signedIn();
  const other = new Browser();
  await other.signIn(user.username, user.password);
  const asked = { now: new Date(), caller: browser.caller };
  expect(await perform(closeOtherSessions, await browser.principal(), {}, asked)).toBe(1);
  expect(await Promise.all([browser, other, stranger].map(roleIn))).toEqual(['reporter', 'visitor', 'reporter']);
});

test('a device is known to its own account alone', async () => {
  const { browser } = await signedIn();
  const { user: victim } = await signedIn();
  await block(victim.username);
  expect(await refusalOf(browser.signIn(victim.username, 'a guess'))).toBe('limit tooManyAttempts');
});

test('an invalid signature of the right length is refused', async () => {
  const { browser } = await signedIn();
  const [token = '', signature = ''] = (browser.jar.get('session') ?? '').split(/\.(?=[^.]*$)/);
  const bytes = Buffer.from(signature, 'base64');
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  browser.jar.set('session', `${token}.${bytes.toString('base64')}`);
  expect(await roleIn(browser)).toBe('visitor');
});

test('over https every cookie belongs to this host', () => {
  for (const name of Object.values(cookieNames(true))) expect(name).toMatch(/^__Host-/);
});

test('where reading is not public, a visitor reads of no unit and a reporter of the own one', async () => {
  const { browser } = await signedIn();
  checkSettings({ PUBLIC_READING: 'off' });
  expect(await new Browser().principal()).toMatchObject({ role: 'visitor', units: [] });
  expect(await browser.principal()).toMatchObject({ role: 'reporter', units: ['JIA'] });
  expect(await adminBrowser.principal()).toMatchObject({ units: 'all' });
});

describe('a demonstration account', () => {
  test('cannot be administered', async () => {
    const { user } = await signedIn();
    await sql`update app_user set is_demonstration = true where id = ${user.id}`;
    for (const command of [disableUser, resetPassword])
      expect(await refusalOf(asAdmin(command as typeof disableUser, { id: user.id }))).toBe(
        'forbidden demonstrationAccount',
      );
  });

  test('signs in to the built-in product alone', async () => {
    const { user } = await signedIn();
    await sql`update app_user set is_demonstration = true where id = ${user.id}`;
    checkSettings({ BATON_EMBEDDED: '' });
    expect(await new Browser().signIn(user.username, user.password)).toMatchObject({ why: 'accountDisabled' });
    expect(await perform(loadDemonstration, systemPrincipal('check'), {}, { now: new Date() })).toBe(0);
    expect(await sql`select 1 from app_user where username like 'demo.%'`).toHaveLength(0);
    checkSettings();
    expect(await new Browser().signIn(user.username, user.password)).toMatchObject({ kind: 'in' });
  });
});
