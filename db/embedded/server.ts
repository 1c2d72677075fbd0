import type { ChildProcess } from 'node:child_process';
import { findBinaries } from './binaries';
import { boot, type Plan, patience } from './boot';
import { isNew, makeCluster, refuseOtherVersion } from './cluster';
import { addressOf, answers, ensureDatabase, newEndpoint } from './endpoint';
import type { Folders } from './folders';
import { chooseIdentity } from './identity';
import { livePostmaster } from './postmaster';
import { eventually, isRunning, signal } from './processes';

export type Server = {
  /** The address of the product's database, in the form that `openSql` takes. */
  url: string;
  /** True when a server left behind by an earlier start was taken over. */
  adopted: boolean;
  /** The number of the server's first process; a restart changes it. */
  pid(): number;
  /** Stops the server cleanly: running statements are broken off, committed ones are kept. */
  stop(): Promise<void>;
};

export type Event = 'died' | 'restarted';

export type ServerOptions = {
  settings?: Readonly<Record<string, string>>;
  onEvent?: (event: Event) => void;
};

const database = 'baton';

/**
 * Runs the server of a home folder whose lock the caller holds: takes over a running server or starts one, and restarts
 * it whenever it dies.
 */
export async function runServer(folders: Folders, options: ServerOptions = {}): Promise<Server> {
  const adopted = await adopt(folders);
  const plan = await planFor(folders, options, adopted !== null);
  const watched = adopted ? watchPid(adopted) : watchChild(await boot(plan));
  const endpoint = livePostmaster(folders)?.endpoint ?? plan.endpoint;
  await ensureDatabase(endpoint, database);
  return supervise({ ...plan, endpoint }, watched, adopted !== null, options.onEvent ?? (() => {}));
}

/** The address of the product's database on the running server of a home folder; null when no server answers. */
export async function runningAddress(folders: Folders): Promise<string | null> {
  const endpoint = livePostmaster(folders)?.endpoint;
  return endpoint && (await answers(endpoint)) ? addressOf(endpoint, database) : null;
}

/** The process of a running server, once it answers; null when no server runs or the running one was ending. */
async function adopt(folders: Folders): Promise<number | null> {
  const running = livePostmaster(folders);
  if (!running) return null;
  let answered = false;
  await eventually(
    async () => {
      if (!isRunning(running.pid)) return true;
      answered = livePostmaster(folders)?.state !== 'stopping' && (await answers(running.endpoint));
      return answered;
    },
    { within: patience, every: 50 },
  );
  return answered ? running.pid : null;
}

async function planFor(folders: Folders, options: ServerOptions, adopted: boolean): Promise<Plan> {
  const binaries = findBinaries();
  const mine = [folders.home, folders.socket].filter((folder) => folder !== '');
  const identity = chooseIdentity(folders.cluster, mine, binaries.postgres);
  if (isNew(folders)) makeCluster(folders, binaries, identity);
  else if (!adopted) refuseOtherVersion(folders, binaries);
  return { folders, binaries, identity, endpoint: await newEndpoint(folders), settings: options.settings ?? {} };
}

/** A server's process, and a promise that resolves when it has ended. */
type Watched = { pid: number; gone: Promise<void> };

function watchChild(child: ChildProcess): Watched {
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  if (child.exitCode !== null || child.signalCode !== null) return { pid: child.pid ?? 0, gone: Promise.resolve() };
  return { pid: child.pid ?? 0, gone };
}

/** Watches a server by polling: an adopted server is not a child of this process. */
function watchPid(pid: number): Watched {
  const gone = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (isRunning(pid)) return;
      clearInterval(timer);
      resolve();
    }, 250);
    timer.unref();
  });
  return { pid, gone };
}

function supervise(plan: Plan, first: Watched, adopted: boolean, tell: (event: Event) => void): Server {
  let current = first;
  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();

  const restart = async () => {
    for (let attempt = 0; !stopping; attempt++) {
      try {
        current = watchChild(await boot(plan));
        return tell('restarted');
      } catch {
        await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 250 * 2 ** attempt)));
      }
    }
  };
  const keepAlive = async () => {
    while (!stopping) {
      await current.gone;
      if (stopping) return;
      tell('died');
      restarting = restart();
      await restarting;
    }
  };
  void keepAlive();

  return {
    url: addressOf(plan.endpoint, database),
    adopted,
    pid: () => current.pid,
    async stop() {
      stopping = true;
      await restarting;
      await end(current.pid);
    },
  };
}

/** Stops a server by a fast shutdown; if that fails, by an immediate one, after which the next start recovers. */
async function end(pid: number): Promise<void> {
  for (const name of ['SIGINT', 'SIGQUIT'] as const) {
    signal(pid, name);
    if (await eventually(() => !isRunning(pid), { within: 8000 })) return;
  }
}
