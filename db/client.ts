import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { databaseSettings } from '@/db/settings';
import { openPool, type Pool, type PoolLimits } from './pool';

export type Sql = postgres.Sql;

/** Lists of doubles at once as JSON; the driver reads them letter by letter, and a null as what is no number. */
const doubles = {
  ...{ to: 1022, from: [1022] },
  serialize: (list: string) => list,
  parse: (text: string): (number | null)[] => JSON.parse(`[${text.slice(1, -1).replaceAll('NULL', 'null')}]`),
};

/**
 * Opens a pool. postgres.js ignores a `?host=/socket/folder` in the address as libpq has it, so the host is passed as
 * an option.
 */
export function openSql(url: string, options: postgres.Options<Record<string, never>> = {}): Sql {
  const address = new URL(url);
  const socketFolder = address.searchParams.get('host');
  address.searchParams.delete('host');
  return postgres(address.href, {
    onnotice: () => {},
    types: { doubles },
    ...options,
    ...(socketFolder ? { host: socketFolder } : {}),
  });
}

/**
 * Drizzle over a driver or a pool. Drizzle sends every statement unnamed, so that it is parsed and planned each time,
 * which doubles the time of a page's queries; the texts of the statements are few, so they are prepared, unless the
 * connections forbid it (`prepare: false`). Drizzle uses `options`, `unsafe`, `begin` and `savepoint` of the driver;
 * our pool has the same four.
 */
export function drizzleOver(connections: Sql | Pool) {
  if ('stream' in connections) return drizzle(connections as unknown as Sql);
  const sql = connections;
  const unsafe: Sql['unsafe'] = (text, values, options) => sql.unsafe(text, values, { ...options, prepare: true });
  return drizzle(new Proxy(sql, { get: (pool, key) => (key === 'unsafe' ? unsafe : Reflect.get(pool, key)) }));
}
export type Database = ReturnType<typeof drizzleOver>;
/** The pool, or the transaction of a command: within a transaction nothing may ask for a second connection. */
export type Reads = Pick<Database, 'select' | 'selectDistinct'>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/**
 * The role of the web process: it reads and writes rows, and can change neither the rows of a history nor the shape of
 * a table.
 */
export const webRole = 'baton_web';

/** Milliseconds after which the database ends a statement of the web process. */
const statementTimeout = 10_000;

/** Milliseconds without an answer after which a connection is given up: slightly more than `statementTimeout`. */
const silence = statementTimeout + 1000;

/**
 * Connection settings of the web process: its role, a time limit for every statement and for every idle transaction.
 * Behind a pooler (`DATABASE_POOLED=1`) a connection cannot set them; there the database user must have them.
 */
export function webOptions(): postgres.Options<Record<string, never>> {
  if (databaseSettings().isPooled) return { prepare: false };
  const connection = {
    role: webRole,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
  };
  return { connection };
}

/** Opens a pool to a database within `limits`, with the driver's `options`. */
export function openPoolTo(
  url: string,
  limits: PoolLimits,
  options: postgres.Options<Record<string, never>> = {},
): Pool {
  return openPool((own) => openSql(url, { connect_timeout: 5, ...options, ...own }), limits);
}

type Shared = { batonPool?: Pool; batonDatabase?: Database; batonLostAt?: number };
const shared = globalThis as Shared;

/**
 * The process's one pool, opened at first use (never while the product is being built) and kept across hot reloads. It
 * works under the role of the web process; a test that needs more rights asks for the pool first, with `{}`.
 */
export function sharedPool(options = webOptions()): Pool {
  const { url, size } = databaseSettings();
  if (!url) throw new Error('DATABASE_URL is not set: start the product with npm start or npm run dev');
  const onLoss = () => {
    shared.batonLostAt = performance.now();
  };
  shared.batonPool ??= openPoolTo(url, { size, silence, onLoss }, options);
  return shared.batonPool;
}

/**
 * A connection outside the process's pool that asks whether the database answers, even when the pool has no free
 * connection.
 */
export function openProbe(url: string): Pool {
  return openPoolTo(url, { size: 1, silence }, webOptions());
}

/** Drizzle over the process's pool. */
export function db(): Database {
  shared.batonDatabase ??= drizzleOver(sharedPool());
  return shared.batonDatabase;
}

/** When the pool last lost a connection, on the clock of `performance.now()`; 0 if never. */
export function lastLoss(): number {
  return shared.batonLostAt ?? 0;
}

/** Closes the process's pool; the next use opens a new one to the current `DATABASE_URL`. */
export async function closeSharedPool(): Promise<void> {
  const pool = shared.batonPool;
  delete shared.batonPool;
  delete shared.batonDatabase;
  await pool?.end();
}
