import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { freePort } from '@/lib/testing/web-server';

const folder = mkdtempSync(join(tmpdir(), 'baton-processes-'));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A server that works a little on each answer, its own number, gives it as late as it is asked to, and ends as the product's does. */
const server = `
import { createServer } from 'node:http';
const web = createServer((request, response) => {
  for (const end = performance.now() + 5; performance.now() < end; );
  setTimeout(() => response.end(String(process.pid)), Number(request.url.slice(1)));
}).listen(Number(process.argv[2]), '127.0.0.1', () => console.log('ready'));
process.once('SIGTERM', () => web.close(() => process.exit(0)));
`;

function startAll(count: number, text: string, port: number) {
  const program = join(folder, 'server.mjs');
  writeFileSync(program, text);
  const child = spawn(process.execPath, ['app/server/processes.mjs', `${count}`, program, `${port}`]);
  running.push(child);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, ended, said: () => said };
}

/** The number of the process that answers on a connection of its own; null while none does. */
function ask(port: number, wait = 0): Promise<number | null> {
  return new Promise((resolve) => {
    get(`http://127.0.0.1:${port}/${wait}`, { agent: new Agent() }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve(Number(text)));
    }).on('error', () => resolve(null));
  });
}

async function until<T>(look: () => Promise<T> | T, wanted: (seen: T) => boolean): Promise<T> {
  for (;;) {
    const seen = await look();
    if (wanted(seen)) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const askers = async (port: number) =>
  new Set((await Promise.all(Array.from({ length: 12 }, () => ask(port)))).filter((one) => one !== null));

test('all share one port, and one that is killed is replaced while the others answer', async () => {
  const port = await freePort();
  const { said } = startAll(3, server, port);
  await until(said, (text) => text.split('ready').length === 4);
  const first = await until(
    () => askers(port),
    ({ size }) => size === 3,
  );
  const [killed = 0] = first;
  process.kill(killed, 'SIGKILL');
  const later = await until(
    () => askers(port),
    (seen) => seen.size === 3 && !seen.has(killed),
  );
  expect([...later].filter((pid) => first.has(pid))).toHaveLength(2);
});

test('asked to end, they give the answers in progress and end', async () => {
  const port = await freePort();
  const { child, ended, said } = startAll(2, server, port);
  await until(said, (text) => text.split('ready').length === 3);
  const answers = Array.from({ length: 4 }, () => ask(port, 400));
  // Those have arrived once a later one is answered.
  await ask(port);
  child.kill('SIGTERM');
  expect((await Promise.all(answers)).every((pid) => pid !== null)).toBe(true);
  expect(await ended).toBe(0);
  expect(await ask(port)).toBeNull();
});

test('a program that cannot start ends all, and says why', async () => {
  const { ended, child } = startAll(2, "throw new Error('no place');", await freePort());
  let words = '';
  child.stderr?.on('data', (chunk) => {
    words += chunk;
  });
  expect(await ended).toBe(1);
  expect(words).toContain('no place');
});
