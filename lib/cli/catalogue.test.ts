import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { account, checkSettings, fictionalUnits } from '@/lib/testing/accounts';
import { fileOf, tablesNow } from '@/lib/testing/catalogue-file';

checkSettings();
const { database, sql, url } = await testDatabase();
await fictionalUnits(database);
const office = await account(database, { username: 'office', role: 'assessmentOffice' });
const folder = mkdtempSync(join(tmpdir(), 'baton-catalogue-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, '目录.xlsx');

async function run(...words: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const program = join(process.cwd(), 'lib', 'cli', 'run.mjs');
  const env = { ...process.env, DATABASE_URL: url, BATON_EMBEDDED: '' };
  return promisify(execFile)(process.execPath, [program, 'catalogue', ...words], { env }).then(
    (said) => ({ code: 0, ...said }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

test('the command line exports the catalogue, and its import changes nothing', async () => {
  const out = await run('export', file);
  expect(out).toMatchObject({ code: 0 });
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
  const events = await sql`select count(*) as n from audit_event`;
  const done = await run('import', file, '--apply');
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining('无变化') });
  expect(await sql`select count(*) as n from audit_event`).toEqual(events);
  expect(readdirSync(folder)).toEqual(['目录.xlsx']);
}, 60_000);

test('an import is a preview until it is applied, in the name of an account', async () => {
  const units = [
    ['代码', '名称', '英文名称'],
    ['YI', '乙县', 'Second County'],
    ['BING', '丙县', ''],
  ];
  writeFileSync(file, await fileOf({ units: [...units.map((row, at) => [...row, at === 0 ? '类别' : '县（市）区'])] }));
  const preview = await run('import', file);
  expect(preview).toMatchObject({ code: 0, stdout: expect.stringContaining('County B → Second County') });
  expect(preview.stdout).toContain('--apply');
  expect(await sql`select from org_unit where code = 'BING'`).toHaveLength(0);
  expect(await run('import', file, '--apply', '--as', 'nobody')).toMatchObject({ code: 1 });
  expect(await run('import', file, '--apply', '--as', 'office')).toMatchObject({ code: 0 });
  expect((await tablesNow()).units.map(({ code }) => code)).toEqual(['JIA', 'YI', 'BING']);
  const [event] = await sql`select actor, command from audit_event order by seq desc limit 1`;
  expect(event).toEqual({ actor: office.id, command: 'catalogue.import' });
}, 60_000);

test('faults end it with every cell, in both languages, and store nothing', async () => {
  writeFileSync(
    file,
    await fileOf({
      units: [
        ['名称', '类别', '上级'],
        ['丁县', '县（市）区', '甲曲'],
      ],
    }),
  );
  const refused = await run('import', file, '--apply');
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stderr).toContain('单位!C2 “甲曲”');
  expect(refused.stderr).toMatch(/甲区（JIA）.*nearest/s);
  expect(await run('import', join(folder, 'none.xlsx'))).toMatchObject({ code: 1 });
  expect(await run('other', file)).toMatchObject({ code: 1 });
}, 60_000);
