import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { StartFailure } from '@/db/embedded/failure';
import { dyingWithUs } from '@/db/embedded/identity';
import { type Place, refuseTakenPlace, root } from './settings';
import { linesTo, type Sink } from './web-log';
import { environmentOf, namesToServe, type WebSettings } from './web-settings';

export type Web = {
  /** Settles when the server is gone, with what it left. */
  gone: Promise<number | null>;
  stop(): Promise<void>;
};

/** How long the server may take until it is ready; a first page of a development server is compiled in that time. */
const patience = 120_000;

/**
 * Serves the product and returns once it says that it is ready. What the built server says goes to `log`, and the end of
 * it to the terminal when the server ends without being asked; a development server talks to the terminal.
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

/** Hands on what the process says, line by line. Returns what shows the end of it once. */
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

/** Room for what a page leaves behind: with Node's own 16 MB a fifth of a page's time goes into clearing it away. */
const youngHeap = '--max-semi-space-size=64';

/** Lets the product collect what large files left behind (lib/reporting/upload/files-in-work.ts). */
const collectable = '--expose-gc';

function spawnNext(mode: 'start' | 'dev', place: Place, settings: WebSettings): ChildProcess {
  const { host, port } = place;
  const program = [youngHeap, collectable, join(root, 'app', 'server', 'serve.mjs'), host, String(port)];
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
    // A Ctrl-C in the terminal must reach us alone; we end the web server before its database.
    detached: process.platform !== 'win32',
  });
}

async function isReady({ host, port }: Place): Promise<boolean> {
  const near = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host;
  const name = near.includes(':') ? `[${near}]` : near;
  try {
    const answer = await fetch(`http://${name}:${port}/readyz`, {
      signal: AbortSignal.timeout(10_000),
      // A connection kept open would hold up the server's end.
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
