import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openSql } from '@/db/client';
import { prepareDatabase } from '@/db/migrate';
import { testDatabase } from '@/db/testing';
import { checkExternal } from '@/lib/cli/launch/external';
import { checkSettings } from '@/lib/cli/launch/requirements';
import { root } from '@/lib/cli/launch/settings';
import { checkWebAccess } from '@/lib/cli/launch/web-access';
import { environmentOf, keptSecret, newSecret } from '@/lib/cli/launch/web-settings';

const { url: server } = await testDatabase({ migrated: false });

const good = {
  DATABASE_URL: 'postgres://baton@127.0.0.1:9/baton',
  BATON_SECRET: newSecret(),
  APP_ORIGIN: 'https://kaohe.example',
};

const bad: [what: string, setting: Record<string, string>, sentence: RegExp][] = [
  ['no secret', { BATON_SECRET: '' }, /^BATON_SECRET is not set/],
  ['a short secret', { BATON_SECRET: newSecret().slice(0, 31) }, /^BATON_SECRET has only 31 characters/],
  ['an example as secret', { BATON_SECRET: `changeme-${newSecret()}` }, /^BATON_SECRET is a well-known example/],
  ['the command as secret', { BATON_SECRET: '$(openssl rand -hex 32) # of README' }, /^BATON_SECRET is a well-known/],
  ['one letter as secret', { BATON_SECRET: 'x'.repeat(64) }, /^BATON_SECRET is .* repeats itself/],
  ['a repeated text as secret', { BATON_SECRET: 'k3J9xQ2mZw'.repeat(4) }, /^BATON_SECRET is .* repeats itself/],
  ['no origin', { APP_ORIGIN: '' }, /^APP_ORIGIN is not set/],
  ['an origin that is no address', { APP_ORIGIN: 'kaohe.example' }, /^APP_ORIGIN is no web address/],
  ['an origin of another kind', { APP_ORIGIN: 'ftp://kaohe.example' }, /^APP_ORIGIN is no web address/],
  ['an origin without encryption', { APP_ORIGIN: 'http://kaohe.example' }, /^APP_ORIGIN is http and not https/],
  ['an origin with a path', { APP_ORIGIN: 'https://kaohe.example/desk' }, /^APP_ORIGIN has more than/],
  ['an origin with a user', { APP_ORIGIN: 'https://me:pass@kaohe.example' }, /^APP_ORIGIN has more than/],
  ['an unknown profile of passwords', { PASSWORD_PROFILE: 'none' }, /^PASSWORD_PROFILE must be djbh3 or asvs/],
  ['messages to an address by http', { OUTBOX_URLS: 'http://a.example/' }, /^OUTBOX_URLS must be/],
  ['messages to an address with a user', { OUTBOX_URLS: 'https://me@a.example/' }, /^OUTBOX_URLS must be/],
  ['messages that nothing signs', { OUTBOX_URLS: 'https://a.example/' }, /^OUTBOX_SECRET must have/],
  ['a short token of the measures', { METRICS_TOKEN: 'short' }, /^METRICS_TOKEN must have/],
  ['connections that are no number', { DATABASE_POOL: 'ten' }, /^DATABASE_POOL must be a whole number/],
  ['no connections', { DATABASE_POOL: '0' }, /^DATABASE_POOL must be a whole number/],
  ['no web process', { WEB_PROCESSES: '0' }, /^WEB_PROCESSES must be a whole number/],
  ['a short passphrase', { BACKUP_PASSPHRASE: 'secret' }, /^BACKUP_PASSPHRASE has only 6 characters/],
  ['an hour that no day has', { BACKUP_HOUR: '24' }, /^BACKUP_HOUR must be a whole number/],
  ['kept pages in no number', { KEPT_PAGES_MB: '64M' }, /^KEPT_PAGES_MB must be a whole number/],
  ['a session of no length', { SESSION_HOURS: '0' }, /^SESSION_HOURS must be a whole number/],
  ['a pooler that is no switch', { DATABASE_POOLED: 'yes' }, /^DATABASE_POOLED must be 0 or 1/],
  ['a proxy that is no switch', { TRUSTED_PROXY: '10.0.0.1' }, /^TRUSTED_PROXY must be 0 or 1/],
  [
    'a user of the web process alone',
    { DATABASE_URL: '', DATABASE_WEB_URL: good.DATABASE_URL },
    /without DATABASE_URL/,
  ],
];

