import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { openSql } from '@/db/client';
import type { Manifest } from '@/lib/cli/backup/manifest';
import { checkBackup } from '@/lib/cli/backup/read-backup';
import { restoreAsThen } from '@/lib/cli/backup/restore-backup';
import { emptyDatabase, type LoadedDatabase } from './database';

const fixtures = join(import.meta.dirname, '..', '..', 'db', 'earlier');

/** The schemas of which db/earlier has what the product of then had loaded, oldest first. */
export const earlierSchemas = readdirSync(fixtures)
  .filter((name) => name.endsWith('.sql.br'))
  .sort();

export type EarlierDatabase = LoadedDatabase & { readonly manifest: Manifest };

/** A database as the product of an earlier schema left it, on the server of `url`; `folder` takes a file meanwhile. */
export async function earlierDatabase(url: string, name: string, folder: string): Promise<EarlierDatabase> {
  const path = join(folder, `${name}.gz`);
  writeFileSync(path, gzipSync(brotliDecompressSync(readFileSync(join(fixtures, name))), { level: 1 }));
  const manifest = await checkBackup(path, '');
  const database = await emptyDatabase(url);
  const sql = openSql(database.url, { max: 1 });
  await restoreAsThen(sql, { path, passphrase: '', manifest }).finally(() => sql.end());
  return { ...database, manifest };
}
