import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drizzleOver, openSql } from '@/db/client';
import { StartFailure } from '@/db/embedded/failure';
import { openEmbedded } from '@/db/embedded/open';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { noteRestored } from '@/lib/backups/note-restored';
import { checkRestored } from '@/lib/cli/backup/check-restored';
import { type Manifest, rowsOf } from '@/lib/cli/backup/manifest';
import { checkBackup } from '@/lib/cli/backup/read-backup';
import { restoreBackup } from '@/lib/cli/backup/restore-backup';
import { openToWork, type ProjectDatabase } from '@/lib/cli/launch/database';
import { endWith, step, written } from '@/lib/cli/launch/report';
import { dataFolder, fromCaller, launchSettings } from '@/lib/cli/launch/settings';

// `npm run restore -- FILE [--to FOLDER]`: stores a backup in a new folder of the built-in database, or in the empty database
// of DATABASE_URL; never over other data.

try {
  const { path, folder } = readArguments();
  const { backupPassphrase: passphrase, databaseUrl } = launchSettings();
  const began = performance.now();
  if (!databaseUrl) demandEmpty(folder);
  const manifest = await step(
    () => checkBackup(path, passphrase),
    (whole) => ({
      zh: `备份完整：${whole.takenAt} 写入，共 ${rowsOf(whole)} 行`,
      en: `the backup is whole: of ${whole.takenAt}, ${rowsOf(whole)} rows`,
    }),
  );
  const database = databaseUrl ? await openToWork('npm run restore') : await openFolder(folder);
  try {
    await step(
      () => restoreBackup(database.url, { path, passphrase, manifest }),
      () => ({ zh: '各表行数与备份一致', en: 'as many rows in every table as in the backup' }),
    );
    await demandSame(database.url, manifest);
    await note(database.url, manifest);
  } catch (error) {
    await database.stop();
    if (!databaseUrl) rmSync(join(folder, 'postgres'), { recursive: true, force: true });
    throw error;
  }
  await database.stop();
  if (!databaseUrl && manifest.secret) writeFileSync(join(folder, 'secret'), manifest.secret, { mode: 0o600 });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const how = databaseUrl ? 'npm start' : `BATON_DATA=${folder} npm start`;
  console.log(`✓ ${written({ zh: `已恢复，启动：${how}`, en: `restored; start it with: ${how}` })}  ${seconds} s`);
  if (!manifest.secret) {
    const words = {
      zh: '备份中没有密钥：请设置原来的 BATON_SECRET，否则两步验证须重新设置',
      en: 'the backup has no secret: set the BATON_SECRET of before, or second factors must be set up anew',
    };
    console.log(`! ${written(words)}`);
  }
  process.exit(0);
} catch (error) {
  endWith(error);
}

function readArguments(): { path: string; folder: string } {
  const usage = new StartFailure(
    'Usage: npm run restore -- FILE [--to FOLDER]',
    '用法：npm run restore -- 文件 [--to 目录]',
  );
  try {
    const { values, positionals } = parseArgs({
      args: process.argv.slice(2),
      options: { to: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw usage;
    return { path: fromCaller(file), folder: values.to ? fromCaller(values.to) : dataFolder() };
  } catch {
    throw usage;
  }
}

/** Refuses a folder in which a database is, or anything that could be one's. */
function demandEmpty(folder: string): void {
  const found = existsSync(folder) ? readdirSync(folder).filter((name) => name !== 'backups') : [];
  if (found.length === 0) return;
  throw new StartFailure(
    `${folder} is not empty, and a backup is never restored over other data: name a new folder, --to FOLDER.`,
    `${folder} 不是空目录；备份不会覆盖已有数据，请用 --to 指定一个新目录。`,
  );
}

async function openFolder(folder: string): Promise<Pick<ProjectDatabase, 'url' | 'stop'>> {
  return openEmbedded(folder, 'npm run restore');
}

/** Demands the audit trail and the published runs of the backup; says what is not as it was. */
async function demandSame(url: string, manifest: Manifest): Promise<void> {
  const sql = openSql(url, { max: 1 });
  try {
    const { brokenAt, changedRuns } = await step(
      () => checkRestored(drizzleOver(sql), manifest),
      ({ events, runs, brokenAt, changedRuns }) =>
        brokenAt === null && changedRuns.length === 0
          ? {
              zh: `审计链完整（${events} 条），已发布核算 ${runs} 次的结果指纹全部一致`,
              en: `the audit trail is whole (${events} events), and all ${runs} published runs give their fingerprints`,
            }
          : null,
    );
    if (brokenAt !== null) {
      throw new StartFailure(
        `The audit trail of the backup breaks at event ${brokenAt}: it was damaged before the backup was written. Nothing was kept.`,
        `备份中的审计链在第 ${brokenAt} 条断开：写入备份之前已损坏。未保留任何内容。`,
      );
    }
    if (changedRuns.length > 0) {
      throw new StartFailure(
        `Published runs no longer give their fingerprints: ${changedRuns.join(', ')}. Nothing was kept.`,
        `已发布核算的结果与其指纹不符：${changedRuns.join('、')}。未保留任何内容。`,
      );
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Adds to the trail that the database was restored. */
async function note(url: string, manifest: Manifest): Promise<void> {
  const sql = openSql(url, { max: 1 });
  try {
    const told = { takenAt: manifest.takenAt, rows: rowsOf(manifest) };
    await perform(noteRestored, systemPrincipal('restore'), told, { now: new Date(), database: drizzleOver(sql) });
  } finally {
    await sql.end({ timeout: 2 });
  }
}
