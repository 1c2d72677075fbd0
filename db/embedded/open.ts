import { StartFailure } from './failure';
import { makeHome, makeSocketFolder, removeSocketFolder } from './folders';
import { type Holder, holderOf, isLock, type Lock, takeLock } from './lock';
import { eventually } from './processes';
import { runningAddress, runServer, type Server, type ServerOptions } from './server';

export type Embedded = Server & Pick<Lock, 'announce'>;

/**
 * Opens the embedded database of a home folder for one process, which keeps it until `stop`. Refuses when another
 * process has it, with a sentence that names that process and its address.
 */
export async function openEmbedded(home: string, purpose: string, options: ServerOptions = {}): Promise<Embedded> {
  const folders = makeHome(home);
  const lock = await lockHome(folders.home, purpose);
  try {
    makeSocketFolder(folders);
    const server = await runServer(folders, options);
    return {
      ...server,
      announce: lock.announce,
      async stop() {
        lock.ending();
        await server.stop();
        removeSocketFolder(folders);
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens the embedded database for a command that may work beside another process: a server that already runs is used,
 * and `stop` then leaves it running.
 */
export async function joinOrOpenEmbedded(
  home: string,
  purpose: string,
): Promise<Pick<Embedded, 'url' | 'announce' | 'stop'>> {
  const folders = makeHome(home);
  const url = holderOf(folders.home, 'start') ? await runningAddress(folders) : null;
  return url ? { url, announce: () => {}, stop: async () => {} } : openEmbedded(home, purpose);
}

/** Takes the lock, waiting for a holder that is ending or was killed a moment ago. */
async function lockHome(home: string, purpose: string): Promise<Lock> {
  let taken = takeLock(home, 'start', purpose);
  const tryLock = () => {
    taken = takeLock(home, 'start', purpose);
    return isLock(taken);
  };
  if (!isLock(taken)) await eventually(tryLock, { within: 1500, every: 50 });
  if (!isLock(taken) && taken.state === 'ending') await eventually(tryLock, { within: 20_000, every: 50 });
  if (!isLock(taken)) throw alreadyRunning(taken);
  return taken;
}

function alreadyRunning({ pid, purpose, address }: Holder): StartFailure {
  const where = address ? `${address} ` : '';
  return new StartFailure(
    `Baton is already running on these data: ${where}(${purpose}, process ${pid}). Use that one, or end it first.`,
    `指挥棒已在使用这份数据运行：${where}（${purpose}，进程 ${pid}）。请直接使用，或先将其停止。`,
  );
}
