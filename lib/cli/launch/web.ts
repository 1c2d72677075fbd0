import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartFailure } from '@/db/embedded/failure';
import { dyingWithUs } from '@/db/embedded/identity';
import { launchSettings, type Place, refuseTakenPlace, root } from './settings';
import { linesTo, type Sink } from './web-log';
import { environmentOf, namesToServe, type WebSettings } from './web-settings';

export type Web = {
  /** Resolves when the server has ended, with its exit code. */
  gone: Promise<number | null>;
  stop(): Promise<void>;
};

/** Milliseconds until the server must be ready; a development server compiles its first page in that time. */
const patience = 120_000;

/**
 * Starts the web server and returns once it is ready. The output of the built server goes to `log`, and its last lines
 * to the terminal when the server ends without being asked; a development server prints to the terminal.
 */
export async function serve(
  mode: 'start' | 'dev',
  place: Place,
  settings: WebSettings,
  { stop, log }: { stop: AbortSignal; log: Sink },
): Promise<Web> {
  const child = spawnNext(mode, place, settings);
  const lastWords = mode === 'start' ? listen(child, log) : () => {};
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  let asked = false;
  const web = {
    gone,
    stop() {
      asked = true;
      return end(child, gone);
    },
  };
  void gone.then(() => asked || lastWords());
  const began = performance.now();
  while (!(await isReady(place))) {
    if (stop.aborted) await web.stop();
    stop.throwIfAborted();
    const runs = child.exitCode === null && child.signalCode === null;
    if (runs && performance.now() - began < patience) continue;
    await web.stop();
    await refuseTakenPlace(place);
    lastWords();
    throw new StartFailure('The web server did not start: see above.', '网站服务未能启动：请查看上方说明。');
  }
  return web;
}

/** Passes on the output of the process, line by line. Returns a function that prints the last lines once. */
function listen(child: ChildProcess, log: Sink): () => void {
  let last: string[] = [];
  const note: Sink = (line) => {
    log(line);
    if (!line.includes('"msg":"request"')) last = [...last, line].slice(-30);
  };
  child.stdout?.setEncoding('utf8').on('data', linesTo(note, 'info'));
  child.stderr?.setEncoding('utf8').on('data', linesTo(note, 'error'));
  return () => {
    for (const line of last.splice(0)) process.stderr.write(`${line}\n`);
  };
}

/** Memory for the garbage of a page: with Node's own 16 MB a fifth of a page's time is garbage collection. */
const youngHeap = '--max-semi-space-size=64';

/** Exposes the garbage collector to the product, to run after large files (lib/reporting/upload/files-in-work.ts). */
const collectable = '--expose-gc';

function spawnNext(mode: 'start' | 'dev', place: Place, settings: WebSettings): ChildProcess {
  const { host, port } = place;
  const { webProcesses } = launchSettings();
  const server = join(root, 'app', 'server', 'serve.mjs');
  const several = [join(root, 'app', 'server', 'processes.mjs'), String(webProcesses), server];
  const program = [
    ...[youngHeap, collectable],
    ...(mode === 'start' && webProcesses > 1 ? several : [server]),
    ...[host, String(port)],
  ];
  const [command = '', ...args] = [...dyingWithUs('TERM'), process.execPath, ...program];
  return spawn(command, args, {
    cwd: root,
    env: {
      ...process.env,
      ...environmentOf(settings),
      ...namesToServe(settings, place),
      NODE_ENV: mode === 'start' ? 'production' : 'development',
      NEXT_TELEMETRY_DISABLED: '1',
    },
    stdio: mode === 'start' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    // Ctrl-C in the terminal must reach only this process; it ends the web server before its database.
    detached: process.platform !== 'win32',
  });
}

async function isReady({ host, port }: Place): Promise<boolean> {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const name = near.includes(':') ? `[${near}]` : near;
  try {
    const answer = await fetch(`http://${name}:${port}/readyz`, {
      signal: AbortSignal.timeout(10_000),
      // A connection kept open would delay the server's end.
      headers: { Connection: 'close' },
    });
    return answer.ok;
  } catch {
    return false;
  } finally {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function end(child: ChildProcess, gone: Promise<number | null>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5000);
  await gone;
  clearTimeout(force);
}
