import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { beginSecondFactor } from '@/lib/access/account/begin-second-factor';
import { changePassword } from '@/lib/access/account/change-password';
import { disableSecondFactor } from '@/lib/access/account/disable-second-factor';
import { enableSecondFactor } from '@/lib/access/account/enable-second-factor';
import { type Command, perform } from '@/lib/access/command';
import { anonymousPrincipal } from '@/lib/access/principal';
import { confirmSession } from '@/lib/access/sign-in/confirm-session';
import type { AccountRole } from '@/lib/access/words';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const fresh = { password: 'Liu-shui-8372', repeated: 'Liu-shui-8372' };

async function signedIn(role: AccountRole = 'reporter') {
  const user = await account(database, { username: freshName(), role });
  const browser = new Browser();
  await browser.signIn(user.username, user.password);
  const act = async <Input extends Parameters<typeof perform>[0]['input'], Result>(
    command: Command<Input, Result>,
    input: object,
    now = new Date(),
  ) => perform(command, await browser.principal(now), input, { now, caller: browser.caller });
  return { user, browser, act };
}

/** An account with a second factor, at the time that the clock shows. */
async function enrolledAccount(role: AccountRole = 'reporter') {
  const { user, browser, act } = await signedIn(role);
  const now = new Date();
  vi.useFakeTimers({ toFake: ['Date'], now });
  const setup = await act(beginSecondFactor, { present: user.password }, now);
  const secret = new TextDecoder().decode(base32.decode(new URL(setup.uri).searchParams.get('secret') ?? ''));
  const codeAt = (at: Date) => createOTP(secret).hotp(Math.floor(at.getTime() / 30_000));
  return { user, browser, act, now, code: await codeAt(now), codeAt };
}

beforeEach(async () => {
  await sql`delete from throttle`;
});
afterEach(() => {
  vi.useRealTimers();
  checkSettings({ SECOND_FACTOR: '' });
});

test('without the present password nothing of the account changes', async () => {
  const { act } = await signedIn();
  const wrong = { present: 'not the password' };
  expect(await refusalOf(act(changePassword, { ...wrong, ...fresh }))).toBe('invalid wrongPresent');
  expect(await refusalOf(act(beginSecondFactor, wrong))).toBe('invalid wrongPresent');
  expect(await refusalOf(act(disableSecondFactor, { ...wrong, code: '000000' }))).toBe('invalid wrongPresent');
});

test('five wrong guesses of the present password make everybody wait, the owner too', async () => {
  const { user, act } = await signedIn();
  const now = new Date();
  const tried: unknown[] = [];
  for (let at = 0; at < 6; at += 1)
    tried.push(await refusalOf(act(changePassword, { present: `guess ${at}`, ...fresh }, now)));
  expect(tried).toEqual([...Array(5).fill('invalid wrongPresent'), 'limit tooManyAttempts']);
  expect(await refusalOf(act(changePassword, { present: user.password, ...fresh }, now))).toBe('limit tooManyAttempts');
});

test('wrong codes are counted separately: a right password elsewhere excuses none', async () => {
  const { user, act, browser, now, code, codeAt } = await enrolledAccount();
  browser.take(await act(enableSecondFactor, { code }, now));
  const later = new Date(now.getTime() + 60_000);
  vi.setSystemTime(later);
  const guess = (present: string) => refusalOf(act(disableSecondFactor, { present, code: '000000' }, later));
  const answers = [await guess(user.password), await guess(user.password), await guess(user.password)];
  browser.take(await act(changePassword, { present: user.password, ...fresh }, later));
  for (let at = 0; at < 3; at += 1) answers.push(await guess(fresh.password));
  expect(answers).toEqual([...Array(5).fill('invalid wrongCode'), 'limit tooManyAttempts']);
  const right = { present: fresh.password, code: await codeAt(later) };
  expect(await refusalOf(act(disableSecondFactor, right, later))).toBe('limit tooManyAttempts');
});

test('the password of a demonstration account cannot be changed', async () => {
  const { user, act } = await signedIn();
  await sql`update app_user set is_demonstration = true where id = ${user.id}`;
  expect(await refusalOf(act(changePassword, { present: user.password, ...fresh }))).toBe(
    'forbidden demonstrationAccount',
  );
});

test('a second factor counts once a code proved it, and that code signs nobody in', async () => {
  const { user, act, browser, now, code } = await enrolledAccount();
  const wrong = code === '000000' ? '111111' : '000000';
  expect(await refusalOf(act(enableSecondFactor, { code: wrong }, now))).toBe('invalid wrongCode');
  expect(await new Browser().signIn(user.username, user.password, now)).toMatchObject({ kind: 'in' });
  browser.take(await act(enableSecondFactor, { code }, now));
  const other = new Browser();
  expect(await other.signIn(user.username, user.password, now)).toMatchObject({ kind: 'secondStep' });
  const asked = { now, caller: other.caller };
  expect(await perform(confirmSession, anonymousPrincipal(), { code }, asked)).toMatchObject({ why: 'usedCode' });
});

test('a second factor is removed with the sessions that it opened, where the owner may', async () => {
  const { user, act, browser, now, code, codeAt } = await enrolledAccount('auditor');
  browser.take(await act(enableSecondFactor, { code }, now));
  const other = new Browser();
  for (const [name, value] of browser.jar) other.jar.set(name, value);
  const later = new Date(now.getTime() + 30_000);
  vi.setSystemTime(later);
  const proof = { present: user.password, code: await codeAt(later) };
  checkSettings({ SECOND_FACTOR: 'required' });
  expect(await refusalOf(act(disableSecondFactor, proof, later))).toBe('forbidden factorRequired');
  checkSettings({ SECOND_FACTOR: 'optional' });
  const used = { ...proof, code };
  expect(await refusalOf(act(disableSecondFactor, used, later))).toBe('invalid usedCode');
  browser.take(await act(disableSecondFactor, proof, later));
  expect([(await browser.principal(now)).role, (await other.principal(now)).role]).toEqual(['auditor', 'visitor']);
  expect(await new Browser().signIn(user.username, user.password, now)).toMatchObject({ kind: 'in' });
});
