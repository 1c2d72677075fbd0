import { basename } from 'node:path';
import { drizzleOver, openSql } from '@/db/client';
import { StartFailure } from '@/db/embedded/failure';
import { perform } from '@/lib/access/command';
import { systemPrincipal } from '@/lib/access/principal';
import { recordBackup } from '@/lib/backups/record-backup';
import { rowsOf } from '@/lib/cli/backup/manifest';
import { writeBackup } from '@/lib/cli/backup/write-backup';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';
import { checkPassphrase } from '@/lib/cli/launch/requirements';
import { fromCaller, launchSettings } from '@/lib/cli/launch/settings';
import { backupTerms } from '@/lib/cli/launch/web-settings';

// `npm run backup -- FILE`: writes everything that is stored into one file, while the product runs.

try {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0 || file.startsWith('-')) {
    throw new StartFailure('Usage: npm run backup -- FILE', '用法：npm run backup -- 文件');
  }
  checkPassphrase(launchSettings().backupPassphrase);
  const began = performance.now();
  const database = await openToWork('npm run backup');
  try {
    const terms = backupTerms(database);
    const { manifest, bytes } = await writeBackup(database.url, fromCaller(file), terms);
    const rows = rowsOf(manifest);
    await record(database.url, { fileName: basename(file), bytes, rows, isEncrypted: terms.passphrase !== '' });
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const size = `${(bytes / 1_000_000).toFixed(1)} MB`;
    const words = terms.passphrase
      ? { zh: `已备份并核验 ${rows} 行，已加密`, en: `${rows} rows written, encrypted and checked` }
      : { zh: `已备份并核验 ${rows} 行，未加密`, en: `${rows} rows written and checked, not encrypted` };
    console.log(`✓ ${written(words)}  ${fromCaller(file)}  ${size}  ${seconds} s`);
  } finally {
    await database.stop();
  }
  process.exit(0);
} catch (error) {
  endWith(error);
}

async function record(url: string, written: { fileName: string; bytes: number; rows: number; isEncrypted: boolean }) {
  const sql = openSql(url, { max: 1 });
  try {
    const input = { id: null, origin: 'commandLine', ended: { state: 'good', ...written }, removed: [] };
    await perform(recordBackup, systemPrincipal('backup'), input, { now: new Date(), database: drizzleOver(sql) });
  } finally {
    await sql.end({ timeout: 2 });
  }
}
