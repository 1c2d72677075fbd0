import { mkdirSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { drizzleOver, openSql } from '@/db/client';
import { codeOf, StartFailure } from '@/db/embedded/failure';
import { databaseSettings } from '@/db/settings';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { backupsDue } from '@/lib/backups/queries';
import { recordBackup } from '@/lib/backups/record-backup';
import { type BackupFault, type BackupOrigin, backupId } from '@/lib/backups/words';
import { dayPlus, todayOf } from '@/lib/catalogue/today';
import { startOfDay } from '@/lib/i18n/moments';
import { rowsOf } from './manifest';
import { type BackupTerms, writeBackup } from './write-backup';

/** Where backups are kept, when one is written each day (an hour in Shanghai; null for never), and how many stay. */
export type BackupPlan = BackupTerms & { readonly folder: string; readonly hour: number | null; readonly keep: number };

/** How a look for due backups ended: null where none was due, or another process is at it. */
export type BackupOutcome = { readonly path: string } | { readonly fault: BackupFault } | null;

/** An arbitrary number, the same in every process of the product. */
const backupLock = 4_727_404;

/** Milliseconds after a backup before the clock begins another: one that fails is in the trail each time. */
const restAfter = 3_600_000;

/** Writes the backup that is asked for or due, one process at a time, and removes the oldest beyond those that stay. */
export async function keepBackups(url: string, plan: BackupPlan, now: Date): Promise<BackupOutcome> {
  const sql = openSql(url, { max: 1, prepare: !databaseSettings().isPooled });
  try {
    return (await sql.begin(async (tx) => {
      await tx`set local idle_in_transaction_session_timeout = 0`;
      const [lock] = await tx`select pg_try_advisory_xact_lock(${backupLock}) as taken`;
      return lock?.taken ? await writeDue(url, plan, now) : null;
    })) as BackupOutcome;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

async function writeDue(url: string, plan: BackupPlan, now: Date): Promise<BackupOutcome> {
  const sql = openSql(url, { max: 1, prepare: !databaseSettings().isPooled });
  const database = drizzleOver(sql);
  try {
    const { asked, lastGood, lastTried } = await backupsDue(database);
    const rests = lastTried !== null && now.getTime() - lastTried.getTime() < restAfter;
    if (!asked && (rests || !isDue(plan.hour, lastGood, now))) return null;
    const origin: BackupOrigin = asked ? 'page' : 'schedule';
    const record = (ended: object, removed: readonly string[]) =>
      perform(
        recordBackup,
        systemPrincipal('backup'),
        { id: asked, origin, ended, removed },
        { now: new Date(), database },
      );
    try {
      mkdirSync(plan.folder, { recursive: true, mode: 0o700 });
      const fileName = fileNameAt(now, plan);
      const path = join(plan.folder, fileName);
      const { manifest, bytes } = await writeBackup(url, path, plan);
      const isEncrypted = plan.passphrase !== '';
      const ended = { state: 'good', fileName, bytes, rows: rowsOf(manifest), isEncrypted };
      await record(ended, await removeOldest(plan.folder, ours, plan.keep));
      return { path };
    } catch (error) {
      const fault = faultOf(error);
      await record({ state: 'failed', fault }, []);
      return { fault };
    }
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Whether a day's backup is due: its hour has come since the last good one. */
export function isDue(hour: number | null, lastGood: Date | null, now: Date): boolean {
  if (hour === null) return false;
  const today = todayOf({ now });
  const at = (day: string) => startOfDay(day).getTime() + hour * 3_600_000;
  const turn = at(today) <= now.getTime() ? at(today) : at(dayPlus(today, -1));
  return lastGood === null || lastGood.getTime() < turn;
}

const ours = /^baton-\d{8}T\d{9}Z\.sql\.gz(\.age)?$/;

/** The name of a backup as of a moment, by which names in order are moments in order. */
export function fileNameAt(now: Date, { passphrase }: Pick<BackupTerms, 'passphrase'>): string {
  return `baton-${backupId(now)}.sql.gz${passphrase ? '.age' : ''}`;
}

/** Removes all but the newest files of a folder that have such names, and returns their names. */
export async function removeOldest(folder: string, named: RegExp, keep: number): Promise<string[]> {
  const names = readdirSync(folder).filter((name) => named.test(name));
  const oldest = names.toSorted().slice(0, -keep);
  for (const name of oldest) await rm(join(folder, name), { force: true });
  return oldest;
}

function faultOf(error: unknown): BackupFault {
  const text = error instanceof StartFailure ? error.message : codeOf(error);
  if (/ENOSPC|EDQUOT/.test(text)) return 'noRoom';
  if (/EACCES|EPERM|EROFS/.test(text)) return 'noRight';
  if (/ENOENT|ENOTDIR|EIO|ENXIO|ESTALE/.test(text)) return 'noPlace';
  return /^[0-9A-Z]{5}$|CONNECTION|ECONN/.test(text) ? 'database' : 'other';
}
