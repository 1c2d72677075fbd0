import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openSql, type Sql } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { checkBackup } from '@/lib/cli/backup/read-backup';
import { openToWork } from '@/lib/cli/launch/database';
import { checkSettings } from '@/lib/testing/accounts';
import { contentsOf } from '@/lib/testing/database';
import { type EarlierDatabase, earlierDatabase } from '@/lib/testing/earlier';
import { prepareUpgraded } from './upgrade';

checkSettings();
const { url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'baton-upgrade-'));
const home = join(folder, 'home');
const backups = join(folder, 'backups');
const passphrase = 'four words of a phrase';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let database: EarlierDatabase;
let sql: Sql;

beforeEach(async () => {
  vi.stubEnv('BATON_DATA', home);
  vi.stubEnv('BACKUP_FOLDER', backups);
  vi.spyOn(console, 'log').mockImplementation(() => {});
  database = await earlierDatabase(url, '0005_audit-search.sql.br', folder);
  sql = openSql(database.url, { max: 1 });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await sql.end();
  await database.stop();
  rmSync(backups, { recursive: true, force: true });
});

const upgrade = () => prepareUpgraded({ url: database.url, embedded: false }, async () => 'ready');
const noted = async () => (await sql`select count(*)::int as n from drizzle.__drizzle_migrations`)[0]?.n;
const printed = () => vi.mocked(console.log).mock.calls.join('\n');

/** The failure of an upgrade, which leaves every row as it was. */
async function failure(): Promise<Error & { zh: string }> {
  const before = await contentsOf(database.url);
  const error = await upgrade().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'StartFailure', zh: expect.stringMatching(/没有任何改动/) });
  expect(await contentsOf(database.url)).toEqual(before);
  expect(await noted()).toBe(6);
  return error as Error & { zh: string };
}

describe('a filled database of an earlier schema', () => {
  test('is backed up before its tables change, as the report, the list and the trail say; and only then', async () => {
    expect(await upgrade()).toBe('ready');
    const [name = ''] = readdirSync(backups);
    expect(name).toMatch(/^baton-\d{8}T\d{9}Z-before-0006\.sql\.gz$/);
    expect(statSync(join(backups, name)).mode & 0o777).toBe(0o600);
    expect(await checkBackup(join(backups, name), '')).toMatchObject({
      migrations: database.manifest.migrations,
      tables: database.manifest.tables,
    });
    expect(printed()).toMatch(/^✓ 升级前已备份并核验：.*before-0006\.sql\.gz · backup written and checked.* s$/);
    expect(await sql`select state, origin, file_name from backup`).toEqual([
      { state: 'good', origin: 'upgrade', file_name: name },
    ]);
    expect((await sql`select command from audit_event order by seq desc limit 1`)[0]?.command).toBe('backup.record');
    expect(await upgrade()).toBe('ready');
    expect(readdirSync(backups)).toEqual([name]);
  });

  test('is backed up under the passphrase, and three such backups stay beside those of the days', async () => {
    vi.stubEnv('BACKUP_PASSPHRASE', passphrase);
    rmSync(backups, { recursive: true, force: true });
    const older = [1, 2, 3, 4].map((day) => `baton-2026010${day}T000000000Z-before-0003.sql.gz`);
    mkdirSync(backups);
    for (const name of [...older, 'baton-20260101T000000000Z.sql.gz']) writeFileSync(join(backups, name), '');
    await upgrade();
    const names = readdirSync(backups).sort();
    expect(names.slice(0, 3)).toEqual(['baton-20260101T000000000Z.sql.gz', older[2], older[3]]);
    expect(names[3]).toMatch(/-before-0006\.sql\.gz\.age$/);
    expect(names).toHaveLength(4);
    expect((await checkBackup(join(backups, names[3] ?? ''), passphrase)).migrations).toHaveLength(6);
  }, 60_000);

  test('is left as it is where no backup can be written, unless the operator has one', async () => {
    writeFileSync(join(folder, 'a file'), '');
    vi.stubEnv('BACKUP_FOLDER', join(folder, 'a file', 'below'));
    expect((await failure()).message).toMatch(
      /could not be backed up.*below \(ENOTDIR\).*BACKUP_FOLDER.*UPGRADE_WITHOUT_BACKUP=1/,
    );
    vi.stubEnv('UPGRADE_WITHOUT_BACKUP', '1');
    expect(await upgrade()).toBe('ready');
    expect(printed()).toMatch(/without a backup \(UPGRADE_WITHOUT_BACKUP=1\)/);
    expect(await sql`select from backup`).toHaveLength(0);
  });

  test('is as before after a migration that fails among others, and the operator is told what to do', async () => {
    // In the way of migration 0027, before which 0006 to 0026 have been applied.
    await sql`create table lamp (secret text)`;
    await sql`insert into lamp values ('number 4711')`;
    const { message, zh } = await failure();
    const [name = ''] = readdirSync(backups);
    const log = join(home, 'log', 'upgrade.log');
    for (const part of ['0027_lamps', '42P07', join(backups, name), log]) {
      expect(message).toContain(part);
      expect(zh).toContain(part);
    }
    expect(message).toMatch(/Nothing was changed\..*Start the Baton of before/);
    expect(`${message}${zh}`).not.toMatch(/CREATE|\n|\bat /);
    expect(readFileSync(log, 'utf8')).toContain('already exists');
    expect(statSync(log).mode & 0o777).toBe(0o600);
    await sql`drop table lamp`;
    expect(await upgrade()).toBe('ready');
  });

  test('of a newer Baton is refused by every command, and left as it is', async () => {
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 4102444800000)`;
    const before = await contentsOf(database.url);
    vi.stubEnv('DATABASE_URL', database.url);
    const named = vi.spyOn(console, 'error').mockImplementation(() => {});
    for (const work of [upgrade, () => openToWork('a test')])
      await expect(work()).rejects.toThrow(/prepared by a newer Baton .*2100-01-01.*restore the backup/);
    expect(await contentsOf(database.url)).toEqual(before);
    expect(await noted()).toBe(7);
    // A command names the database that it works on.
    named.mockClear();
  });
});
