import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { StartFailure } from '@/db/embedded/failure';
import { holderOf, isLock, takeLock } from '@/db/embedded/lock';
import { eventually } from '@/db/embedded/processes';
import { announce } from './report';
import { root } from './settings';
import { environmentOf, type WebSettings } from './web-settings';

/** The sources of the build. The command line, the tests and their support are not part of it. */
const parts = [
  'app',
  'lib',
  'db/client.ts',
  'db/pool.ts',
  'db/schema',
  'public',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.js',
  'postcss.config.mjs',
];
const leftOut = (file: string) => /^lib\/(cli|testing)\//.test(file) || /\.test\.tsx?$/.test(file);

/** Builds the product into a folder unless its build has the same sources. True when it had to build. */
export async function buildWhenNeeded(settings: WebSettings, stop: AbortSignal, folder = '.next'): Promise<boolean> {
  const output = join(root, folder);
  const note = join(output, 'built-from');
  if (isBuilt(output, note)) return false;
  mkdirSync(output, { recursive: true });
  const lock = takeLock(output, 'build', 'build');
  if (!isLock(lock)) {
    announce({ zh: '另一个进程正在构建，请稍候', en: 'another process is building; waiting for it' });
    await eventually(() => stop.aborted || !holderOf(output, 'build'), { within: 600_000, every: 200 });
    stop.throwIfAborted();
    return buildWhenNeeded(settings, stop, folder);
  }
  try {
    announce({ zh: '正在构建，首次约需半分钟', en: 'building; about half a minute the first time' });
    const sources = fingerprint();
    rmSync(note, { force: true });
    await runBuild(settings, stop, folder);
    writeFileSync(note, sources);
    return true;
  } finally {
    lock.release();
  }
}

function isBuilt(output: string, note: string): boolean {
  return existsSync(join(output, 'BUILD_ID')) && existsSync(note) && readFileSync(note, 'utf8') === fingerprint();
}

function runBuild(settings: WebSettings, stop: AbortSignal, folder: string): Promise<void> {
  const next = join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: root,
    env: {
      ...process.env,
      ...environmentOf(settings),
      BATON_DIST: folder === '.next' ? '' : folder,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) return resolve();
      process.stderr.write(Buffer.concat(said));
      reject(new StartFailure('The product could not be built: see above.', '构建失败：请查看上方说明。'));
    });
  });
}

/** A hash of all sources of a build. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of [...parts.flatMap((part) => filesIn(join(root, part))), join(root, 'package-lock.json')]) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return [];
  if (found.isFile()) return leftOut(relative(root, path).replaceAll('\\', '/')) ? [] : [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}
