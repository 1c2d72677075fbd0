import { describe, expect, test } from 'vitest';
import { pidOf, poolsTo, textOf } from '@/lib/testing/pools';
import { openPoolTo, openSql } from './client';
import { DatabaseUnavailable, type Pool } from './pool';
import { testDatabase } from './testing';

const { url, sql } = await testDatabase();

const withPool = poolsTo(url);
const kill = (pid: number) => sql`select pg_terminate_backend(${pid}, 5000)`;

/** A silent server: accepts connections and never answers. */
async function silentServer(): Promise<{ url: string; close(): void }> {
  const { createServer } = await import('node:net');
  const server = createServer(() => {});
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  return { url: `postgres://nobody@127.0.0.1:${port}/nothing`, close: () => server.close() };
}

/**
 * Runs askers that each ask for their own mark again and again; counts the answers of another asker, and those that
 * never came.
 */
async function askers(ask: (mark: string) => Promise<unknown>) {
  const [people, times] = [20, 40];
  const count = { own: 0, foreign: 0, none: 0 };
  const person = async (who: number) => {
    for (let at = 0; at < times; at += 1) {
      const mark = `${who}/${at}`;
      const answer = await ask(mark).catch(() => null);
      if (answer === null) count.none += 1;
      else if (answer === mark) count.own += 1;
      else count.foreign += 1;
    }
  };
  await Promise.all(Array.from({ length: people }, (_, who) => person(who)));
  return count;
}

describe('answers reach their asker', () => {
  test('the driver alone gives answers to other askers once a statement that waits on a connection is cancelled', async () => {
    const bare = openSql(url, { max: 1 });
    const pid = (await bare`select pg_backend_pid() as pid`)[0]?.pid;
    const lock = await sql.reserve();
    await lock`select pg_advisory_lock(1)`;
    const slow = bare`select pg_advisory_lock(1)`.then(undefined, () => {});
    const probe = bare`select 'probe'`;
    probe.catch(() => {});
    while ((await sql`select 1 from pg_locks where pid = ${pid} and not granted`).length === 0);
    probe.cancel();
    const answers: string[] = [];
    for (const mark of ['first', 'second', 'third']) {
      bare`select ${mark}::text as mark`.then(
        ([row]) => answers.push(row?.mark === mark ? 'own' : 'foreign'),
        () => {},
      );
    }
    await lock`select pg_advisory_unlock(1)`;
    lock.release();
    await slow;
    // An asker whose answer went to another one may wait for ever, even beyond the end of the connection.
    await bare.end({ timeout: 1 });
    expect(answers).toContain('foreign');
  });

  test('each asker gets the own answer while connections are killed, statements time out, wait and break', async () => {
    const work = async (pool: Pool) => {
      const pids = new Set<number>();
      let turn = 0;
      const count = await askers(async (mark) => {
        turn += 1;
        // The kinds of trouble alternate, so that every run meets all of them.
        if (turn % 7 === 0) pids.add(await pidOf(pool));
        if (turn % 31 === 0) for (const pid of pids) void kill(pid);
        if (turn % 11 === 0) void pool.unsafe('select pg_sleep(1)').then(undefined, () => {});
        if (turn % 13 === 0)
          void pool.unsafe('select $1::int', [undefined as unknown as string]).then(undefined, () => {});
        if (turn % 17 === 0) void pool.unsafe('select 1/0').then(undefined, () => {});
        if (turn % 19 === 0)
          void pool
            .begin(async (tx) => {
              void tx.unsafe('select pg_sleep(0.02)').then(undefined, () => {});
              throw new Error('abandoned');
            })
            .catch(() => {});
        if (turn % 97 === 0) pool.drop();
        return textOf(pool, mark);
      });
      expect(count.foreign).toBe(0);
      expect(count.own).toBeGreaterThan(count.none);
      expect(await textOf(pool, 'afterwards')).toBe('afterwards');
    };
    await withPool({ size: 4, silence: 2000 }, work, { connection: { statement_timeout: 50 } });
  });

  test('a value that cannot be sent fails alone, and its connection serves no other asker', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const slow = textOf(pool, 'slow');
      const broken = pool.unsafe('select $1::text', [undefined as unknown as string]).then(
        () => 'answered',
        () => 'failed',
      );
      expect(await Promise.all([slow, broken, textOf(pool, 'next')])).toEqual(['slow', 'failed', 'next']);
      const before = await pidOf(pool);
      await expect(pool.unsafe('select $1::text', [undefined as unknown as string])).rejects.toThrow();
      expect(await pidOf(pool)).not.toBe(before);
    });
  });
});

describe('a database that does not answer', () => {
  test('is given up after the silence, by askers and by those who wait for a connection', async () => {
    const silent = await silentServer();
    const pool = openPoolTo(silent.url, { size: 1, silence: 50 }, { connect_timeout: 60 });
    const asked = await Promise.allSettled([textOf(pool, 'asks'), textOf(pool, 'waits')]);
    expect(asked.map((one) => one.status === 'rejected' && one.reason)).toEqual([
      expect.any(DatabaseUnavailable),
      expect.any(DatabaseUnavailable),
    ]);
    await pool.end();
    silent.close();
  });

  test('costs the connection that waited for its answer, and the next asker gets a new one', async () => {
    await withPool({ size: 1, silence: 300 }, async (pool) => {
      const before = await pidOf(pool);
      await expect(pool.unsafe('select pg_sleep(60)')).rejects.toThrow('did not answer in time');
      expect(await pidOf(pool)).not.toBe(before);
      await kill(before);
    });
  });

  test('leaves no more connections than the pool may have', async () => {
    await withPool({ size: 3 }, async (pool) => {
      const pids = await Promise.all(Array.from({ length: 50 }, () => pidOf(pool)));
      expect(new Set(pids).size).toBeLessThanOrEqual(3);
    });
  });
});

