import { execFile } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { openSql, type Sql } from '@/db/client';
import type { Measured } from '@/lib/cli/bench/report';
import { months, periodRow } from '@/lib/cli/bench/synthetic';
import { answerTimes } from '@/lib/cli/bench/timing';
import { root } from '@/lib/cli/launch/settings';

const units = 200;
const indicators = 10;
const periods = months(50);
const label = '演示数据';

/**
 * The command line's import of 100,000 synthetic figures, compared with copying the same rows into a table and from
 * there into the figures, without checks, revisions or an event; and the answer time of a page while another file
 * corrects them all.
 */
export async function importTimes(url: string, web: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const sql = openSql(url, { max: 1 });
  try {
    await addCatalogue(sql);
    const file = join(folder, 'figures.csv');
    writeFileSync(file, tidyFile(1000));
    const floor = await timeCopy(sql, file);
    const { seconds, megabytes } = await timeImport(url, file);
    const corrected = join(folder, 'corrected.csv');
    writeFileSync(corrected, tidyFile(2000));
    const beside = await overviewBeside(web, () => timeImport(url, corrected));
    return [
      {
        what: 'Import of 100,000 figures, checked and with revisions, against COPY and upsert',
        value: seconds / floor,
        unit: '×',
        budget: 6,
        note: `${seconds.toFixed(1)} s and ${floor.toFixed(1)} s`,
      },
      { what: 'The same, resident at most', value: megabytes, unit: 'MB', budget: 300 },
      beside,
    ];
  } finally {
    await sql.end({ timeout: 2 });
    rmSync(folder, { recursive: true, force: true });
  }
}

async function addCatalogue(sql: Sql): Promise<void> {
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('bench', ${label}, ${label}, ${label}, ${label}, 'unverified', 9100)`;
  await sql`insert into topic (code, name_zh, name_en, sort_order) values ('bench', ${label}, 'Demonstration', 9100)`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    select 'bench-' || n, 'bench', ${label} || n, 'Demonstration ' || n, '', '家', 'firms', 2, 'amount', 'higher',
      'current', 'monthly', ${label}, 'Demonstration', 9100 + n from generate_series(1, ${indicators}) n`;
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    select 'bench-' || n, 'county', '乙县' || n, 'County ' || n, '', 9100 + n from generate_series(1, ${units}) n`;
}

function tidyFile(from: number): string {
  const lines = [
    'indicator,unit,period,value,qualifier,qualifier_printed,vintage,reported_yoy,period_printed,source,locator,quote,note',
  ];
  for (const [month, { code: period }] of periods.entries()) {
    for (let indicator = 1; indicator <= indicators; indicator += 1) {
      for (let unit = 1; unit <= units; unit += 1) {
        const value = `${from + unit * 7 + month}.${`${(unit * indicator) % 100}`.padStart(2, '0')}`;
        lines.push(`bench-${indicator},bench-${unit},${period},${value},exact,,final,,,bench,表${indicator},,${label}`);
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Seconds that the database alone takes to copy the same rows; the copy is rolled back. */
async function timeCopy(sql: Sql, file: string): Promise<number> {
  let seconds = Number.NaN;
  await sql
    .begin(async (tx) => {
      await tx`set local statement_timeout = 0`;
      await tx`insert into period ${tx(periods.map(periodRow))} on conflict do nothing`;
      await tx`create temp table staging (indicator text, unit text, period text, value numeric, qualifier text,
        qualifier_printed text, vintage text, reported_yoy numeric, period_printed text, source text, locator text,
        quote text, note text)`;
      const began = performance.now();
      const target = await tx`copy staging from stdin with (format csv, header)`.writable();
      await pipeline(createReadStream(file), target);
      await tx`insert into observation (indicator_code, org_unit_code, period_code, value, decimals, qualifier,
          qualifier_printed, vintage, reported_yoy, period_printed, source_code, locator, quote, note, version,
          updated_by, updated_at)
        select indicator, unit, period, value, 2, qualifier, coalesce(qualifier_printed, ''), vintage, reported_yoy,
          coalesce(period_printed, ''), source, locator, coalesce(quote, ''), note, 1, 'bench', now() from staging
        on conflict (indicator_code, period_code, org_unit_code) do update set value = excluded.value`;
      seconds = (performance.now() - began) / 1000;
      throw takenBack;
    })
    .catch((error: unknown) => {
      if (error !== takenBack) throw error;
    });
  return seconds;
}

const takenBack = new Error('taken back');

async function timeImport(url: string, file: string): Promise<{ seconds: number; megabytes: number }> {
  const words = [join(root, 'lib', 'cli', 'run.mjs'), 'import', file];
  const { stdout } = await promisify(execFile)(process.execPath, words, {
    env: { ...process.env, DATABASE_URL: url },
  });
  const [, seconds, megabytes] = /([\d.]+) s, (\d+) MB/.exec(stdout) ?? [];
  if (!seconds || !megabytes) throw new Error(`The import did not end well:\n${stdout}`);
  return { seconds: Number(seconds), megabytes: Number(megabytes) };
}

/** The answer time of the overview during a work, relative to the time before. */
async function overviewBeside(web: string, work: () => Promise<unknown>): Promise<Measured> {
  const overview = { name: 'overview', url: `${web}/` };
  const alone = (await answerTimes([overview], 100)).get(overview.name) ?? Number.NaN;
  let isOver = false;
  const working = work().finally(() => {
    isOver = true;
  });
  const [during] = await Promise.all([answerTimes([overview], Number.POSITIVE_INFINITY, () => isOver), working]);
  const beside = during.get(overview.name) ?? Number.NaN;
  return {
    what: 'Overview while such an import runs, against the same alone',
    value: beside / alone,
    unit: '×',
    budget: 2,
    note: `${beside.toFixed(1)} ms and ${alone.toFixed(1)} ms`,
  };
}