describe('settings', () => {
  test.each(bad)('with %s are refused in one sentence in each language', (_what, setting, sentence) => {
    const refusal = refusalOf(() => checkSettings({ ...good, ...setting }));
    expect(refusal).toMatchObject({ name: 'StartFailure', message: expect.stringMatching(sentence) });
    expect(refusal).toMatchObject({ zh: expect.stringMatching(/[\u4e00-\u9fff].*。$/) });
    if ('BATON_SECRET' in setting && setting.BATON_SECRET) {
      expect(`${refusal.message}${refusal.zh}`).not.toContain(setting.BATON_SECRET);
    }
  });

  test('that are complete are accepted, and the built-in database needs none', () => {
    expect(() => checkSettings(good)).not.toThrow();
    expect(() => checkSettings({ ...good, APP_ORIGIN: 'http://localhost:3000' })).not.toThrow();
    expect(() => checkSettings({})).not.toThrow();
    expect(() => checkSettings({ BATON_SECRET: 'short' })).toThrow(/BATON_SECRET/);
  });

  test('random secrets are never mistaken for examples', () => {
    for (let round = 0; round < 2000; round += 1) {
      checkSettings({ ...good, BATON_SECRET: randomBytes(16).toString('hex') });
      checkSettings({ ...good, BATON_SECRET: randomBytes(24).toString('base64') });
    }
  });
});

function refusalOf(work: () => void): Error & { zh?: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was refused');
}

describe('the secret of the built-in database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-secret-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is created once, readable by its owner alone, and created anew after a loss', () => {
    const secret = keptSecret(folder);
    expect(secret).toHaveLength(64);
    expect(keptSecret(folder)).toBe(secret);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
    writeFileSync(join(folder, 'secret'), '');
    expect(keptSecret(folder)).not.toBe(secret);
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(keptSecret(folder));
  });

  test('gives the forms a key of 32 bytes, always the same and not the secret', () => {
    const settings = { databaseUrl: '', secret: newSecret(), origin: '', embedded: false };
    const { NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: key = '', BATON_EMBEDDED } = environmentOf(settings);
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(environmentOf(settings).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).toBe(key);
    expect(environmentOf({ ...settings, secret: newSecret() }).NEXT_SERVER_ACTIONS_ENCRYPTION_KEY).not.toBe(key);
    expect(BATON_EMBEDDED).toBe('');
  });
});