describe('a cursor', () => {
  const numbers = (pool: Pool) =>
    pool.stream((reader) => reader<{ n: number }[]>`select n from generate_series(1, 10) n`.cursor(4));

  test('delivers all rows, in batches', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const stretches: number[][] = [];
      for await (const rows of numbers(pool)) stretches.push(rows.map(({ n }) => n));
      expect(stretches).toEqual([
        [1, 2, 3, 4],
        [5, 6, 7, 8],
        [9, 10],
      ]);
    });
  });

  test('may be left early: its connection ends, and the next asker has another', async () => {
    await withPool({ size: 1 }, async (pool) => {
      const before = await pidOf(pool);
      for await (const _rows of numbers(pool)) break;
      expect(await pidOf(pool)).not.toBe(before);
    });
  });
});

describe('a connection', () => {
  test('is closed after a long time without use', async () => {
    await withPool({ size: 1, idle: 20 }, async (pool) => {
      const pid = await pidOf(pool);
      while ((await sql`select 1 from pg_stat_activity where pid = ${pid}`).length > 0);
      expect(await pidOf(pool)).not.toBe(pid);
    });
  });

  test('is closed when it is old and unused, and a waiting asker gets a new one', async () => {
    await withPool({ size: 1, age: 100 }, async (pool) => {
      const old = pool.begin(async (tx) => {
        await tx.unsafe('select pg_sleep(0.15)');
        return pidOf(tx);
      });
      const [pid, next] = await Promise.all([old, pidOf(pool)]);
      expect(next).not.toBe(pid);
    });
  });
});

test('drop closes all connections, used ones too', async () => {
  await withPool({}, async (pool) => {
    const waiting = expect(pool.unsafe('select pg_sleep(60)')).rejects.toThrow();
    const before = await pidOf(pool);
    pool.drop();
    await waiting;
    expect(await pidOf(pool)).not.toBe(before);
  });
});

describe('a connection pooler in transaction mode', () => {
  // A pooler releases the server connection as soon as a statement is answered; statements sent after that one lose
  // their answers.
  const statements = [
    (ask: (text: string, values: string[]) => PromiseLike<unknown>) => ask('select pg_sleep(0.01)', []),
    (ask: (text: string, values: string[]) => PromiseLike<unknown>) => ask('select $1::text', ['a']),
  ];
  const asked = Array.from({ length: 40 }, (_, at) => statements[at % 2]);

  test('receives each statement of a pool only after the answer to the one before', async () => {
    const watch = await watchedDatabase(url);
    const pool = openPoolTo(watch.url, { size: 2 }, { prepare: false });
    await Promise.all(asked.map((one) => one?.((text, values) => pool.unsafe(text, values))));
    await pool.begin((tx) => Promise.all(asked.map((one) => one?.((text, values) => tx.unsafe(text, values)))));
    await pool.end();
    watch.close();
    expect(watch.early()).toBe(0);
  });

  test('receives statements of the driver alone before the answer to the one before', async () => {
    const watch = await watchedDatabase(url);
    const bare = openSql(watch.url, { max: 2, prepare: false });
    await Promise.all(asked.map((one) => one?.((text, values) => bare.unsafe(text, values))));
    await bare.end();
    watch.close();
    expect(watch.early()).toBeGreaterThan(0);
  });
});

/** The database behind a proxy that counts the messages sent before the answer to a finished statement has arrived. */
async function watchedDatabase(behind: string): Promise<{ url: string; early(): number; close(): void }> {
  const { connect, createServer } = await import('node:net');
  const { join } = await import('node:path');
  const address = new URL(behind);
  const socket = join(address.searchParams.get('host') ?? '', `.s.PGSQL.${address.port || 5432}`);
  let early = 0;
  const server = createServer((client) => {
    const database = connect(socket);
    let isAwaited = false;
    let isStarted = false;
    client.on('data', (sent: Buffer) => {
      if (isStarted) {
        for (const [type] of messagesIn(sent)) {
          if (isAwaited && type !== 'X') early += 1;
          if (type === 'S' || type === 'Q') isAwaited = true;
        }
      }
      database.write(sent);
    });
    database.on('data', (answer: Buffer) => {
      // An answer ends with ReadyForQuery: Z, five bytes and the state.
      if (answer.at(-6) === 90 && answer.readUInt32BE(answer.length - 5) === 5) [isAwaited, isStarted] = [false, true];
      client.write(answer);
    });
    for (const [from, to] of [
      [client, database],
      [database, client],
    ] as const)
      from.on('error', () => to.destroy()).on('close', () => to.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const own = server.address();
  address.searchParams.delete('host');
  address.hostname = '127.0.0.1';
  address.port = `${own && typeof own === 'object' ? own.port : ''}`;
  return { url: address.href, early: () => early, close: () => server.close() };
}

/** The messages in one chunk from a client, each with its type. */
function* messagesIn(sent: Buffer): Generator<[type: string]> {
  for (let at = 0; at < sent.length; at += 1 + sent.readUInt32BE(at + 1)) yield [sent.toString('latin1', at, at + 1)];
}
