import { createHash } from 'node:crypto';
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync, realpathSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartFailure } from './failure';

/** Where an embedded server keeps what it has. `socket` is empty on Windows, where the server listens on localhost. */
export type Folders = { home: string; cluster: string; log: string; socket: string };

/** The longest path that every system takes for a socket, less PostgreSQL's own file name. */
const longestSocketFolder = 103 - '/.s.PGSQL.5432.lock'.length;

/** Makes the home folder, closed to everybody else, and says where everything is. */
export function makeHome(home: string): Folders {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw unwritable(home);
  }
  const real = realpathSync(home);
  const socket = process.platform === 'win32' ? '' : socketFolder(real);
  return { home: real, cluster: join(real, 'postgres'), log: join(real, 'postgres.log'), socket };
}

/** A short name of its own for each home: the path of a socket may have about a hundred bytes, that of a project more. */
function socketFolder(home: string): string {
  const name = `baton-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;
  const usual = join(tmpdir(), name);
  return Buffer.byteLength(usual) <= longestSocketFolder ? usual : join('/tmp', name);
}

/** Makes the socket folder. Whoever can write into it could pose as the database, so a foreign one is refused. */
export function makeSocketFolder({ socket: folder }: Folders): void {
  if (!folder) return;
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch {
    if (!existsSync(folder)) throw unwritable(folder);
  }
  const found = lstatSync(folder);
  const me = process.getuid?.();
  if (!found.isDirectory() || (me !== 0 && found.uid !== me)) throw unwritable(folder);
  chmodSync(folder, 0o700);
}

/** Takes the socket folder away unless a server still has something in it. */
export function removeSocketFolder({ socket }: Folders): void {
  try {
    if (socket) rmdirSync(socket);
  } catch {
    // A server that could not be ended is still there.
  }
}

const unwritable = (folder: string) =>
  new StartFailure(
    `The folder ${folder} cannot be written by this user: make it writable, or start as its owner.`,
    `当前用户无法写入目录 ${folder}：请修改其权限，或以其所有者身份启动。`,
  );
