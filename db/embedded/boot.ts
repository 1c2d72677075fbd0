import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, fstatSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import type { Binaries } from './binaries';
import { cannotRun, lastComplaint, plainEnvironment } from './cluster';
import { answers, type Endpoint } from './endpoint';
import type { Folders } from './folders';
import { dyingWithUs, type Identity } from './identity';
import { clearRemains, readPostmaster } from './postmaster';
import { eventually } from './processes';

/** Inputs of a server start. `settings` overrule the server's own settings, for tests. */
export type Plan = {
  folders: Folders;
  binaries: Binaries;
  identity: Identity;
  endpoint: Endpoint;
  settings: Readonly<Record<string, string>>;
};

/** Milliseconds that a server may take to recover transactions in flight after a kill. */
export const patience = 60_000;

/** Starts the server and waits until it answers. Tries again while processes of a killed server linger. */
export async function boot(plan: Plan): Promise<ChildProcess> {
  const end = performance.now() + 15_000;
  for (;;) {
    clearRemains(plan.folders);
    const started = await tryBoot(plan);
    if (!('complaint' in started)) return started;
    const lingering = /shared memory block|lock file|already in use/i.test(started.complaint);
    if (!lingering || performance.now() > end) throw cannotRun(started.complaint);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function tryBoot(plan: Plan): Promise<ChildProcess | { complaint: string }> {
  const { folders, endpoint } = plan;
  const log = openLog(folders.log);
  const written = fstatSync(log).size;
  const child = spawnServer(plan, log);
  closeSync(log);
  let trouble: string | null = null;
  child.once('error', (error) => {
    trouble = error.message;
  });
  child.once('exit', (code, signal) => {
    trouble ??= lastComplaint(readFileSync(folders.log).subarray(written).toString()) ?? `${signal ?? code}`;
  });
  const isReady = async () => {
    if (trouble) return true;
    const named = readPostmaster(folders);
    return named?.pid === child.pid && named?.state === 'ready' && (await answers(endpoint));
  };
  const ready = await eventually(isReady, { within: patience, every: 10 });
  if (ready && !trouble) return child;
  child.kill('SIGINT');
  return { complaint: trouble ?? 'no answer' };
}

function spawnServer({ folders, binaries, identity, endpoint, settings }: Plan, log: number): ChildProcess {
  const options = {
    listen_addresses: endpoint.socket ? '' : '127.0.0.1',
    port: String(endpoint.port),
    ...(endpoint.socket ? { unix_socket_directories: endpoint.socket, unix_socket_permissions: '0700' } : {}),
    max_connections: '60',
    fsync: 'on',
    full_page_writes: 'on',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Compiling queries costs more than running the product's short ones.
    jit: 'off',
    ...settings,
  };
  const [command = '', ...args] = [
    ...identity.prefix,
    ...dyingWithUs('INT'),
    binaries.postgres,
    ...['-D', folders.cluster],
    ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  return spawn(command, args, {
    ...identity.options,
    cwd: folders.cluster,
    env: plainEnvironment(),
    stdio: ['ignore', log, log],
    // Ctrl-C in the terminal must reach only this process: the web server has to end before its database.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
}

/** Opens the log for appending; a long log is first renamed. */
function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 10_000_000) renameSync(file, `${file}.old`);
  return openSync(file, 'a', 0o600);
}
