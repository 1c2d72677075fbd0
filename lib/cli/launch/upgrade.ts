import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '@/db/client';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { MigrationFailure, prepareDatabase } from '@/db/migrate';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { recordBackup } from '@/lib/backups/record-backup';
import { type UpgradeBackup, writeUpgradeBackup } from '@/lib/cli/backup/upgrade-backup';
import type { ProjectDatabase } from './database';
import { step, written } from './report';
import { dataFolder, launchSettings } from './settings';
import { backupTerms } from './web-settings';

/**
 * Brings the database up to date and does `work` on it. One that holds data is backed up before its tables are changed; without
 * a backup they are not, unless the operator says so. A failure says what was kept, where the backup is, and what to do.
 */
export async function prepareUpgraded<T>(
  database: Pick<ProjectDatabase, 'url' | 'embedded'>,
  work: (over: Database) => Promise<T>,
): Promise<T> {
  const backups: UpgradeBackup[] = [];
  const before = async ({ next }: { readonly next: string }) => {
    const backup = await backUp(database, next);
    if (backup) backups.push(backup);
  };
  const recordAndWork = async (over: Database) => {
    for (const { ended, removed } of backups) {
      const input = { id: null, origin: 'upgrade', ended, removed };
      await perform(recordBackup, systemPrincipal('backup'), input, { now: new Date(), database: over });
    }
    return work(over);
  };
  return prepareDatabase(database.url, recordAndWork, before).catch((error: unknown) => {
    throw error instanceof MigrationFailure ? told(error, backups[0]?.path ?? '') : error;
  });
}

async function backUp(database: Parameters<typeof prepareUpgraded>[0], next: string): Promise<UpgradeBackup | null> {
  const { backupFolder: folder, upgradesWithoutBackup } = launchSettings();
  if (upgradesWithoutBackup) {
    const words = { zh: '未经备份即升级数据库', en: 'upgrading the database without a backup' };
    console.log(`! ${written(words)} (UPGRADE_WITHOUT_BACKUP=1)`);
    return null;
  }
  const plan = { ...backupTerms(database), folder };
  return step(
    () =>
      writeUpgradeBackup(database.url, plan, { next, now: new Date() }).catch((error: unknown) => {
        throw unsavedFailure(folder, error);
      }),
    ({ path }) => ({ zh: `升级前已备份并核验：${path}`, en: 'backup written and checked before the upgrade' }),
  );
}

function unsavedFailure(folder: string, error: unknown): StartFailure {
  const known = error instanceof StartFailure ? error : null;
  const code = codeOf(error) || (error instanceof Error ? error.name : 'unknown');
  const failure = new StartFailure(
    `The database must be upgraded, and it could not be backed up before: ${known?.message ?? `${folder} (${code}).`} Nothing was changed. Make room there or name another BACKUP_FOLDER; who has a backup of their own may start with UPGRADE_WITHOUT_BACKUP=1.`,
    `数据库需要升级，但升级前的备份未能写入：${known?.zh ?? `${folder}（${code}）。`}没有任何改动。请腾出空间，或用 BACKUP_FOLDER 指定其他目录；已自行备份的，可设 UPGRADE_WITHOUT_BACKUP=1 再启动。`,
  );
  failure.cause = error;
  return failure;
}

/** The failure of a migration with what to do; a user without the right to change tables is told by the report. */
function told(failure: MigrationFailure, backup: string): unknown {
  const { cause } = failure;
  if (cause instanceof Error && codeOf(cause.cause) === '42501') return cause;
  const log = noteInLog(cause);
  const [saved, kept] = backup ? [` The backup of before is ${backup}.`, `升级前的备份是 ${backup}。`] : ['', ''];
  return new StartFailure(
    `${failure.message}${saved} Start the Baton of before, which still fits this database, and send ${log} to whoever maintains the product.`,
    `${failure.zh}${kept}请启动升级前的版本，它仍适用于该数据库，并将 ${log} 交给维护人员。`,
  );
}

/** Keeps the details of a failure for whoever mends it, where its owner alone reads them. */
function noteInLog(cause: unknown): string {
  const folder = join(dataFolder(), 'log');
  const path = join(folder, 'upgrade.log');
  const details =
    cause instanceof Error ? `${cause.stack}\n${cause.cause instanceof Error ? cause.cause.stack : ''}` : cause;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    appendFileSync(path, `${new Date().toISOString()} ${details}\n\n`, { mode: 0o600 });
  } catch (error) {
    return `${path} (${codeOf(error)})`;
  }
  return path;
}