describe('beside a database of DATABASE_URL', () => {
  const name = `owner_${randomBytes(6).toString('hex')}`;
  const master = openSql(server, { max: 1 });
  const address = new URL(server);
  address.username = name;
  address.pathname = name;
  const url = address.href;
  const check = () => checkWebAccess({ databaseUrl: url, embedded: false });
  let sql: ReturnType<typeof openSql>;

  beforeAll(async () => {
    await master.unsafe(`create role ${name} login; grant baton_web to ${name}`);
    await master.unsafe(`create database ${name} owner ${name}`);
    await prepareDatabase(url, async () => {});
    sql = openSql(url, { max: 1 });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await sql.end();
    await master.unsafe(`drop database ${name} with (force)`);
    await master.unsafe(`drop role ${name}`);
    await master.end();
  });

  test('an owner who is no superuser may serve', async () => {
    await checkExternal(url, { toServe: true });
    await check();
  });

  test('a superuser cannot serve, but a command may work as one', async () => {
    await expect(checkExternal(server, { toServe: true })).rejects.toThrow(/user of DATABASE_URL is a superuser/);
    await checkExternal(server);
  });

  test.each([
    [
      'everybody may change events',
      'grant update on audit_event to public',
      'revoke update on audit_event from public',
      /rewrite the audit trail/,
    ],
    [
      'one column may be changed',
      'grant update (actor) on audit_event to baton_web',
      'revoke update on audit_event from baton_web',
      /rewrite the audit trail/,
    ],
    [
      'figures may be emptied',
      'grant truncate on observation_revision to baton_web',
      'revoke truncate on observation_revision from baton_web',
      /rewrite the audit trail/,
    ],
    [
      'the triggers are off',
      'alter table audit_event disable trigger user',
      'alter table audit_event enable trigger user',
      /triggers .* missing or disabled/,
    ],
    [
      'a trigger is gone',
      'alter table audit_event disable trigger audit_event_no_truncate',
      'alter table audit_event enable trigger user',
      /triggers .* missing or disabled/,
    ],
    [
      'events cannot be added',
      'revoke insert on audit_event from baton_web',
      'grant insert on audit_event to baton_web',
      /may not read and add/,
    ],
    [
      'tables can be made',
      'grant create on schema public to baton_web',
      'revoke create on schema public from baton_web',
      /could make tables/,
    ],
  ])('is refused when %s, and served again when not', async (_what, spoil, mend, sentence) => {
    await sql.unsafe(spoil);
    await expect(check()).rejects.toThrow(sentence);
    await sql.unsafe(mend);
    await check();
  });

  test('behind a pooler the web process needs a user of its own', async () => {
    vi.stubEnv('DATABASE_POOLED', '1');
    await expect(check()).rejects.toThrow(/DATABASE_WEB_URL/);
    await master.unsafe(`create role ${name}_web login in role baton_web`);
    const own = new URL(url);
    own.username = `${name}_web`;
    await checkWebAccess({ databaseUrl: own.href, embedded: false });
    await master.unsafe(`drop role ${name}_web`);
    vi.unstubAllEnvs();
  });

  test('a database of a newer product, or one that lacks an earlier migration, is left unchanged', async () => {
    const prepare = () => prepareDatabase(url, async () => {});
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`;
    await expect(prepare()).rejects.toThrow(/prepared by a newer Baton .*2100-01-01/);
    await sql`delete from drizzle.__drizzle_migrations where hash = 'later'`;
    const [first] = await sql`delete from drizzle.__drizzle_migrations where id = 1 returning hash, created_at`;
    await expect(prepare()).rejects.toThrow(/passed over the migration 0000/);
    await sql`insert into drizzle.__drizzle_migrations ${sql(first ?? {})}`;
    await prepare();
  });

  const spawned: [what: string, setting: () => Record<string, string>, sentence: RegExp][] = [
    ['no secret', () => ({ BATON_SECRET: '' }), /✗ BATON_SECRET is not set.*\n {2}BATON_SECRET 没有设置/],
    ['a bad port', () => ({ PORT: '80a' }), /✗ PORT must be a number/],
    ['a superuser', () => ({ DATABASE_URL: server }), /✗ The user of DATABASE_URL is a superuser/],
    ['a writable audit trail', () => ({}), /✗ The user of the web process could rewrite the audit trail/],
  ];

  test.each(spawned)('npm start with %s ends with one sentence and a fault', async (_what, setting, sentence) => {
    await sql`grant delete on audit_event to public`;
    const { status, said } = await startWith({ ...good, DATABASE_URL: url, PORT: '4599', ...setting() });
    await sql`revoke delete on audit_event from public`;
    expect(said).toMatch(sentence);
    expect(said).not.toContain(good.BATON_SECRET);
    expect(said).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });
});

function startWith(setting: Record<string, string>): Promise<{ status: number | null; said: string }> {
  const child = spawn(process.execPath, [join(root, 'lib', 'cli', 'run.mjs'), 'start'], {
    env: { ...process.env, npm_lifecycle_event: '', ...setting },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (status) => resolve({ status, said: Buffer.concat(said).toString() }));
  });
}
