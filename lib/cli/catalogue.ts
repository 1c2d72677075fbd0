import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { type Database, drizzleOver, openSql } from '@/db/client';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { appUser } from '@/db/schema/access';
import { perform } from '@/lib/access/command';
import { type Principal, principalWithoutSession, systemPrincipal } from '@/lib/access/principal';
import { importCatalogue } from '@/lib/catalogue/workbook/import-catalogue';
import { type ImportOutcome, writtenRows } from '@/lib/catalogue/workbook/outcome';
import { fileMark } from '@/lib/catalogue/workbook/reading/file-mark';
import { catalogueTables } from '@/lib/catalogue/workbook/tables/catalogue-tables';
import { catalogueWorkbook } from '@/lib/catalogue/workbook/tables/catalogue-workbook';
import { catalogueState } from '@/lib/catalogue/workbook/tables/queries';
import {
  writtenCounts,
  writtenFault,
  writtenLine,
  writtenNotices,
  writtenTitle,
} from '@/lib/catalogue/workbook/written-outcome';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';
import { fromCaller } from '@/lib/cli/launch/settings';
import { writeWhole } from '@/lib/cli/whole-file';
import { Refusal } from '@/lib/errors';
import { refusalWords } from '@/lib/i18n/refusal-words';
import { translator } from '@/lib/i18n/translator';
import { readWholeWorkbook } from '@/lib/reporting/upload/read-upload';

// `npm run catalogue -- export FILE.xlsx` writes the catalogue as a workbook. `npm run catalogue -- import FILE.xlsx`
// prints what such a workbook would change, and with `--apply` writes it.

type Asked = {
  readonly step: 'export' | 'import';
  readonly path: string;
  readonly account: string | undefined;
  readonly reason: string;
  readonly isApplied: boolean;
};

const usage = new StartFailure(
  'Usage: npm run catalogue -- export FILE.xlsx, or import FILE.xlsx [--as ACCOUNT] [--reason TEXT] [--apply]',
  '用法：npm run catalogue -- export 文件.xlsx，或 import 文件.xlsx [--as 账号] [--reason 理由] [--apply]',
);

try {
  const asked = readArguments();
  const began = performance.now();
  const database = await openToWork(`npm run catalogue -- ${asked.step}`);
  const sql = openSql(database.url, { max: 2 });
  try {
    const over = drizzleOver(sql);
    if (asked.step === 'export') await exportTo(asked.path, over);
    else await importFrom(asked, over);
    console.log(`  ${asked.path}  ${((performance.now() - began) / 1000).toFixed(1)} s`);
  } finally {
    await sql.end({ timeout: 2 });
    await database.stop();
  }
  process.exit(0);
} catch (error) {
  endWith(error instanceof Refusal ? failureOf(error) : error);
}

function readArguments(): Asked {
  try {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { as: text, reason: text, apply: { type: 'boolean' } },
      allowPositionals: true,
    });
    const [step, file, ...more] = positionals;
    if ((step !== 'export' && step !== 'import') || !file || more.length > 0) throw usage;
    if (step === 'export' && Object.keys(values).length > 0) throw usage;
    const { as: account, reason = '从命令行导入目录', apply: isApplied = false } = values;
    return { step, path: fromCaller(file), account, reason, isApplied };
  } catch {
    throw usage;
  }
}

async function exportTo(path: string, database: Database): Promise<void> {
  const tables = catalogueTables(await catalogueState(systemPrincipal('catalogue'), database));
  await writeWhole(path, async (partial) => writeFile(partial, await catalogueWorkbook(tables, 'zh-CN')));
  const rows = Object.values(tables).reduce((sum, table) => sum + table.length, 0);
  console.log(`✓ ${written({ zh: `导出 ${rows} 行`, en: `${rows} rows written` })}`);
}

async function importFrom({ path, account, reason, isApplied }: Asked, database: Database): Promise<void> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new StartFailure(`${path} cannot be read (${codeOf(error)}).`, `无法读取 ${path}（${codeOf(error)}）。`);
  });
  const principal = await principalNamed(account, database);
  const sha256 = fileMark(bytes);
  const file = { fileName: basename(path).slice(-200), sha256, sheets: await readWholeWorkbook(bytes, path), reason };
  const give = (follows: string, isPreview: boolean) =>
    perform(importCatalogue, principal, { ...file, follows, isPreview }, { now: new Date(), database });
  const preview = await give('', true);
  print(preview);
  if (preview.kind === 'faults') {
    throw new StartFailure(
      `Nothing was written: ${preview.total} cells need mending. Mend the file and run it again.`,
      `有 ${preview.total} 处需要改，没有写入。请改好文件后重新导入。`,
    );
  }
  if (preview.follows === '') return;
  if (!isApplied) {
    console.log(`· ${written({ zh: '只是预览；加 --apply 才写入', en: 'a preview only; --apply writes it' })}`);
    return;
  }
  const done = await give(preview.follows, false);
  if (done.kind !== 'written') return;
  const told = (locale: 'zh-CN' | 'en') => translator(locale, 'workbook')('import.done', writtenRows(done.counts));
  console.log(`✓ ${written({ zh: told('zh-CN'), en: told('en') })}`);
}

/** Prints an outcome: its faults, or its changes with their counts. Cells are told in Chinese, as the sheets are. */
function print(outcome: ImportOutcome): void {
  console.log(`· ${written({ zh: writtenTitle(outcome, 'zh-CN'), en: writtenTitle(outcome, 'en') })}`);
  if (outcome.kind === 'faults') {
    for (const fault of outcome.faults) {
      const [cell, text, zh] = writtenFault(fault, 'zh-CN');
      console.error(
        `  ${cell}${text ? ` “${text}”` : ''}  ${written({ zh: `${zh}`, en: `${writtenFault(fault, 'en')[2]}` })}`,
      );
    }
    return;
  }
  for (const notice of writtenNotices(outcome.notices, 'zh-CN')) console.log(`  ${notice}`);
  for (const told of outcome.lines) {
    const [cell, fate, name, column, before, after] = writtenLine(told, outcome.names, 'zh-CN');
    console.log(`  ${cell}  ${fate}  ${name}${column ? `  ${column}：${before} → ${after}` : ''}`);
  }
  if (outcome.total > outcome.lines.length) console.log(`  … ${outcome.total - outcome.lines.length}`);
  for (const count of writtenCounts(outcome.counts, 'zh-CN')) console.log(`  ${count}`);
}

/** The account in whose name is imported; the product itself where none is named, so that any of the office may confirm. */
async function principalNamed(username: string | undefined, database: Database): Promise<Principal> {
  if (username === undefined) return systemPrincipal('catalogue');
  const [found] = await database.select().from(appUser).where(eq(appUser.username, username));
  if (!found || found.banned || found.role !== 'assessmentOffice') {
    throw new StartFailure(
      `${username} is no active account of the assessment office.`,
      `${username} 不是考核办正在使用的账号。`,
    );
  }
  return principalWithoutSession(found);
}

function failureOf({ key, details }: Refusal): StartFailure {
  return new StartFailure(refusalWords({ key, details }, 'en'), refusalWords({ key, details }, 'zh-CN'));
}
