import { writeFile } from 'node:fs/promises';
import { drizzleOver, openSql } from '@/db/client';
import { StartFailure } from '@/db/embedded/failure';
import { databaseSettings } from '@/db/settings';
import { openToWork } from '@/lib/cli/launch/database';
import { endWith, written } from '@/lib/cli/launch/report';
import { dataFolder, fromCaller } from '@/lib/cli/launch/settings';
import { supportBundle } from '@/lib/cli/support/bundle';
import { writeWhole } from '@/lib/cli/whole-file';

// `npm run support -- FILE.json`: writes what whoever mends the product must know of an installation, without secrets, figures
// and names of persons.

try {
  const [file, ...more] = process.argv.slice(2);
  if (!file || more.length > 0 || file.startsWith('-')) {
    throw new StartFailure('Usage: npm run support -- FILE.json', '用法：npm run support -- 文件.json');
  }
  const path = fromCaller(file);
  const database = await openToWork('npm run support');
  const sql = openSql(database.url, { max: 1, prepare: !databaseSettings().isPooled });
  try {
    const { settingNames: names } = await import(new URL('launch/settings-file.mjs', import.meta.url).href);
    const asked = { home: dataFolder(), names, environment: process.env, now: new Date() };
    const bundle = await supportBundle(drizzleOver(sql), asked);
    await writeWhole(path, (partial) => writeFile(partial, `${JSON.stringify(bundle, null, 1)}\n`, { mode: 0o600 }));
  } finally {
    await sql.end({ timeout: 2 });
    await database.stop();
  }
  const words = {
    zh: '已写入，不含密钥、数据和人名，请过目后发送',
    en: 'written without secrets, figures and names; read it before you send it',
  };
  console.log(`✓ ${written(words)}  ${path}`);
  process.exit(0);
} catch (error) {
  endWith(error);
}
