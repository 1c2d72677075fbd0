import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { beginSecondFactor } from '@/lib/access/account/begin-second-factor';
import { changePassword } from '@/lib/access/account/change-password';
import { enableSecondFactor } from '@/lib/access/account/enable-second-factor';
import { ownAccount } from '@/lib/access/account/queries';
import { renewRecoveryCodes } from '@/lib/access/account/renew-recovery-codes';
import { perform } from '@/lib/access/command';
import { awaitedCode } from '@/lib/access/sign-in/queries';
import { account, Browser, checkSettings, fictionalUnits, freshName, refusalOf } from '@/lib/testing/accounts';
import { confirmIn, enrolledReporter } from '@/lib/testing/second-factor';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const kindOf = async (browser: Browser, now?: Date) => (await browser.principal(now)).role;

beforeEach(async () => {
  await sql`delete from throttle`;
});
afterEach(() => vi.useRealTimers());

describe('the second factor', () => {
  const enrolledAccount = async () => {
    const now = new Date();
    vi.useFakeTimers({ toFake: ['Date'], now });
    return { ...(await enrolledReporter(database, now)), now };
  };
  const setClockLater = (now: Date, seconds: number) => {
    const moment = new Date(now.getTime() + seconds * 1000);
    vi.setSystemTime(moment);
    return moment;
  };
  const beginSecondStep = async (user: { username: string; password: string }, now: Date) => {
    const browser = new Browser();
    expect(await browser.signIn(user.username, user.password, now)).toMatchObject({ kind: 'secondStep' });
    expect(await kindOf(browser, now)).toBe('visitor');
    return browser;
  };

  test('is demanded, accepts a code once, and accepts the codes of the neighbouring half minutes', async () => {
    const { user, browser, codeAt, now } = await enrolledAccount();
    expect(await kindOf(browser, now)).toBe('reporter');
    const again = await beginSecondStep(user, now);
    expect(await confirmIn(again, await codeAt(now), now)).toMatchObject({ why: 'usedCode' });
    const next = setClockLater(now, 60);
    expect(await confirmIn(again, await codeAt(setClockLater(now, 60 + 90)), setClockLater(now, 60))).toMatchObject({
      why: 'wrongCode',
    });
    expect(await confirmIn(again, await codeAt(new Date(next.getTime() + 30_000)), next)).toMatchObject({ kind: 'in' });
    expect(await kindOf(again, next)).toBe('reporter');
    const third = await beginSecondStep(user, next);
    expect(await confirmIn(third, await codeAt(next), next)).toMatchObject({ why: 'usedCode' });
  });

  test('accepts the spaces that an authenticator displays', async () => {
    const { user, codeAt, now } = await enrolledAccount();
    const moment = setClockLater(now, 60);
    const code = (await codeAt(moment)).replace(/(...)(...)/, ' $1 $2 ');
    expect(await confirmIn(await beginSecondStep(user, moment), code, moment)).toMatchObject({ kind: 'in' });
  });

  test('is locked for a quarter of an hour by ten wrong codes', async () => {
    const { user, codeAt, now } = await enrolledAccount();
    const moment = setClockLater(now, 120);
    for (let tries = 0; tries < 10; tries += 1) {
      const browser = await beginSecondStep(user, moment);
      expect(await confirmIn(browser, '000000', moment)).toMatchObject({ kind: 'refused' });
    }
    const locked = await beginSecondStep(user, moment);
    expect(await confirmIn(locked, await codeAt(moment), moment)).toMatchObject({ why: 'factorLocked' });
    const free = setClockLater(moment, 901);
    expect(await confirmIn(await beginSecondStep(user, free), await codeAt(free), free)).toMatchObject({ kind: 'in' });
  });

  test('a recovery code works once', async () => {
    const { user, setup, now } = await enrolledAccount();
    const [code = ''] = setup.recoveryCodes;
    expect(setup.recoveryCodes).toHaveLength(10);
    expect(await confirmIn(await beginSecondStep(user, now), code, now)).toMatchObject({ kind: 'in' });
    expect(await confirmIn(await beginSecondStep(user, now), code, now)).toMatchObject({ why: 'wrongCode' });
  });

  test('the recovery codes that are left are counted down to none, on the account and in the second step', async () => {
    const { user, browser, setup, now } = await enrolledAccount();
    const left = async () => (await ownAccount(await browser.principal(now)))?.recoveryCodes;
    expect(await left()).toBe(10);
    for (const code of setup.recoveryCodes) {
      expect(await confirmIn(await beginSecondStep(user, now), code, now)).toMatchObject({ kind: 'in' });
    }
    expect(await left()).toBe(0);
    expect(await awaitedCode((await beginSecondStep(user, now)).caller, now)).toEqual({ recoveryCodes: 0 });
  });

  test('a recovery code is read as it is written down: small letters, O for 0, without hyphens', async () => {
    const { user, setup, now } = await enrolledAccount();
    const written = (setup.recoveryCodes[0] ?? '').replaceAll('0', 'o').replaceAll('-', '').toLowerCase();
    expect(await confirmIn(await beginSecondStep(user, now), written, now)).toMatchObject({ kind: 'in' });
  });

  test('recovery codes are renewed by the password, and those of before are good no more', async () => {
    const { user, browser, setup, now } = await enrolledAccount();
    const renew = async (present: string) =>
      perform(renewRecoveryCodes, await browser.principal(now), { present }, { now, caller: browser.caller });
    expect(await refusalOf(renew('wrong'))).toBe('invalid wrongPresent');
    const [fresh = ''] = await renew(user.password);
    const [old = ''] = setup.recoveryCodes;
    expect(await confirmIn(await beginSecondStep(user, now), old, now)).toMatchObject({ why: 'wrongCode' });
    expect(await confirmIn(await beginSecondStep(user, now), fresh, now)).toMatchObject({ kind: 'in' });
    const told = await sql`select changes from audit_event where command = 'secondFactor.renewCodes'`;
    expect(told).toHaveLength(1);
    expect(told[0]?.changes).not.toContain(fresh);
  });

  test('a set-up in a second window says that it ends the first one, which is told so', async () => {
    const now = new Date();
    const user = await account(database, { username: freshName(), role: 'reporter' });
    const browser = new Browser();
    await browser.signIn(user.username, user.password, now);
    const asked = { now, caller: browser.caller };
    const begin = async () =>
      perform(beginSecondFactor, await browser.principal(now), { present: user.password }, asked);
    const [first, second] = [await begin(), await begin()];
    expect([first.isReplaced, second.isReplaced]).toEqual([false, true]);
    const enable = async (setup: string) =>
      refusalOf(perform(enableSecondFactor, await browser.principal(now), { code: '000000', setup }, asked));
    expect(await enable(first.setup)).toBe('conflict factorBegunAgain');
    expect(await enable(second.setup)).toBe('invalid wrongCode');
  });

  test('a code is awaited only by a browser that gave the password', async () => {
    const { user, now } = await enrolledAccount();
    expect(await awaitedCode(new Browser().caller, now)).toBeNull();
    const browser = await beginSecondStep(user, now);
    expect(await awaitedCode(browser.caller, now)).toEqual({ recoveryCodes: 10 });
    expect(await awaitedCode(browser.caller, new Date(now.getTime() + 3_600_000))).toBeNull();
  });

  test('is recorded in the audit, without its secret', async () => {
    const { setup, user } = await enrolledAccount();
    const rows = await sql`select changes from audit_event`;
    const all = rows.map((row) => row.changes).join();
    expect(all).toContain('"secondFactor":"on"');
    for (const secret of [...setup.recoveryCodes, user.password, new URL(setup.uri).searchParams.get('secret') ?? '-'])
      expect(all).not.toContain(secret);
  });
});

test('a pasted password may have blanks and a line end around it', async () => {
  const user = await account(database, { username: freshName(), role: 'reporter' });
  for (const pasted of [`${user.password} `, `\t${user.password}\r\n`]) {
    const browser = new Browser();
    expect(await browser.signIn(user.username, pasted), JSON.stringify(pasted)).toMatchObject({ kind: 'in' });
  }
});

test('is set up first by a user who must have one', async () => {
  const user = await account(database, { username: 'auditor', role: 'auditor' });
  const browser = new Browser();
  checkSettings({ SECOND_FACTOR: 'required' });
  await browser.signIn(user.username, user.password);
  const principal = await browser.principal();
  expect(principal.standing).toBe('mustEnrol');
  const change = { present: user.password, password: 'Liu-shui-8372', repeated: 'Liu-shui-8372' };
  expect(await refusalOf(perform(changePassword, principal, change, { now: new Date() }))).toBe('forbidden mustEnrol');
  checkSettings({ SECOND_FACTOR: '' });
});
