import { createHmac, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { testDatabase } from '@/db/testing';
import { freshToken, type Purpose, signValue, verifiedValue } from '@/lib/access/auth/tokens';
import { perform } from '@/lib/access/command';
import { anonymousPrincipal, systemPrincipal } from '@/lib/access/principal';
import { chooseOwnPassword } from '@/lib/access/sign-in/choose-password';
import { confirmSession } from '@/lib/access/sign-in/confirm-session';
import { bucketsOf } from '@/lib/access/sign-in/queries';
import { createUser } from '@/lib/access/users/create-user';
import { demonstrationPassword } from '@/lib/access/users/demonstration/accounts';
import { cookieNames } from '@/lib/cookies';
import { commitUpload } from '@/lib/reporting/import/staging/commit-upload';
import { settings } from '@/lib/settings';
import { account, Browser, checkSecret, checkSettings, fictionalUnits, freshName } from '@/lib/testing/accounts';
import { enrolledReporter } from '@/lib/testing/second-factor';

checkSettings();
const { sql, database } = await testDatabase();
await fictionalUnits(database);

const purposes = Object.keys(cookieNames(false)) as Purpose[];
const now = new Date();
const chosen = 'Liu-shui-8372';

beforeEach(async () => {
  await sql`delete from throttle`;
  vi.useFakeTimers({ toFake: ['Date'], now });
});
afterEach(() => {
  vi.useRealTimers();
  checkSettings();
});

/** A signature by one key for all purposes, as the accounts library makes it, and as the product once did. */
const signedByOneKey = (value: string) =>
  `${value}.${createHmac('sha256', checkSecret).update(value).digest('base64')}`;

/** Live tokens of every kind, as a browser holds them. */
async function everyToken() {
  const enrolled = await enrolledReporter(database, now);
  const known = await account(database, { username: freshName(), role: 'reporter' });
  const handedOver = await perform(
    createUser,
    systemPrincipal('check'),
    { username: freshName(), name: '演示', role: 'reporter', unitCode: 'JIA', department: '' },
    { now },
  );
  const [signedIn, atSecond, atPassword] = [new Browser(), new Browser(), new Browser()];
  await signedIn.signIn(known.username, known.password, now);
  await atSecond.signIn(enrolled.user.username, enrolled.user.password, now);
  await atPassword.signIn(handedOver.username, handedOver.secret, now);
  const held: Record<Purpose, string> = {
    session: signedIn.jar.get('session') ?? '',
    device: signedIn.jar.get('device') ?? '',
    secondStep: atSecond.jar.get('second-step') ?? '',
    newPassword: atPassword.jar.get('new-password') ?? '',
  };
  const raw = Object.fromEntries(purposes.map((one) => [one, verifiedValue(one, held[one], checkSecret) ?? '']));
  const [session] = await sql`select id from app_session where user_id = ${known.id}`;
  const others: Record<string, string> = {
    ...raw,
    attempts: `2fa-attempts-${raw.secondStep}`,
    trusted: `trust-device-${freshToken()}`,
    sessionRow: session?.id,
    account: known.id,
    upload: randomUUID(),
    secret: handedOver.secret,
    recovery: enrolled.setup.recoveryCodes[0] ?? '',
    demonstration: demonstrationPassword('demo.admin', checkSecret),
  };
  return { enrolled, known, handedOver, held, others };
}
type Tokens = Awaited<ReturnType<typeof everyToken>>;

/** Every text that an attacker could send instead of the token for a purpose: none of them is that token. */
function wrongFor(purpose: Purpose, { held, others }: Tokens): [what: string, text: string][] {
  const mine = verifiedValue(purpose, held[purpose], checkSecret);
  return [
    ...purposes.filter((one) => one !== purpose).map((one): [string, string] => [`${one} as it is held`, held[one]]),
    ...Object.entries(others).flatMap(([what, value]): [string, string][] => [
      [`${what}, unsigned`, value],
      [`${what}, signed by one key`, signedByOneKey(value)],
      ...purposes
        .filter((one) => one !== purpose || value !== mine)
        .map((one): [string, string] => [`${what}, signed for ${one}`, signValue(one, value, checkSecret)]),
    ]),
  ];
}

/** Reads a text as the token for a purpose and returns what it grants: null for nothing. */
function reader(purpose: Purpose, tokens: Tokens, moment: Date): (browser: Browser) => Promise<string | null> {
  const [work, by] = [{ now: moment }, anonymousPrincipal()];
  switch (purpose) {
    case 'session':
      return async (browser) => {
        const { role } = await browser.principal(moment);
        return role === 'visitor' ? null : role;
      };
    case 'device':
      return async ({ caller }) => {
        const asked = { ...work, caller, principal: by, policy: settings() };
        const [bucket] = await bucketsOf(asked, tokens.known.username, database);
        return bucket?.name.startsWith('device:') ? bucket.name : null;
      };
    case 'secondStep':
      return async ({ caller }) => {
        const code = await tokens.enrolled.codeAt(moment);
        const outcome = await perform(confirmSession, by, { code }, { ...work, caller });
        return outcome.kind === 'refused' && outcome.cookies.length === 0 ? null : outcome.kind;
      };
    case 'newPassword':
      return async ({ caller }) => {
        const input = { password: chosen, repeated: chosen };
        const outcome = await perform(chooseOwnPassword, by, input, { ...work, caller });
        return outcome.kind === 'refused' && outcome.cookies.length === 0 ? null : outcome.kind;
      };
  }
}

const keptSessions = async () =>
  JSON.stringify([
    await sql`select id, token, user_id from app_session order by id`,
    await sql`select user_id, password from credential order by user_id`,
    await sql`select identifier, value from verification order by identifier`,
    await sql`select id, must_change_password, banned, two_factor_enabled from app_user order by id`,
    await sql`select user_id, device_hash from known_device order by user_id, device_hash`,
  ]);

const withCookies = (names: readonly string[], text: string) => {
  const browser = new Browser('10.6.6.6');
  for (const name of names) browser.jar.set(name, text);
  return browser;
};

describe.each(purposes)('where a token for %s is read', (purpose) => {
  test('no other is accepted, signed or not, under either name of the cookie, and nothing is granted', async () => {
    const tokens = await everyToken();
    const moment = new Date(now.getTime() + 60_000);
    vi.setSystemTime(moment);
    const obtains = reader(purpose, tokens, moment);
    const names = [cookieNames(false)[purpose], cookieNames(true)[purpose]];
    const before = await keptSessions();
    const wrong = wrongFor(purpose, tokens);
    const taken: string[] = [];
    for (const origin of ['', 'https://baton.example']) {
      checkSettings({ APP_ORIGIN: origin });
      for (const [what, text] of wrong) {
        const got = await obtains(withCookies(names, text));
        if (got !== null) taken.push(`${what}: ${got}`);
      }
    }
    expect(taken).toEqual([]);
    expect(await keptSessions()).toBe(before);
    // Over https the name without the prefix, which any host may set, is ignored.
    const [plain = '', prefixed = ''] = names;
    expect(await obtains(withCookies([plain], tokens.held[purpose]))).toBeNull();
    expect(await obtains(withCookies([prefixed], tokens.held[purpose]))).not.toBeNull();
    expect(wrong.length).toBeGreaterThan(70);
  });
});

describe('typed text', () => {
  test('as a password or a code is no token, and no token is the number of an upload', async () => {
    const tokens = await everyToken();
    const texts = [...Object.values(tokens.held), ...Object.values(tokens.others)];
    const moment = new Date(now.getTime() + 60_000);
    vi.setSystemTime(moment);
    const before = await keptSessions();
    for (const text of texts.filter((one) => one !== tokens.others.recovery)) {
      await sql`delete from throttle`;
      expect(await new Browser('10.7.0.1').signIn(tokens.known.username, text, moment)).toMatchObject({
        why: 'wrongPassword',
      });
      if (text !== tokens.others.upload) expect(commitUpload.input.safeParse({ id: text }).success).toBe(false);
    }
    expect(await keptSessions()).toBe(before);
    const [first = '', ...rest] = texts.filter((one) => one.length <= 20 && one !== tokens.others.recovery);
    for (const code of [first, ...rest].filter(Boolean)) {
      const { caller } = withCookies(['second-step'], tokens.held.secondStep);
      const outcome = await perform(confirmSession, anonymousPrincipal(), { code }, { now: moment, caller });
      expect(outcome).toMatchObject({ why: 'wrongCode' });
    }
  }, 60_000);
});

test('a signature is valid for its purpose, its value and its secret alone', () => {
  for (const purpose of purposes) {
    const text = signValue(purpose, 'a.value', checkSecret);
    for (const other of purposes) expect(verifiedValue(other, text, checkSecret) === 'a.value').toBe(other === purpose);
    expect(verifiedValue(purpose, text, `${checkSecret}.`)).toBeNull();
    for (const changed of [text.slice(1), text.slice(0, -2), `b${text}`, 'a.value', 'a.value.', '.', '', null])
      expect(verifiedValue(purpose, changed, checkSecret), `${changed}`).toBeNull();
  }
});
