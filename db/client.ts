import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

export type Sql = postgres.Sql;

/** Opens a pool. postgres.js ignores libpq's `?host=/socket/folder`, so it is handed over as an option. */
export function openSql(url: string, options: postgres.Options<Record<string, never>> = {}): Sql {
  const address = new URL(url);
  const socketFolder = address.searchParams.get('host');
  address.searchParams.delete('host');
  return postgres(address.href, { onnotice: () => {}, ...options, ...(socketFolder ? { host: socketFolder } : {}) });
}

/**
 * Drizzle over a pool. Drizzle has every statement parsed and planned anew, which doubles the time of a page's queries;
 * their texts are few, so they are prepared, unless the pool forbids it (`prepare: false`).
 */
export function drizzleOver(sql: Sql) {
  const unsafe: Sql['unsafe'] = (text, values, options) => sql.unsafe(text, values, { ...options, prepare: true });
  return drizzle(new Proxy(sql, { get: (pool, key) => (key === 'unsafe' ? unsafe : Reflect.get(pool, key)) }));
}
export type Database = ReturnType<typeof drizzleOver>;
export type Tx = Parameters<Parameters<Database['transaction']>[0]>[0];

/** The role of the web process: it works on rows and cannot change what a history says, nor any table's shape. */
export const webRole = 'baton_web';

/**
 * How the web process connects: under its role, with an end to every statement and to every forgotten transaction. Behind
 * a pooler (`DATABASE_POOLED=1`) a connection cannot ask for these; there the user it connects as must have them.
 */
export function webOptions(): postgres.Options<Record<string, never>> {
  if (process.env.DATABASE_POOLED === '1') return { prepare: false };
  const connection = { role: webRole, statement_timeout: 10_000, idle_in_transaction_session_timeout: 30_000 };
  return { connection };
}

type Shared = { batonSql?: Sql; batonDatabase?: Database; batonLostAt?: number };
const shared = globalThis as Shared;

/**
 * The process's one pool, made at first use (never while the product is being built) and kept across hot reloads. It works
 * under the role of the web process; a test that needs more is the first to ask for it, with `{}`.
 */
export function sharedSql(options = webOptions()): Sql {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error('DATABASE_URL is not set: start the product with npm start or npm run dev');
  shared.batonSql ??= openSql(url, {
    max: Number(process.env.DATABASE_POOL ?? 10),
    connect_timeout: 5,
    idle_timeout: 60,
    // A database that went away is looked for five times a second, so that pages are back as soon as it is.
    backoff: () => 0.2,
    onclose: () => {
      shared.batonLostAt = performance.now();
    },
    ...options,
  });
  return shared.batonSql;
}

/** Drizzle over the process's pool. */
export function db(): Database {
  shared.batonDatabase ??= drizzleOver(sharedSql());
  return shared.batonDatabase;
}

/** When the pool last lost a connection, on the clock of `performance.now()`; 0 if never. */
export function lastLoss(): number {
  return shared.batonLostAt ?? 0;
}

/** Ends the process's pool; the next use opens one anew, to whatever `DATABASE_URL` says then. */
export async function closeSharedSql(): Promise<void> {
  const sql = shared.batonSql;
  delete shared.batonSql;
  delete shared.batonDatabase;
  await sql?.end({ timeout: 2 });
}
