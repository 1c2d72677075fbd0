import postgres from 'postgres';

type Sql = postgres.Sql;
type Options = postgres.Options<Record<string, never>>;
type Values = Parameters<Sql['unsafe']>[1];
type Asked = ReturnType<Sql['unsafe']>;
type Rows = readonly unknown[];

/** The database gave no answer or no connection in time, or the connection was lost. */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE';
}

/** A statement, sent when it is awaited; `values` asks for its rows as arrays. */
export type Statement = PromiseLike<Rows> & { values(): Promise<Rows> };

/** A transaction, valid while its work lasts. */
export type Transaction = {
  unsafe(text: string, values?: Values): Statement;
  savepoint<T>(work: (inner: Transaction) => Promise<T>): Promise<T>;
};

/** A pool in which a connection serves one asker at a time. */
export type Pool = {
  /** The driver's settings, shared by all connections. */
  readonly options: Sql['options'];
  unsafe(text: string, values?: Values): Statement;
  begin<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Streams rows read through a cursor. The connection is closed when the reader leaves early. */
  stream<T>(read: (sql: Sql) => AsyncIterable<T>): AsyncGenerator<T>;
  /** How many connections are open and lent, and how many askers wait. */
  use(): { readonly open: number; readonly lent: number; readonly waiting: number };
  /** Closes every connection now, even a used one; the next asker gets a new one. */
  drop(): void;
  end(): Promise<void>;
};

type Connection = {
  readonly sql: Sql;
  /** When the connection is too old to be lent again, on the clock of `performance.now()`. */
  readonly until: number;
  last: Promise<unknown>;
  isLost: boolean;
  /** Closes a connection that has been unused for long. */
  retiring?: NodeJS.Timeout;
};
type Send = <T>(shape: (asked: Asked) => PromiseLike<T>) => Promise<T>;

export type PoolLimits = {
  readonly size: number;
  readonly silence?: number;
  readonly idle?: number;
  readonly age?: number;
  readonly onLoss?: () => void;
};

/** Settings that keep the driver from ending a connection by itself. */
const neverByItself = { max_lifetime: null, idle_timeout: null } as unknown as Options;

/**
 * Opens a pool of at most `size` connections, each made by `connect` with these settings and those given to it.
 *
 * The driver sends statements of several askers down one connection and assigns answers by order alone; a cancelled,
 * refused or broken statement shifts that order, and an answer reaches another asker. Here a connection has one asker
 * and one unanswered statement at a time, and anything but an answer or an error of the statement closes it for good.
 * `silence` milliseconds without an answer or a free connection throw `DatabaseUnavailable`; 0 waits for ever. `onLoss`
 * is called for every connection that ends.
 *
 * The driver would close a connection of a certain age in the middle of a transaction, open another and run the
 * remaining statements there, outside the transaction. So the pool ends connections itself, and only unused ones: after
 * `idle` milliseconds without an asker, and at an age drawn at random between half of `age` and `age`.
 */
