import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { openPoolTo } from '@/db/client';
import { StartFailure } from '@/db/embedded/failure';
import type { Pool } from '@/db/pool';
import { systemPrincipal } from '@/lib/access/principal';
import { progressTo } from '@/lib/cli/import/report';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';
import { fromCaller } from '@/lib/cli/launch/settings';
import { writeWhole } from '@/lib/cli/whole-file';
import { type ExportChoice, figureStretches } from '@/lib/publishing/csv/queries';
import { tidyHead, tidyLine } from '@/lib/publishing/csv/tidy-csv';

// `npm run export -- FILE.csv [--indicator CODE] [--unit CODE] [--period CODE]`: writes the current figures as the tidy
// CSV that `npm run import` takes.

try {
  const { path, choice } = readArguments();
  const began = performance.now();
  const database = await openToWork('npm run export');
  const pool = openPoolTo(database.url, { size: 1 });
  try {
    const rows = await write(path, choice, pool);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const peak = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(
      `✓ ${written({ zh: `导出 ${rows} 行`, en: `${rows} rows written` })}  ${path}  ${seconds} s, ${peak} MB`,
    );
  } finally {
    await pool.end();
    await database.stop();
  }
  process.exit(0);
} catch (error) {
  endWith(error);
}

function readArguments(): { path: string; choice: ExportChoice } {
  const option = { type: 'string' } as const;
  const usage = new StartFailure(
    'Usage: npm run export -- FILE.csv [--indicator CODE] [--unit CODE] [--period CODE]',
    '用法：npm run export -- 文件.csv [--indicator 指标代码] [--unit 单位代码] [--period 报告期]',
  );
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { indicator: option, unit: option, period: option },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw usage;
    return { path: fromCaller(file), choice: values };
  } catch {
    throw usage;
  }
}

/** Writes the figures, and returns the number of their rows. */
async function write(path: string, choice: ExportChoice, pool: Pool): Promise<number> {
  const progress = progressTo(process.stdout, null);
  let rows = 0;
  async function* text(): AsyncGenerator<string> {
    yield tidyHead;
    for await (const stretch of figureStretches(systemPrincipal('export'), choice, { pool })) {
      rows += stretch.length;
      progress.tell(rows);
      yield stretch.map(tidyLine).join('');
    }
  }
  try {
    await writeWhole(path, (partial) => pipeline(Readable.from(text()), createWriteStream(partial)));
  } finally {
    progress.end();
  }
  return rows;
}
