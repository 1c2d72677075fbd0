import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSql } from '@/db/client';
import { StartFailure } from './failure';
import { type Holder, holderOf, isLock, takeLock } from './lock';
import { type Embedded, openEmbedded } from './open';
import { eventually, isRunning } from './processes';

let home: string;
let open: Embedded[] = [];

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), `baton-test-${process.pid}-`));
});

afterEach(async () => {
  await Promise.all(open.map((server) => server.stop()));
  open = [];
  rmSync(home, { recursive: true, force: true });
});

async function openHome(): Promise<Embedded> {
  const server = await openEmbedded(home, 'test');
  open.push(server);
  return server;
}

async function run<T>(server: Embedded, work: (sql: ReturnType<typeof openSql>) => Promise<T>): Promise<T> {
  const sql = openSql(server.url, { max: 1, backoff: () => 0.05 });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

const rowsKept = (server: Embedded) => run(server, (sql) => sql`select n from kept order by n`);
const isBack = (server: Embedded) => () =>
  rowsKept(server).then(
    () => true,
    () => false,
  );

describe('the embedded database', () => {
  test('a fresh start has checksums, syncs to disk, and is reached through a private socket only', async () => {
    writeFileSync(join(home, 'postgres.new-1'), 'left by an interrupted start');
    const server = await openHome();
    const setting = (name: string) => run(server, async (sql) => (await sql.unsafe(`show ${name}`))[0]?.[name]);
    expect(await setting('data_checksums')).toBe('on');
    for (const name of ['fsync', 'full_page_writes', 'synchronous_commit'])
      expect(await setting(name), name).toBe('on');
    expect(await setting('listen_addresses')).toBe('');
    const socket = new URL(server.url).searchParams.get('host') ?? '';
    expect(statSync(socket).mode & 0o777).toBe(0o700);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(readdirSync(home).filter((name) => name.includes('.new-'))).toEqual([]);
  });

  test('a killed server is started again and keeps every row', async () => {
    const server = await openHome();
    await run(server, (sql) => sql`create table kept as select n from generate_series(1, 100) n`);
    const killed = server.pid();
    process.kill(killed, 'SIGKILL');
    await eventually(() => server.pid() !== killed, { within: 15_000 });
    expect(server.pid()).not.toBe(killed);
    expect(await eventually(isBack(server), { within: 15_000, every: 50 })).toBe(true);
    expect(await rowsKept(server)).toHaveLength(100);
  });

  test('a note left by a killed server does not hinder a start, even when its number is taken again', async () => {
    const first = await openHome();
    await run(first, (sql) => sql`create table kept (n int)`);
    await first.stop();
    open = [];
    const note = [process.pid, join(home, 'postgres'), 1, 5432, '/nowhere', '', '', 'ready', ''].join('\n');
    writeFileSync(join(home, 'postgres', 'postmaster.pid'), note, { mode: 0o600 });
    expect(await rowsKept(await openHome())).toEqual([]);
  });

  test('of two starts on the same data one wins, and the other is told the address of the first', async () => {
    const both = await Promise.allSettled([openHome(), openHome()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    open[0]?.announce('http://localhost:3000');
    await expect(openHome()).rejects.toThrow(/already running .*http:\/\/localhost:3000 .*process \d+/);
  });

  test('a folder that cannot be written is reported', async () => {
    writeFileSync(join(home, 'file'), '');
    chmodSync(join(home, 'file'), 0o400);
    await expect(openEmbedded(join(home, 'file'), 'test')).rejects.toThrow(StartFailure);
  });
});

describe('after the process that held the server was killed', () => {
  let other: ChildProcess | null = null;

  afterEach(() => {
    other?.kill('SIGKILL');
    other = null;
  });

  /** Starts another process that opens the same data and keeps it. */
  async function startElsewhere(environment: Record<string, string> = {}): Promise<number> {
    const script = `import('./db/embedded/open.ts').then(async ({ openEmbedded }) => {
      const server = await openEmbedded(process.argv[1], 'elsewhere'); console.log(server.pid()); });`;
    other = spawn(process.execPath, ['--import', 'tsx', '-e', script, home], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((resolve) => other?.stdout?.once('data', (text) => resolve(Number(`${text}`))));
  }

  test('no process of the server remains, and the next start has all rows', async () => {
    const pid = await startElsewhere();
    await expect(openHome()).rejects.toThrow(/already running/);
    other?.kill('SIGKILL');
    const orphaned = !(await eventually(() => !isRunning(pid), { within: 8000 }));
    const server = await openHome();
    expect(server.adopted).toBe(orphaned);
    expect(await run(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  test.runIf(process.platform === 'linux')('an orphaned server is taken over, and watched', async () => {
    const pid = await startElsewhere({ PATH: pathWithout('setpriv') });
    other?.kill('SIGKILL');
    await eventually(() => !isRunning(other?.pid ?? 0), { within: 2000 });
    const server = await openHome();
    expect([server.adopted, server.pid()]).toEqual([true, pid]);
    process.kill(pid, 'SIGKILL');
    await eventually(() => server.pid() !== pid, { within: 15_000 });
    expect(await run(server, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });
});

/** A PATH without one program, as on systems where a server cannot be bound to the life of its starter. */
function pathWithout(missing: string): string {
  const folder = join(home, 'bin');
  mkdirSync(folder);
  for (const program of ['sh', 'true', 'unshare', 'setpriv'].filter((name) => name !== missing)) {
    symlinkSync(join('/usr/bin', program), join(folder, program));
  }
  return folder;
}

describe('a lock', () => {
  const holder = (taken: ReturnType<typeof takeLock>): Holder => {
    if (isLock(taken)) throw new Error('the lock was free');
    return taken;
  };

  test('names its holder to the others until it is released', () => {
    const lock = takeLock(home, 'build', 'first');
    expect(holder(takeLock(home, 'build', 'second'))).toMatchObject({ pid: process.pid, purpose: 'first' });
    expect(isLock(takeLock(home, 'another', 'second'))).toBe(true);
    if (isLock(lock)) lock.release();
    expect(holderOf(home, 'build')).toBeNull();
    expect(isLock(takeLock(home, 'build', 'second'))).toBe(true);
  });

  test.each([
    ['a process that is gone', { pid: 999_999_999, birth: '', purpose: 'dead', address: '', state: 'running' }],
    [
      'a process whose number was given to another',
      { pid: process.pid, birth: '1', purpose: 'dead', address: '', state: 'running' },
    ],
    ['nobody, because its maker died while writing', null],
  ])('of %s is free', (_whose, left) => {
    writeFileSync(join(home, 'build.lock.7'), left ? JSON.stringify(left) : '');
    expect(isLock(takeLock(home, 'build', 'next'))).toBe(true);
    expect(readdirSync(home)).toEqual(['build.lock.8']);
  });
});