export function openPool(
  connect: (options: Options) => Sql,
  { size, silence = 0, idle: longestIdle = 60_000, age = 3_600_000, onLoss = () => {} }: PoolLimits,
): Pool {
  const all = new Set<Connection>();
  const idle: Connection[] = [];
  const waiting: { give: (connection: Connection) => void; refuse: (error: Error) => void }[] = [];
  let settings: Sql['options'] | undefined;
  let hasTypes = false;
  let hasEnded = false;

  function openConnection(): Connection {
    const onclose = () => {
      connection.isLost = true;
      if (idle.includes(connection)) discard(connection);
      onLoss();
    };
    const until = performance.now() + age * (0.5 + Math.random() / 2);
    const connection: Connection = { sql: driver(onclose), until, last: Promise.resolve(), isLost: false };
    all.add(connection);
    return connection;
  }

  /** The driver reuses settings that it has parsed, so all connections share the types that one of them has read. */
  function driver(onclose: () => void): Sql {
    if (settings) {
      // Without `no_subscribe` each connection would prepare another one for replication. The types are read once: an
      // error of that query is thrown where no caller can catch it, which ends the process.
      const own = { onclose, no_subscribe: true, fetch_types: settings.fetch_types && !hasTypes };
      return postgres(Object.create(settings, Object.getOwnPropertyDescriptors(own)));
    }
    const first = connect({ ...neverByItself, max: 1, onclose });
    settings = first.options;
    return first;
  }

  function discard(connection: Connection): void {
    connection.isLost = true;
    if (!all.delete(connection)) return;
    clearTimeout(connection.retiring);
    const at = idle.indexOf(connection);
    if (at >= 0) idle.splice(at, 1);
    void connection.sql.end({ timeout: 0 });
    if (waiting.length > 0) waiting.shift()?.give(openConnection());
  }

  function release(connection: Connection): void {
    if (connection.isLost || performance.now() > connection.until) {
      discard(connection);
      return;
    }
    const next = waiting.shift();
    if (next) {
      next.give(connection);
      return;
    }
    idle.push(connection);
    connection.retiring = setTimeout(() => discard(connection), longestIdle).unref();
  }

  async function take(): Promise<Connection> {
    if (hasEnded) throw new DatabaseUnavailable('the pool has been closed');
    const free = idle.pop() ?? (all.size < size ? openConnection() : null);
    clearTimeout(free?.retiring);
    if (free) return free;
    let leave = () => {};
    const given = new Promise<Connection>((give, refuse) => {
      const place = { give, refuse };
      waiting.push(place);
      leave = () => waiting.splice(waiting.indexOf(place), 1);
    });
    return inTime(given, () => {
      leave();
      return new DatabaseUnavailable('no connection was free in time');
    });
  }

  function inTime<T>(asked: Promise<T>, giveUp: () => Error): Promise<T> {
    if (silence === 0) return asked;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(giveUp()), silence);
      asked.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  /** Sends a statement once the one before has been answered. */
  function ask<T>(connection: Connection, send: () => PromiseLike<T>): Promise<T> {
    const answer = connection.last.then(async () => {
      if (connection.isLost) throw new DatabaseUnavailable('the connection was lost');
      try {
        const answer = await inTime(Promise.resolve(send()), () => {
          discard(connection);
          return new DatabaseUnavailable('the database did not answer in time');
        });
        hasTypes = true;
        return answer;
      } catch (error) {
        if (!isOfStatement(error)) connection.isLost = true;
        throw error;
      }
    });
    connection.last = answer.catch(() => {});
    return answer;
  }

  const plan = ({ sql }: Connection, text: string, values?: Values) => sql.unsafe(text, values, { prepare: true });

  async function lend<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await take();
    try {
      return await work(connection);
    } finally {
      release(connection);
    }
  }

  async function* stream<T>(read: (sql: Sql) => AsyncIterable<T>): AsyncGenerator<T> {
    const connection = await take();
    let isWhole = false;
    try {
      const rows = read(connection.sql)[Symbol.asyncIterator]();
      for (;;) {
        const step = await ask(connection, () => rows.next());
        if (step.done) break;
        yield step.value;
      }
      isWhole = true;
    } finally {
      if (!isWhole) connection.isLost = true;
      release(connection);
    }
  }

  /**
   * Runs work between a beginning and an end. A failed statement makes the whole fail, even when the work went on; a
   * statement after the end, of this work or of the work around it, is refused: by then the connection may serve
   * another asker.
   */
  async function scope<T>(
    connection: Connection,
    [begin, commit, rollback]: readonly [string, string, string],
    work: (tx: Transaction) => Promise<T>,
    demandOuter = () => {},
  ): Promise<T> {
    const control = async (text: string) => {
      demandOuter();
      return ask(connection, () => connection.sql.unsafe(text));
    };
    let isOver = false;
    const demandOpen = () => {
      demandOuter();
      if (isOver) throw new Error('a statement came after the end of its transaction');
    };
    let failed: { error: unknown } | undefined;
    let depth = 0;
    const tx: Transaction = {
      unsafe: (text, values) =>
        statement(async (shape) => {
          demandOpen();
          try {
            return await ask(connection, () => shape(plan(connection, text, values)));
          } catch (error) {
            failed ??= { error };
            throw error;
          }
        }),
      async savepoint(inside) {
        demandOpen();
        depth += 1;
        const name = `${begin === 'begin' ? 's' : `${begin.split(' ')[1]}_`}${depth}`;
        return scope(connection, [`savepoint ${name}`, `release ${name}`, `rollback to ${name}`], inside, demandOpen);
      },
    };
    await control(begin);
    try {
      const result = await work(tx);
      if (failed) throw failed.error;
      isOver = true;
      const { command } = await control(commit);
      if (command === 'ROLLBACK') throw new DatabaseUnavailable('the transaction could not be kept');
      return result;
    } catch (error) {
      isOver = true;
      if (!connection.isLost) await control(rollback).catch(() => {});
      throw error;
    }
  }

  return {
    get options() {
      if (!settings) release(openConnection());
      return settings as Sql['options'];
    },
    unsafe: (text, values) =>
      statement((shape) => lend((connection) => ask(connection, () => shape(plan(connection, text, values))))),
    begin: (work) => lend((connection) => scope(connection, ['begin', 'commit', 'rollback'], work)),
    stream,
    use: () => ({ open: all.size, lent: all.size - idle.length, waiting: waiting.length }),
    drop() {
      for (const connection of [...all]) discard(connection);
    },
    async end() {
      hasEnded = true;
      for (const { refuse } of waiting.splice(0)) refuse(new DatabaseUnavailable('the pool has been closed'));
      await Promise.all([...all].map(({ sql }) => sql.end({ timeout: 2 })));
    },
  };
}

function statement(run: Send): Statement {
  return {
    // biome-ignore lint/suspicious/noThenProperty: the driver's statements too are sent when they are awaited.
    then: (done, failed) => run<Rows>((asked) => asked).then(done, failed),
    values: () => run<Rows>((asked) => asked.values()),
  };
}

/** Whether an error is the server's answer to a statement, after which the connection goes on. */
function isOfStatement(error: unknown): boolean {
  return error instanceof postgres.PostgresError && (error.severity || error.severity_local) === 'ERROR';
}

/**
 * SQLSTATE classes and codes: no connection, no resources, stopped by an operator, a transaction to repeat, a lock not
 * available.
 */
const outOfReach = /^(08|40|53|57|55P03)/;

/**
 * Whether the database, and not the request, is at fault, even when the error is the cause of another library's error.
 */
export function isDatabaseFault(error: unknown): boolean {
  if (error instanceof Error && error.cause !== undefined) return isDatabaseFault(error.cause);
  if (error instanceof postgres.PostgresError) return !isOfStatement(error) || outOfReach.test(error.code);
  const code = error instanceof Error && 'code' in error ? `${error.code}` : '';
  return /^(DATABASE_UNAVAILABLE|CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ENOENT|EAI_|ENOTFOUND|ETIMEDOUT|EHOST|ENET)/.test(
    code,
  );
}
