import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { backupId } from '@/lib/backups/words';
import { removeOldest } from './keep-backups';
import { rowsOf } from './manifest';
import { type BackupTerms, writeBackup } from './write-backup';

/** How many backups from before an upgrade stay in their folder, beside those of the days. */
const kept = 3;

const ours = /^baton-\d{8}T\d{9}Z-before-\d{4}\.sql\.gz(\.age)?$/;

/** A backup as the product records it, where it is, and which older ones were removed for it. */
export type UpgradeBackup = {
  readonly path: string;
  readonly ended: {
    readonly state: 'good';
    readonly fileName: string;
    readonly bytes: number;
    readonly rows: number;
    readonly isEncrypted: boolean;
  };
  readonly removed: readonly string[];
};

/**
 * Writes a backup of a database as it is before the migration `next`, named for it, and keeps the newest three of this kind.
 * Throws where it cannot be written.
 */
export async function writeUpgradeBackup(
  url: string,
  { folder, ...terms }: BackupTerms & { readonly folder: string },
  { next, now }: { readonly next: string; readonly now: Date },
): Promise<UpgradeBackup> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const isEncrypted = terms.passphrase !== '';
  const fileName = `baton-${backupId(now)}-before-${next.slice(0, 4)}.sql.gz${isEncrypted ? '.age' : ''}`;
  const path = join(folder, fileName);
  const { manifest, bytes } = await writeBackup(url, path, terms);
  const ended = { state: 'good', fileName, bytes, rows: rowsOf(manifest), isEncrypted } as const;
  return { path, ended, removed: await removeOldest(folder, ours, kept) };
}
