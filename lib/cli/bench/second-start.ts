import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '@/lib/cli/launch/settings';
import { freePort } from '@/lib/testing/web-server';

/** Seconds from the command to the first healthy answer, for a product that has run before on the same data. */
export async function secondStart(): Promise<number> {
  const data = mkdtempSync(join(tmpdir(), 'baton-second-'));
  try {
    await timeToHealth(data);
    return (await timeToHealth(data)) / 1000;
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

async function timeToHealth(data: string): Promise<number> {
  const port = await freePort();
  const { BATON_DIST: _, DATABASE_URL: __, ...surroundings } = process.env;
  const start = performance.now();
  const child = spawn(process.execPath, [join(root, 'lib', 'cli', 'run.mjs'), 'start'], {
    cwd: root,
    env: { ...surroundings, BATON_DATA: data, PORT: `${port}` },
    stdio: 'ignore',
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await untilReady(`http://127.0.0.1:${port}/readyz`, child);
  const time = performance.now() - start;
  child.kill('SIGTERM');
  await gone;
  return time;
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the product ended before it was healthy');
}
