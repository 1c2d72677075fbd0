import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import { passwordFile, usesPassword } from './endpoint';
import { StartFailure } from './failure';
import type { Folders } from './folders';
import type { Identity } from './identity';

/** The environment variables of a server: a caller's PGDATA, PGOPTIONS or locale must not reach it. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH ?? '',
  ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** True when the folder holds no database yet. */
export function isNew(folders: Folders): boolean {
  return !existsSync(join(folders.cluster, 'PG_VERSION'));
}

/**
 * Creates the data folder of a new server, with checksums. The folder is made under a temporary name and then renamed,
 * so that an interrupted start leaves no half-made cluster.
 */
export function makeCluster(folders: Folders, binaries: Binaries, identity: Identity): void {
  for (const name of readdirSync(folders.home)) {
    if (name.startsWith('postgres.new-')) rmSync(join(folders.home, name), { recursive: true, force: true });
  }
  const fresh = `${folders.cluster}.new-${process.pid}`;
  const access = usesPassword ? ['--auth=scram-sha-256', `--pwfile=${passwordFile(folders)}`] : ['--auth=trust'];
  const [command = '', ...args] = [
    ...identity.prefix,
    binaries.initdb,
    ...['-D', fresh, '--username=postgres', '--encoding=UTF8', '--data-checksums', ...access],
    // PostgreSQL's own collation: the same order on every system, which no update of the system changes.
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ];
  const made = spawnSync(command, args, {
    ...identity.options,
    cwd: folders.home,
    env: plainEnvironment(),
    encoding: 'utf8',
  });
  if (made.status === 0) {
    renameSync(fresh, folders.cluster);
    return;
  }
  rmSync(fresh, { recursive: true, force: true });
  throw cannotRun(made.error?.message ?? lastComplaint(made.stderr) ?? `initdb ${made.signal ?? made.status}`);
}

/** Refuses data of another major version, which these binaries cannot read. */
export function refuseOtherVersion(folders: Folders, binaries: Binaries): void {
  const version = readFileSync(join(folders.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === binaries.major) return;
  throw new StartFailure(
    `The data in ${folders.cluster} belong to PostgreSQL ${version}, but version ${binaries.major} is built in: move that folder away, or serve it yourself and set DATABASE_URL.`,
    `${folders.cluster} 中的数据属于 PostgreSQL ${version}，而内置版本为 ${binaries.major}：请移走该目录，或自行运行数据库并设置 DATABASE_URL。`,
  );
}

/** The line of a server's output that states the error. */
export function lastComplaint(output: string): string | null {
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|error:|error while/i.test(line));
  return (
    lines
      .at(-1)
      ?.replace(/^.*?(FATAL|PANIC):\s*/, '')
      .trim() ?? null
  );
}

export const cannotRun = (reason: string) =>
  new StartFailure(
    `The built-in PostgreSQL does not run here (${reason}); DATABASE_URL can name another PostgreSQL 15 or later.`,
    `内置 PostgreSQL 无法在此运行（${reason}）；可用 DATABASE_URL 指定其他 PostgreSQL 15 及以上版本。`,
  );
