import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drizzleOver, openSql } from '@/db/client';
import { perform } from '@/lib/access/command';
import { addCatalogue, indicators, tidyFile, timeImport } from '@/lib/cli/bench/import-file';
import type { Measured } from '@/lib/cli/bench/report';
import { deriveIndicator } from '@/lib/observations/derived/derive-indicator';
import { person } from '@/lib/testing/returns';

/** Rounds of their own, beside those of the import. */
const rounds = [11, 12, 13];

/**
 * The import of 100,000 figures that all go into one derived indicator of 10,000, against the same import of figures that
 * no formula reads: the fastest of three each, which take turns at coming first, since the second of two finds the
 * database busy with the first.
 */
export async function derivedTimes(url: string): Promise<Measured[]> {
  process.env.DATABASE_URL = url;
  const folder = mkdtempSync(join(tmpdir(), 'baton-bench-'));
  const sql = openSql(url, { max: 1 });
  const times = { plain: [] as number[], derived: [] as number[] };
  const timeOne = async (kind: keyof typeof times, round: number) => {
    await addCatalogue(sql, round);
    if (kind === 'derived') await derive(sql, round);
    const file = join(folder, `${round}.csv`);
    writeFileSync(file, tidyFile(round, 1000));
    times[kind].push((await timeImport(url, file)).seconds);
  };
  try {
    for (const [at, round] of rounds.entries()) {
      const [first, second] = at % 2 === 0 ? (['plain', 'derived'] as const) : (['derived', 'plain'] as const);
      await timeOne(first, round * 10);
      await timeOne(second, round * 10 + 1);
    }
  } finally {
    await sql.end({ timeout: 2 });
    rmSync(folder, { recursive: true, force: true });
  }
  const written = (kind: keyof typeof times) => times[kind].map((seconds) => seconds.toFixed(1)).join(', ');
  return [
    {
      what: 'Import of 100,000 figures that all go into a derived indicator, against the same without, fastest of three',
      value: Math.min(...times.derived) / Math.min(...times.plain),
      unit: '×',
      budget: 1.3,
      note: `${written('derived')} s and ${written('plain')} s`,
    },
  ];
}

/** Gives a round an indicator that is the sum of all others, divided by the first. */
async function derive(sql: ReturnType<typeof openSql>, round: number): Promise<void> {
  const code = `BENCH${round}`;
  await sql`insert into indicator (code, topic_code, name_zh, name_en, initials, unit_zh, unit_en, decimals, measure,
      direction, basis, frequency, responsible_zh, responsible_en, sort_order)
    values (${code}, 'bench', '演示数据', 'Demonstration', '', '%', '%', 2, 'rate', 'higher', 'current', 'monthly', '演示数据',
      'Demonstration', 9200)`;
  const all = Array.from({ length: indicators }, (_, at) => `[bench-${round}-${at + 1}]`);
  const input = { code, version: 0, expression: `(${all.join(' + ')}) / ${all[0]}`, unitCode: '', reason: '' };
  await perform(deriveIndicator, person('assessmentOffice'), input, { now: new Date(), database: drizzleOver(sql) });
}
