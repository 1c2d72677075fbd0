import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { openPool, type Pool, type PoolLimits } from './pool';

export type Sql = postgres.Sql;

/** Opens a pool. postgres.js ignores libpq's `?host=/socket/folder`, so it is handed over as an option. */
export function openSql(url: string, options: postgres.Options<Record<string, never>> = {}): Sql {
  const address = new URL(url);
  const socketFolder = address.searchParams.get('host');
  address.searchParams.delete('host');
  return postgres(address.href, { onnotice: () => {}, ...options, ...(socketFolder ? { host: socketFolder } : {}) });
}

/**
 * Drizzle over connections. Drizzle has every statement parsed and planned anew, which doubles the time of a page's queries;
 * their texts are few, so they are prepared, unless the connections forbid it (`prepare: false`). Of the driver Drizzle
 * uses `options`, `unsafe`, `begin` and `savepoint`, which a pool of ours has too.
 */
export function drizzleOver(connections: Sql | Pool) {
  if ('stream' in connections) return drizzle(connections as unknown as Sql);
  const sql = connections;
  const unsafe: Sql['unsafe'] = (text, values, options) => sql.unsafe(text, values, { ...options, prepare: true });
  return drizzle(new Proxy(sql, { get: (pool, key) => (key === 'unsafe' ? unsafe : Reflect.get(pool, key)) }));
}
export type Database = ReturnType<typeof drizzleOver>;
/** The pool, or the transaction that a command has: within one, nothing may ask for a second connection. */
export type Reads = Pick<Database, 'select' | 'selectDistinct'>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The role of the web process: it works on rows and cannot change what a history says, nor any table's shape. */
export const webRole = 'baton_web';

/** Milliseconds after which the database ends a statement of the web process. */
const statementTimeout = 10_000;

/** Milliseconds without an answer after which a connection is given up: a little more than any statement may take. */
const silence = statementTimeout + 1000;

/**
 * How the web process connects: under its role, with an end to every statement and to every forgotten transaction. Behind
 * a pooler (`DATABASE_POOLED=1`) a connection cannot ask for these; there the user it connects as must have them.
 */
export function webOptions(): postgres.Options<Record<string, never>> {
  if (process.env.DATABASE_POOLED === '1') return { prepare: false };
  const connection = {
    role: webRole,
    statement_timeout: statementTimeout,
    idle_in_transaction_session_timeout: 30_000,
  };
  return { connection };
}

/** Opens a pool of ours to a database within `limits`, with the driver's `options`. */
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
 * The process's one pool, made at first use (never while the product is being built) and kept across hot reloads. It works
 * under the role of the web process; a test that needs more is the first to ask for it, with `{}`.
 */
export function sharedPool(options = webOptions()): Pool {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start the product with npm start or npm run dev');
  const size = Number(process.env.DATABASE_POOL ?? 10);
  const onLoss = () => {
    shared.batonLostAt = performance.now();
  };
  shared.batonPool ??= openPoolTo(url, { size, silence, onLoss }, options);
  return shared.batonPool;
}

/** A connection apart from the process's pool that asks whether the database answers, whatever the pool waits for. */
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

/** Ends the process's pool; the next use opens one anew, to whatever `DATABASE_URL` says then. */
export async function closeSharedPool(): Promise<void> {
  const pool = shared.batonPool;
  delete shared.batonPool;
  delete shared.batonDatabase;
  await pool?.end();
}
