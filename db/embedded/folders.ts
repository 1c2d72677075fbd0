import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailure } from './failure';

/** The folders of an embedded server. `socket` is empty on Windows, where the server listens on localhost. */
export type Folders = { home: string; cluster: string; log: string; socket: string };

/** The longest path of a folder in which every system accepts a socket under PostgreSQL's file name. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432.lock'.length;

/** Creates the home folder, closed to all other users, and returns the folders in it. */
export function makeHome(home: string): Folders {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw unwritableFailure(home);
  }
  const real = realpathSync(home);
  const socket = process.platform === 'win32' ? '' : socketFolder(real);
  return { home: real, cluster: join(real, 'postgres'), log: join(real, 'postgres.log'), socket };
}

/**
 * The socket folder of a home, with a short name: a socket's path may have about a hundred bytes, a project's path
 * more.
 */
function socketFolder(home: string): string {
  const name = `baton-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  const usual = join(tmpdir(), name);
  return Buffer.byteLength(usual) <= longestSocketFolder ? usual : join('/tmp', name);
}

/**
 * Creates the socket folder. Refuses a folder of another user: anyone who can write into it could pose as the database.
 */
export function makeSocketFolder({ socket: folder }: Folders): void {
  if (!folder) return;
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    if (!existsSync(folder)) throw unwritableFailure(folder);
  }
  const found = lstatSync(folder);
  const me = process.getuid?.();
  if (!found.isDirectory() || (me !== 0 && found.uid !== me)) throw unwritableFailure(folder);
  chmodSync(folder, 0o700);
}

/** Removes the socket folder unless a server still has a socket in it. */
export function removeSocketFolder({ socket }: Folders): void {
  try {
    if (socket) rmdirSync(socket);
  } catch {
    // A server that could not be ended still uses the folder.
  }
}

const unwritableFailure = (folder: string) =>
  new StartFailure(
    `The folder ${folder} cannot be written by this user: make it writable, or start as its owner.`,
    `当前用户无法写入目录 ${folder}：请修改其权限，或以其所有者身份启动。`,
  );
