import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openSql, type Sql } from '@/db/client';
import { timeCopy } from '@/lib/cli/bench/import-floor';
import type { Measured } from '@/lib/cli/bench/report';
import { months } from '@/lib/cli/bench/synthetic';
import { answerTimes, median } from '@/lib/cli/bench/timing';
import { root } from '@/lib/cli/launch/settings';

const rounds = 3;
const units = 200;
/** The number of indicators of a round, `bench-ROUND-1` and so on. */
export const indicators = 10;
const periods = months(50);
const label = '演示数据';

/**
 * The command line's import of 100,000 synthetic figures, compared with copying the same rows into a table and from
 * there into the figures, their revisions and the coverage, without checks or an event: the median of some rounds, each
 * with units and indicators of its own. Then the answer time of a page while another file corrects the last figures.
 */
export async function importTimes(url: string, web: string): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const sql = openSql(url, { max: 1 });
  try {
    const found: { seconds: number; floor: number; megabytes: number }[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      await addCatalogue(sql, round);
      const file = join(folder, `${round}.csv`);
      writeFileSync(file, tidyFile(round, 1000));
      const floor = await timeCopy(sql, file, periods);
      found.push({ floor, ...(await timeImport(url, file)) });
    }
    const corrected = join(folder, 'corrected.csv');
    writeFileSync(corrected, tidyFile(rounds, 2000));
    const beside = await overviewBeside(web, () => timeImport(url, corrected));
    return [
      {
        what: 'Import of 100,000 figures, against COPY and upsert with revisions, median of three',
        value: median(found.map(({ seconds, floor }) => seconds / floor)),
        unit: '×',
        budget: 2,
        note: found.map(({ seconds, floor }) => `${seconds.toFixed(1)} s and ${floor.toFixed(1)} s`).join(', '),
      },
      {
        what: 'The same, resident at most',
        value: Math.max(...found.map(({ megabytes }) => megabytes)),
        unit: 'MB',
        budget: 300,
      },
      beside,
    ];
  } finally {
    await sql.end({ timeout: 2 });
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The indicators and units of a round, without figures. */
export async function addCatalogue(sql: Sql, round: number): Promise<void> {
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('bench', ${label}, ${label}, ${label}, ${label}, 'unverified', 9100) on conflict do nothing`;
  await sql`insert into topic (code, name_zh, name_en, sort_order) values ('bench', ${label}, 'Demonstration', 9100)
    on conflict do nothing`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    select ${`bench-${round}-`} || n, 'bench', ${label} || n, 'Demonstration ' || n, '', '家', 'firms', 2, 'amount', 'higher',
      'current', 'monthly', ${label}, 'Demonstration', 9100 + n from generate_series(1, ${indicators}) n`;
  await sql`insert into org_unit (code, kind, name_zh, name_en, initials, sort_order)
    select ${`bench-${round}-`} || n, 'county', '乙县' || n, 'County ' || n, '', 9100 + n from generate_series(1, ${units}) n`;
}

/** A tidy file of 100,000 figures of a round, counted from a value on. */
export function tidyFile(round: number, from: number): string {
  const lines = [
    'indicator,unit,period,value,qualifier,qualifier_printed,vintage,reported_yoy,period_printed,source,locator,quote,note',
  ];
  for (const [month, { code: period }] of periods.entries()) {
    for (let indicator = 1; indicator <= indicators; indicator += 1) {
      for (let unit = 1; unit <= units; unit += 1) {
        const value = `${from + unit * 7 + month}.${`${(unit * indicator) % 100}`.padStart(2, '0')}`;
        lines.push(
          `bench-${round}-${indicator},bench-${round}-${unit},${period},${value},exact,,final,,,bench,表${indicator},,${label}`,
        );
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

type Cost = { readonly seconds: number; readonly megabytes: number };

/** Seconds of the import of a file on the command line, and the most memory that it held. */
export const timeImport = (url: string, file: string): Promise<Cost> => timeCommand(url, ['import', file]);

/** The same of the export of all figures to a file. */
export const timeExport = (url: string, file: string): Promise<Cost> => timeCommand(url, ['export', file]);

async function timeCommand(url: string, words: readonly string[]): Promise<Cost> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, 'lib', 'cli', 'run.mjs'), ...words], {
    env: { ...process.env, DATABASE_URL: url },
  });
  const [, seconds, megabytes] = /([\d.]+) s, (\d+) MB/.exec(stdout) ?? [];
  if (!seconds || !megabytes) throw new Error(`It did not end well:\n${stdout}`);
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
