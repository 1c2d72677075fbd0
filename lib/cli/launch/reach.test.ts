import { describe, expect, test } from 'vitest';
import { checkSettings } from '@/lib/cli/launch/requirements';
import { namesToServe, newSecret } from '@/lib/cli/launch/web-settings';
import { openingVariable } from '@/lib/own-machine';
import { settingsOf } from '@/lib/settings';

const hosts: [host: string | undefined, isOwn: boolean][] = [
  [undefined, true],
  ['', true],
  ['127.0.0.1', true],
  ['::1', true],
  ['localhost', true],
  // Other ways to write this machine's own address: nobody needs them, so none is accepted.
  ['127.0.0.2', false],
  ['127.1', false],
  ['0', false],
  ['::ffff:127.0.0.1', false],
  ['0.0.0.0', false],
  ['::', false],
  ['10.1.2.3', false],
  ['fe80::1', false],
  ['kaohe.example.gov.cn', false],
  ['localhost.evil.example', false],
  ['*', false],
];

const origins: [origin: string | undefined, isOwn: boolean][] = [
  [undefined, true],
  ['', true],
  ['http://localhost:3000', true],
  ['https://localhost', true],
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['https://kaohe.example.gov.cn', false],
  ['https://localhost.evil.example', false],
  ['https://127.0.0.1.nip.io', false],
  ['https://localhost@evil.example', false],
  ['https://10.1.2.3', false],
  ['https://[::ffff:127.0.0.1]', false],
  ['https://localhost.', false],
  ['localhost:3000', false],
  ['evil', false],
];

const proxies: [proxy: string | undefined, isOwn: boolean][] = [
  [undefined, true],
  ['', true],
  ['0', true],
  ['1', false],
];

const cases = hosts.flatMap(([HOST, here]) =>
  origins.flatMap(([APP_ORIGIN, near]) =>
    proxies.map(([TRUSTED_PROXY, alone]) => ({
      environment: { HOST, APP_ORIGIN, TRUSTED_PROXY },
      isOwn: here && near && alone,
    })),
  ),
);

describe('with the built-in database', () => {
  test('a start is refused if any other machine could reach the product, and only then', () => {
    const started = cases.filter(({ environment }) => {
      try {
        checkSettings({ ...environment, BATON_SECRET: newSecret() });
        return true;
      } catch {
        return false;
      }
    });
    expect(started).toEqual(cases.filter(({ isOwn }) => isOwn));
    expect(cases.length).toBe(hosts.length * origins.length * proxies.length);
  });

  test('the demonstration exists on this machine alone, even without a launcher', () => {
    const readable = cases.filter(({ environment: { APP_ORIGIN } }) => !APP_ORIGIN || URL.canParse(APP_ORIGIN));
    for (const { environment, isOwn } of readable) {
      const policy = settingsOf({ ...environment, BATON_EMBEDDED: '1' });
      const secondFactor = isOwn ? 'optional' : 'required';
      expect(policy, JSON.stringify(environment)).toMatchObject({
        isEmbedded: isOwn,
        publicReading: isOwn,
        secondFactor,
      });
      expect(settingsOf(environment)).toMatchObject({ isEmbedded: false, publicReading: false });
    }
  });

  test.each([
    [{ HOST: '0.0.0.0' }, /^HOST=0\.0\.0\.0 opens .*: set DATABASE_URL .*, or unset HOST\.$/],
    [{ APP_ORIGIN: 'https://kaohe.example' }, /^APP_ORIGIN=https:\/\/kaohe\.example opens .*, or unset APP_ORIGIN\.$/],
    [{ TRUSTED_PROXY: '1' }, /^TRUSTED_PROXY=1 opens .*, or unset TRUSTED_PROXY\.$/],
  ])('%j is refused in a sentence that names the solutions', (environment, sentence) => {
    let refusal: unknown;
    try {
      checkSettings(environment);
    } catch (error) {
      refusal = error;
    }
    const [name] = Object.keys(environment);
    expect(refusal).toMatchObject({
      name: 'StartFailure',
      message: expect.stringMatching(sentence),
      zh: expect.stringMatching(new RegExp(`请用 DATABASE_URL 指定.*，或取消设置 ${name}。$`)),
    });
  });
});

test('with an external database it may be reached from anywhere, under one https address', () => {
  const own = { DATABASE_URL: 'postgres://baton@127.0.0.1:9/baton', BATON_SECRET: newSecret() };
  for (const { environment } of cases) {
    const { APP_ORIGIN = '' } = environment;
    const isGood = /^https?:\/\/[^@]+$/.test(APP_ORIGIN);
    const check = () => checkSettings({ ...own, ...environment });
    if (isGood) expect(check, JSON.stringify(environment)).not.toThrow();
    else expect(check, JSON.stringify(environment)).toThrow(/^APP_ORIGIN/);
  }
});

test('a setting that opens the product is named in the refusal', () => {
  expect(openingVariable({ HOST: '::', APP_ORIGIN: 'https://kaohe.example', TRUSTED_PROXY: '1' })).toBe('HOST');
  expect(openingVariable({ HOST: '::1', APP_ORIGIN: 'https://kaohe.example', TRUSTED_PROXY: '1' })).toBe('APP_ORIGIN');
  expect(openingVariable({})).toBeNull();
});

describe('the web server answers', () => {
  const settings = { databaseUrl: '', secret: '', origin: '', embedded: false };
  const own = ['localhost:3000', '127.0.0.1:3000', '[::1]:3000'];

  test('by this machine’s own names beside the built-in database', () => {
    const place = { host: '127.0.0.1', port: 3000, url: '' };
    const { BATON_HOSTS = '' } = namesToServe({ ...settings, origin: 'http://localhost:8080', embedded: true }, place);
    expect(BATON_HOSTS.split(' ')).toEqual(['localhost:8080', ...own]);
  });

  test('by the public address, and about its health by this machine and the served place', () => {
    const place = { host: 'fd00::1', port: 3000, url: '' };
    expect(namesToServe({ ...settings, origin: 'https://kaohe.example' }, place)).toEqual({
      BATON_HOSTS: 'kaohe.example kaohe.example:443',
      BATON_HEALTH_HOSTS: [...own, '[fd00::1]:3000'].join(' '),
    });
  });
});
