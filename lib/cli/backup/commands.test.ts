import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { openSql } from '@/db/client';
import { testDatabase } from '@/db/testing';
import { account, checkSettings } from '@/lib/testing/accounts';
import { copyDatabase } from '@/lib/testing/database';

checkSettings();
const { database, sql, url } = await testDatabase();
await account(database, { username: 'kept', role: 'leader' });
const folder = mkdtempSync(join(tmpdir(), 'baton-backups-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, '备份.sql.gz');

type Said = { code: number; stdout: string; stderr: string };
function run(words: string[], environment: Record<string, string> = {}): Promise<Said> {
  const program = join(process.cwd(), 'lib', 'cli', 'run.mjs');
  const env = { ...process.env, DATABASE_URL: url, BATON_EMBEDDED: '', ...environment };
  return promisify(execFile)(process.execPath, [program, ...words], { env }).then(
    (said) => ({ code: 0, ...said }),
    (error: Said) => error,
  );
}

test('a backup by the command line is closed to other users, is listed, and is restored into an empty database', async () => {
  expect(await run(['backup', file])).toMatchObject({ code: 0, stdout: expect.stringContaining('已备份并核验') });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const [row] = await sql`select state, origin, file_name from backup`;
  expect(row).toEqual({ state: 'good', origin: 'commandLine', file_name: '备份.sql.gz' });
  const template = new URL(url);
  template.pathname = 'template0';
  const other = await copyDatabase(template.href);
  try {
    const said = await run(['restore', file], { DATABASE_URL: other.url });
    expect(said).toMatchObject({ code: 0, stdout: expect.stringMatching(/审计链完整.*\n.*已恢复/) });
    const own = openSql(other.url, { max: 1 });
    expect(await own`select username from app_user where username = 'kept'`).toHaveLength(1);
    const [event] = await own`select command from audit_event order by seq desc limit 1`;
    expect(event?.command).toBe('backup.restore');
    await own.end();
    expect(await run(['restore', file], { DATABASE_URL: other.url })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/not empty.*\n.*不是空的/),
    });
  } finally {
    await other.stop();
  }
}, 120_000);

test('every refusal is one sentence in both languages, and leaves everything as it was', async () => {
  const filled = join(folder, 'filled');
  mkdirSync(filled);
  writeFileSync(join(filled, 'note.txt'), '');
  const [missing, fresh] = [join(folder, 'no-such.gz'), join(folder, 'fresh')];
  const none = { DATABASE_URL: '' };
  const refused: [string[], Record<string, string>, RegExp][] = [
    [['backup'], {}, /Usage: npm run backup -- FILE/],
    [['backup', file, 'more'], {}, /Usage: npm run backup/],
    [['backup', join(folder, 'x.gz')], { BACKUP_PASSPHRASE: 'short' }, /BACKUP_PASSPHRASE has only 5 characters/],
    [['restore'], {}, /Usage: npm run restore/],
    [['restore', missing, '--to', fresh], none, /no-such.gz cannot be read \(ENOENT\)/],
    [['restore', file, '--to', filled], none, /filled is not empty/],
    [['restore', join(filled, 'note.txt'), '--to', fresh], none, /no whole backup/],
  ];
  for (const [words, environment, sentence] of refused) {
    const { code, stderr } = await run(words, environment);
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
    expect(stderr, words.join(' ')).toMatch(/[\u4e00-\u9fff]/);
    expect(stderr).not.toMatch(/\n\s+at /);
  }
  expect(readdirSync(filled)).toEqual(['note.txt']);
  expect(existsSync(fresh)).toBe(false);
  expect(existsSync(join(folder, 'x.gz'))).toBe(false);
}, 120_000);
