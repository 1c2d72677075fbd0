import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { drizzleOver, openSql, type Sql } from '@/db/client';
import { createClient } from '@/lib/access/clients/create-client';
import { perform } from '@/lib/access/command';
import { todayOf } from '@/lib/catalogue/today';
import { addCatalogue, tidyFile, timeExport, timeImport } from '@/lib/cli/bench/import-file';
import { timeOfMany } from '@/lib/cli/bench/kept-pages';
import type { Measured } from '@/lib/cli/bench/report';
import { median } from '@/lib/cli/bench/timing';
import { root } from '@/lib/cli/launch/settings';
import { paths, withQuery } from '@/lib/paths';
import { inventedDocument, inventedFigures, inventedRun, storedScheme } from '@/lib/testing/invented-run';
import { person } from '@/lib/testing/returns';

const round = 9;
const clients = 10;
const count = 600;
/** The programs that ask by turns, so that none reaches its limit. */
const programs = 20;
const page = '/catalogue/indicators/GDP';
const code = `bench-${round}-1`;

/**
 * What programs read, with ten at once: a series of 36 months and a ranking of 100 units, against the page of an indicator that
 * is made anew and against the same rows by bare SQL behind a server of Node; and an export of 100,000 figures against COPY.
 */
export async function programTimes(sql: Sql, web: string, database: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  try {
    await addCatalogue(sql, round);
    const file = join(folder, 'figures.csv');
    writeFileSync(file, tidyFile(round, 1000));
    await timeImport(database, file);
    const run = await rankingOfHundred(sql);
    await sql`vacuum analyze`;
    return [...(await readTimes(sql, web, run)), ...(await exportTimes(database, folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rankingOfHundred(sql: Sql): Promise<string> {
  const database = drizzleOver(sql);
  await inventedFigures(database, { units: 100, items: 10 });
  await storedScheme(database, inventedDocument(10), { code: 'BENCH-API' });
  return inventedRun(database, { code: 'BENCH-API' });
}

async function readTimes(sql: Sql, web: string, run: string): Promise<Measured[]> {
  const series = { indicator: code, unit: code, period_from: '2018-M01', period_to: '2020-M12' };
  const asked = [
    {
      what: 'Series of 36 months by the interface for programs',
      path: withQuery(paths.apiFigures, series),
      bare: `select o.*, s.title, s.publisher, i.unit_zh, i.unit_en from observation o join source s on s.code = o.source_code
        join indicator i on i.code = o.indicator_code join period p on p.code = o.period_code
        where o.indicator_code = '${code}' and o.org_unit_code = '${code}' and p.starts_on >= '2018-01-01'
          and p.ends_on <= '2020-12-31' order by o.period_code`,
    },
    {
      what: 'Ranking of 100 units by the same',
      path: paths.apiRanking(run),
      bare: `select s.*, u.name_zh, u.name_en from run_score s join org_unit u on u.code = s.org_unit_code
        where s.run_id = '${run}' order by s.position`,
    },
  ];
  const tokens = await tokensOf(sql);
  const ask = (n: number) => ({ authorization: `Bearer ${tokens[n % tokens.length]}` });
  const words = [JSON.stringify(asked.map((one) => one.bare))];
  const bare = fork(join(import.meta.dirname, 'bare-server.ts'), words, { execArgv: ['--import', 'tsx'], cwd: root });
  const ended = once(bare, 'exit').then(() => Promise.reject(new Error('The bare server ended.')));
  try {
    const [port] = await Promise.race([once(bare, 'message'), ended]);
    const rows: Measured[] = [];
    for (const [at, { what, path }] of asked.entries()) {
      const times: { api: number; floor: number; page: number }[] = [];
      // The three in turns, so that other work of the machine affects all alike; the first turn warms up.
      for (let turn = 0; turn < 4; turn += 1) {
        const one = {
          api: await timeOfMany(`${web}${path}`, clients, count, { headersOf: ask }),
          floor: await timeOfMany(`http://127.0.0.1:${port}/${at}`, clients, count),
          page: await timeOfMany(`${web}${page}`, clients, count / 10, { headersOf: () => ({ 'x-anew': '1' }) }),
        };
        if (turn > 0) times.push(one);
      }
      const of = (key: 'api' | 'floor' | 'page') => median(times.map((one) => one[key]));
      rows.push(
        {
          what: `${what}, ten clients, against a fifth of the indicator page`,
          value: of('api') / (of('page') / 5),
          unit: '×',
          budget: 1,
          note: `${of('api').toFixed(2)} ms and ${of('page').toFixed(1)} ms for each answer`,
        },
        {
          what: 'The same, against its bare SQL behind a server of Node',
          value: of('api') / of('floor'),
          unit: '×',
          budget: 3,
          note: `${of('floor').toFixed(2)} ms`,
        },
      );
    }
    return rows;
  } finally {
    ended.catch(() => {});
    bare.kill();
  }
}

async function tokensOf(sql: Sql): Promise<string[]> {
  const now = new Date();
  const tokens: string[] = [];
  for (let n = 1; n <= programs; n += 1) {
    const terms = { name: `演示${n}`, role: 'visitor', unitCode: '', expiresOn: todayOf({ now }) };
    const given = { now, database: drizzleOver(sql) };
    tokens.push((await perform(createClient, person('administrator'), terms, given)).token);
  }
  return tokens;
}

/** The export of the command line, against the database's own copy of the same columns in the same order into a file. */
async function exportTimes(database: string, folder: string): Promise<Measured[]> {
  const found: { seconds: number; floor: number; megabytes: number }[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const floor = await timeCopyOut(database, join(folder, 'copied.csv'));
    found.push({ floor, ...(await timeExport(database, join(folder, `export-${turn}.csv`))) });
  }
  return [
    {
      what: 'Export of 100,000 figures as a stream, against COPY, median of three',
      value: median(found.map(({ seconds, floor }) => seconds / floor)),
      unit: '×',
      budget: 3,
      note: found.map(({ seconds, floor }) => `${seconds.toFixed(1)} s and ${floor.toFixed(1)} s`).join(', '),
    },
    {
      what: 'The same, resident at most',
      value: Math.max(...found.map(({ megabytes }) => megabytes)),
      unit: 'MB',
      budget: 200,
    },
  ];
}

/** Seconds of the copy, on a connection of its own: the driver sends no second one over the same. */
async function timeCopyOut(database: string, file: string): Promise<number> {
  const sql = openSql(database, { max: 1 });
  await sql`select 1`;
  const began = performance.now();
  const copied = await sql`copy (select indicator_code, org_unit_code, period_code, value, qualifier, qualifier_printed,
    vintage, reported_yoy, period_printed, source_code, locator, quote, note from observation
    order by indicator_code, period_code, org_unit_code) to stdout with (format csv, header)`.readable();
  await pipeline(copied, createWriteStream(file));
  const seconds = (performance.now() - began) / 1000;
  await sql.end({ timeout: 2 });
  return seconds;
}
