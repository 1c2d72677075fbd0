import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { loadDataset } from '@/lib/cli/load-dataset';
import { account, Browser, checkSettings } from '@/lib/testing/accounts';
import { toldPath } from './told-lines';
import { toldSettings } from './told-settings';

checkSettings();
const { database, sql, url } = await testDatabase();
const home = mkdtempSync(join(tmpdir(), 'baton-support-'));
const file = join(home, 'support.json');
afterAll(() => rmSync(home, { recursive: true, force: true }));

const person = { username: 'zhang.planted', name: '张栽种' };
const secrets = {
  BATON_SECRET: 'planted-secret-of-sessions-0123456789',
  OUTBOX_SECRET: 'planted-secret-of-messages-0123456789',
  OUTBOX_URLS: 'https://hooks.planted.example/key=planted-key',
  BACKUP_PASSPHRASE: 'planted words of a phrase',
  METRICS_TOKEN: 'planted-token-of-measures-0123456789',
  APP_ORIGIN: 'https://planted.example',
  // A secret where a number belongs.
  BACKUP_HOUR: 'planted-hour',
};
const line = (more: object) => `${JSON.stringify({ level: 'info', time: '2026-06-01T00:00:00.000Z', ...more })}\n`;

beforeAll(async () => {
  await loadDataset(database);
  await account(database, { ...person, role: 'leader' });
  await new Browser('203.0.113.77').signIn(person.username, 'planted password', new Date());
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('PLANTED', '栽种的文件', 'planted', '', '', 'official', 1)`;
  mkdirSync(join(home, 'log'));
  const stack = `Error: ${person.name} typed 4711.25\n    at read (/srv/planted-home/lib/access/queries.ts:10:5)`;
  writeFileSync(
    join(home, 'log', 'web.log'),
    [
      line({
        msg: 'request',
        method: 'GET',
        path: `/access/users/${person.username}`,
        status: 200,
        ms: 12,
        address: '203.0.113.77',
      }),
      line({ msg: 'request', method: 'GET', path: '/display/show_planted1…', status: 404, ms: 1 }),
      line({
        level: 'error',
        msg: 'fault',
        reference: 'abc',
        err: { name: 'PostgresError', state: '23505', stack, detail: person.name },
      }),
      line({ msg: `console of ${person.name} with Bearer planted-token` }),
      line({ [person.name]: 'planted', level: person.name, time: person.name, method: person.name, kind: '栽种' }),
      `a crash near ${person.name}, secret planted\n`,
    ].join(''),
  );
});

test('a bundle tells versions, settings, migrations, rows, state and lines, and nothing that was planted', async () => {
  const program = join(process.cwd(), 'lib', 'cli', 'run.mjs');
  const env = {
    ...process.env,
    DATABASE_URL: url,
    BATON_DATA: home,
    BATON_EMBEDDED: '',
    SESSION_HOURS: '9',
    ...secrets,
  };
  const { stdout } = await promisify(execFile)(process.execPath, [program, 'support', file], { env });
  expect(stdout).toMatch(/已写入.*read it before you send it/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const text = readFileSync(file, 'utf8');
  const figures = await sql`select distinct value::text as value from observation where length(value::text) > 5`;
  const names = await sql`select name_zh as name from org_unit union select title from source where length(title) > 3
    union select name_zh from indicator union select name from app_user union select username from app_user`;
  const told = [...figures.map(({ value }) => value), ...names.map(({ name }) => name)].filter((one) =>
    text.includes(one),
  );
  expect(told).toEqual([]);
  expect(text).not.toMatch(/planted|栽种|4711|203\.0\.113|Bearer/);
  const bundle = JSON.parse(text);
  expect(bundle.product.version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  expect(bundle.settings).toMatchObject({
    ...{ SESSION_HOURS: '9', BATON_SECRET: '(set)', METRICS_TOKEN: '(set)', APP_ORIGIN: '(set)' },
    ...{ BACKUP_HOUR: '(set)', DATABASE_WEB_URL: '', DATABASE_URL: '(set)' },
  });
  expect(bundle.migrations.missing).toEqual([]);
  expect(bundle.rows).toMatchObject({ observation: figures.length > 0 ? 807 : 0, app_user: 1 });
  expect(bundle.log.slice(0, 3)).toEqual([
    {
      level: 'info',
      time: '2026-06-01T00:00:00.000Z',
      msg: 'request',
      method: 'GET',
      path: '/access/users/…',
      status: 200,
      ms: 12,
    },
    {
      level: 'info',
      time: '2026-06-01T00:00:00.000Z',
      msg: 'request',
      method: 'GET',
      path: '/display/…',
      status: 404,
      ms: 1,
    },
    {
      ...{ level: 'error', time: '2026-06-01T00:00:00.000Z', msg: 'fault' },
      err: { name: 'PostgresError', state: '23505', at: ['access/queries.ts:10:5'] },
    },
  ]);
  expect(bundle.log.at(-1)).toEqual({ unread: true });
});

test('an address keeps the words of the product, and a setting its number or word', () => {
  expect(toldPath('/catalogue/units/320600?year=2022')).toBe('/catalogue/units/…');
  expect(toldPath('/健康/张三')).toBe('/…/…');
  expect(
    toldSettings(['PUBLIC_READING', 'BACKUP_KEEP', 'HOST'], { PUBLIC_READING: 'on', BACKUP_KEEP: '3', HOST: 'h' }),
  ).toEqual({
    ...{ PUBLIC_READING: 'on', BACKUP_KEEP: '3', HOST: '(set)' },
  });
});
