import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { StartFailure } from '@/db/embedded/failure';
import { type Lock, servedPackages } from '@/lib/cli/bundle/packages';
import { buildWhenNeeded } from '@/lib/cli/launch/build';
import { endWith } from '@/lib/cli/launch/report';
import { fromCaller, root } from '@/lib/cli/launch/settings';
import { embeddedSettings } from '@/lib/testing/web-server';

// `npm run bundle -- [FILE.tar.gz]`: one archive with the program, its packages, its build and Node, and a script that installs
// it on a machine without internet.

const program = [
  ...['app', 'db', 'lib', 'instrumentation.ts', 'next.config.js', 'package.json', 'package-lock.json', 'proxy.ts'],
  ...['postcss.config.mjs', 'tsconfig.json', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md', 'SECURITY.md'],
];
/** Tests, maps of sources and declarations, which nothing that serves reads. */
const leftOut = [
  '*.test.ts',
  '*.test.tsx',
  '*.map',
  '*.d.ts',
  '*.d.mts',
  '*.d.cts',
  '.next/cache',
  '.next/*.lock',
  '.next/trace*',
];

try {
  if (process.platform !== 'linux') {
    throw new StartFailure('A bundle is made on Linux, for Linux.', '离线安装包在 Linux 上制作，供 Linux 使用。');
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const name = `baton-${version}-linux-${process.arch}`;
  const file = fromCaller(process.argv[2] ?? `${name}.tar.gz`);
  if (existsSync(file)) {
    throw new StartFailure(
      `${basename(file)} is there already: name another file.`,
      `${basename(file)} 已存在：请另取文件名。`,
    );
  }
  const began = performance.now();
  await buildWhenNeeded(embeddedSettings('postgres://localhost/none'), AbortSignal.timeout(600_000));
  pack(name, file);
  const sum = await sha256Of(file);
  writeFileSync(`${file}.sha256`, `${sum}  ${basename(file)}\n`);
  const size = `${(statSync(file).size / 1_000_000).toFixed(0)} MB`;
  console.log(`✓ ${file}  ${size}  sha256 ${sum}  ${((performance.now() - began) / 1000).toFixed(0)} s`);
  process.exit(0);
} catch (error) {
  endWith(error);
}

/** Packs everything below a folder of this name, the program in `program/`. */
function pack(name: string, file: string): void {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const packages = servedPackages(JSON.parse(lock) as Lock, (folder) => existsSync(join(root, folder)));
  // Files are linked and not copied, for which the folder is on the same disk.
  const stage = mkdtempSync(join(root, 'node_modules', '.bundle-'));
  const run = (command: string, ...args: string[]) => {
    const done = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    if (done.status === 0) return;
    throw new StartFailure('The archive could not be written: see above.', '安装包写入失败：请查看上方说明。');
  };
  try {
    const inside = join(stage, name, 'program');
    mkdirSync(join(inside, 'bin'), { recursive: true });
    run('cp', '-al', '--parents', ...program, '.next', ...packages, inside);
    // The note by which the launcher knows that nothing is to be installed.
    writeFileSync(join(inside, 'node_modules', '.installed-from'), createHash('sha256').update(lock).digest('hex'));
    copyFileSync(process.execPath, join(inside, 'bin', 'node'));
    copyFileSync(join(root, 'lib', 'cli', 'bundle', 'install.sh'), join(stage, name, 'install.sh'));
    const without = leftOut.map((one) => `--exclude=${one}`);
    run('tar', '-czf', file, '--owner=0', '--group=0', '--numeric-owner', ...without, '-C', stage, name);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}
