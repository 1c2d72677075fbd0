import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import { StartFailure } from '@/db/embedded/failure';
import { openEmbedded } from '@/db/embedded/open';
import { writeBackup } from '@/lib/cli/backup/write-backup';
import { endWith } from '@/lib/cli/launch/report';
import { fromCaller, root } from '@/lib/cli/launch/settings';
import { freePort } from '@/lib/testing/web-server';

// `npm run earlier -- [CHECKOUT]`: starts the product of a checkout on new data, and keeps what it loads as a fixture of its
// schema in db/earlier. The checkout has its dependencies installed; without one it is this project.

try {
  const checkout = process.argv[2] ? fromCaller(process.argv[2]) : root;
  const journal = readFileSync(join(checkout, 'db', 'migrations', 'meta', '_journal.json'), 'utf8');
  const tag: string = JSON.parse(journal).entries.at(-1).tag;
  const home = mkdtempSync(join(tmpdir(), 'baton-earlier-'));
  try {
    await startOnce(checkout, home);
    const server = await openEmbedded(home, 'npm run earlier');
    const file = join(home, 'backup.sql.gz');
    const { manifest } = await writeBackup(server.url, file, { passphrase: '', secret: '' }).finally(server.stop);
    const path = join(root, 'db', 'earlier', `${tag}.sql.br`);
    mkdirSync(join(root, 'db', 'earlier'), { recursive: true });
    writeFileSync(path, packed(gunzipSync(readFileSync(file))));
    console.log(`✓ ${path}: ${manifest.tables.observation} figures, ${manifest.trail.events} events`);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  process.exit(0);
} catch (error) {
  endWith(error);
}

/** Starts the product of a checkout on new data, and ends it when they are loaded. */
async function startOnce(checkout: string, home: string): Promise<void> {
  const { DATABASE_URL: _, ...surroundings } = process.env;
  const child = spawn(process.execPath, [join(checkout, 'lib', 'cli', 'run.mjs'), 'dev'], {
    cwd: checkout,
    env: { ...surroundings, BATON_DATA: home, PORT: `${await freePort()}`, npm_lifecycle_event: '' },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let isLoaded = false;
  child.stdout.on('data', (said: Buffer) => {
    process.stdout.write(said);
    if (!/figures (loaded|up to date)/.test(said.toString())) return;
    isLoaded = true;
    child.kill('SIGTERM');
  });
  await new Promise((resolve) => child.once('close', resolve));
  if (!isLoaded) throw new StartFailure('The product of the checkout did not start.', '该检出目录中的产品未能启动。');
}

/** As small as can be: a fixture stays in the project for good. */
function packed(text: Buffer): Buffer {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_LGWIN, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(text, {
    params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_LGWIN]: 24, [BROTLI_PARAM_SIZE_HINT]: text.length },
  });
}
