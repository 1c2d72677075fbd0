import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { testDatabase } from '@/db/testing';
import { months } from '@/lib/cli/bench/synthetic';
import { chance } from '@/lib/cli/fuzz/chance';
import { figureColumns } from '@/lib/reporting/import/check-figures';
import { fictionalUnits } from '@/lib/testing/accounts';
import { many } from '@/lib/testing/many';

const units = many(200, 50);
const periods = months(100);
const figures = units * periods.length;
const kills = many(10, 2);

const { sql, database, url } = await testDatabase();
await fictionalUnits(database);
await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
  values ('demo', '演示数据', '演示数据', '', '', 'unverified', 9000)`;
await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
  select 'U' || n, 'county', '乙县' || n, 'County ' || n, '', 9100 + n from generate_series(1, ${units}::int) n`;

const folder = mkdtempSync(join(tmpdir(), 'baton-killed-'));
const temporary = join(folder, 'tmp');
mkdirSync(temporary);
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A file of invented figures, different for each number. */
function writtenFile(number: number): string {
  const lines = periods.flatMap(({ code }) =>
    Array.from(
      { length: units },
      (_, at) => `DEMO,U${at + 1},${code},${number}${at},exact,,final,,,demo,表${number},,`,
    ),
  );
  const file = join(folder, `${number}.csv`);
  writeFileSync(file, `${figureColumns}\n${lines.join('\n')}\n`);
  return file;
}

/** Imports a file by the command line. `began` resolves once its transaction is open; `gone` returns its output. */
function startImport(file: string) {
  const child = spawn(process.execPath, [join(process.cwd(), 'lib', 'cli', 'run.mjs'), 'import', file], {
    env: { ...process.env, DATABASE_URL: url, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const gone = once(child, 'close').then(() => {
    children.delete(child);
    return said;
  });
  return { child, gone, began: untilWriting(child) };
}

async function untilWriting(child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const [one] = await sql`select from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null
        and backend_type = 'client backend'`;
    if (one) return;
    await after(2);
  }
  throw new Error('the import ended before it began');
}

async function untilStored(number: number): Promise<void> {
  while ((await standing(number))?.batches === 0) await after(5);
}

/** All rows that an import of the file writes, at one moment. */
async function standing(number: number) {
  const [row] = await sql`
    select (select count(*)::int from import_batch where file_name = ${`${number}.csv`}) as batches,
      (select count(*)::int from observation where locator = ${`表${number}`}) as figures,
      (select count(*)::int from observation_revision where locator = ${`表${number}`}) as revisions,
      (select count(*)::int from audit_event where command = 'figures.import' and changes like ${`%"${number}.csv"%`})
        as events`;
  return row;
}
const none = { batches: 0, figures: 0, revisions: 0, events: 0 };
const all = { batches: 1, figures, revisions: figures, events: 1 };

test('an import killed at any moment has stored the whole file or nothing, and the next one finishes', async () => {
  const first = startImport(writtenFile(1));
  await first.began;
  const start = performance.now();
  await first.gone;
  const whole = performance.now() - start;
  expect(await standing(1)).toEqual(all);
  const random = chance(kills);
  const found = { none: 0, all: 0 };
  let number = 2;
  for (let n = 0; n < kills; n += 1) {
    const one = startImport(writtenFile(number));
    await one.began;
    // Kills are spread over the import: the first at its very beginning, the last once its batch is visible.
    if (n === kills - 1) await untilStored(number);
    else if (n > 0) await after(((n - 1 + random(1000) / 1000) / (kills - 2)) * whole);
    one.child.kill('SIGKILL');
    await one.gone;
    const seen = await standing(number);
    expect([none, all]).toContainEqual(seen);
    found[seen?.batches === 0 ? 'none' : 'all'] += 1;
    if (seen?.batches === 1) number += 1;
  }
  expect(found.none).toBeGreaterThan(0);
  expect(found.all).toBeGreaterThan(0);
  // The killed imports hold no locks, and the file is imported as usual.
  const told = await startImport(writtenFile(number)).gone;
  expect(told).toContain(String(figures));
  expect(await standing(number)).toEqual(all);
  expect(readdirSync(temporary).filter((name) => !name.startsWith('tsx-'))).toEqual([]);
}, 300_000);
