import { basename } from 'node:path';
import { drizzleOver, openSql } from '@/db/client';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { fileIdentity, fileRows, missingColumns } from '@/lib/cli/import/csv-file';
import { describeFinding, progressTo } from '@/lib/cli/import/report';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';
import { fromCaller } from '@/lib/cli/launch/settings';
import { figureColumns } from '@/lib/reporting/import/check-figures';
import type { Finding } from '@/lib/reporting/import/csv-rows';
import { importFigures } from '@/lib/reporting/import/import-figures';

// `npm run import -- FILE [REASON]`: stores a tidy CSV of figures, one figure a row, all of them or none.
const [asked = '', reason = '从命令行导入'] = process.argv.slice(2);

try {
  if (!asked) {
    throw new StartFailure('Name the file: npm run import -- FILE.csv.', '请写明文件：npm run import -- 文件.csv。');
  }
  const path = fromCaller(asked);
  const began = performance.now();
  const { id, encoding, lines } = await fileIdentity(path).catch((error: unknown) => {
    throw unreadableFailure(path, error);
  });
  refuse(await missingColumns(path, encoding, figureColumns));
  const database = await openToWork('npm run import');
  const sql = openSql(database.url, { max: 2 });
  try {
    const progress = progressTo(process.stdout, lines);
    const result = await perform(
      importFigures,
      systemPrincipal('import'),
      { id, fileName: basename(path), reason, rows: fileRows(path, encoding, figureColumns), tell: progress.tell },
      { now: new Date(), database: drizzleOver(sql) },
    );
    progress.end();
    if (result.kind === 'refused') refuse(result.findings);
    else {
      const { added, changed, unchanged, inHistory } = result.outcome;
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      const peak = Math.round(process.resourceUsage().maxRSS / 1024);
      console.log(
        `✓ ${written({
          zh: `新增 ${added}、更新 ${changed}、不变 ${unchanged}、只记入历史（版本低于现行数据） ${inHistory}`,
          en: `${added} added, ${changed} changed, ${unchanged} unchanged, ${inHistory} kept in history only (a lower vintage than the current figure)`,
        })}  ${seconds} s, ${peak} MB`,
      );
    }
  } finally {
    await sql.end({ timeout: 2 });
    await database.stop();
  }
  process.exit(0);
} catch (error) {
  endWith(error);
}

/** Ends the command with all findings, by row and column. */
function refuse(findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  for (const finding of findings.slice(0, 50)) console.error(describeFinding(finding));
  throw new StartFailure(
    `Nothing was stored: ${findings.length} ${findings.length === 1 ? 'cell needs' : 'cells need'} mending. Mend the file and run it again.`,
    `有 ${findings.length} 处需要改，没有存入任何数据。请改好文件后重新导入。`,
  );
}

function unreadableFailure(path: string, error: unknown): StartFailure {
  return new StartFailure(`${path} cannot be read (${codeOf(error)}).`, `无法读取 ${path}（${codeOf(error)}）。`);
}
