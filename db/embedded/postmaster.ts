import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Endpoint, passwordIn, usesPassword } from './endpoint';
import type { Folders } from './folders';
import { commandLineOf, isRunning } from './processes';

/** A running server as its data folder describes it. */
export type Postmaster = { pid: number; endpoint: Endpoint; state: string };

const fileIn = (folders: Folders) => join(folders.cluster, 'postmaster.pid');

/** The server that the data folder names, running or not. */
export function readPostmaster(folders: Folders): Postmaster | null {
  let lines: string[];
  try {
    lines = readFileSync(fileIn(folders), 'utf8').split('\n');
  } catch {
    return null;
  }
  const [pid = '', , , port = '', socket = '', , , state = ''] = lines.map((line) => line.trim());
  if (!/^\d+$/.test(pid)) return null;
  const password = usesPassword ? passwordIn(folders) : '';
  return { pid: Number(pid), endpoint: { socket: usesPassword ? '' : socket, port: Number(port), password }, state };
}

/** The running server of this data folder. Another process that was given a dead server's number does not count. */
export function livePostmaster(folders: Folders): Postmaster | null {
  const named = readPostmaster(folders);
  if (!named || !isRunning(named.pid)) return null;
  const command = commandLineOf(named.pid);
  return command === '' || command.includes(folders.cluster) ? named : null;
}

/**
 * Removes the files that a killed server left. PostgreSQL removes them itself, except when another process was given
 * the dead server's number, as happens in containers; then it would refuse every start.
 */
export function clearRemains(folders: Folders): void {
  const named = readPostmaster(folders);
  if (!named || livePostmaster(folders)) return;
  rmSync(fileIn(folders), { force: true });
  if (!named.endpoint.socket) return;
  for (const suffix of ['', '.lock']) {
    rmSync(join(named.endpoint.socket, `.s.PGSQL.${named.endpoint.port}${suffix}`), { force: true });
  }
}
