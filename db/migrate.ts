import { join } from 'node:path';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { type Database, drizzleOver, openSql, type Sql } from './client';
import { provideWebRole } from './web-role';

export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** Any number, the same in every process of the product. */
const preparationLock = 4_727_401;

/**
 * Brings the database up to date and then does `work` on it, one process at a time: of several starts at once the others
 * wait. The lock is a transaction's, so it also holds behind a connection pooler and ends with its holder.
 */
export async function prepareDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const guard = openSql(url, { max: 1 });
  const sql = openSql(url, { max: 4, prepare: process.env.DATABASE_POOLED !== '1' });
  try {
    return (await guard.begin(async (held) => {
      await held`set local idle_in_transaction_session_timeout = 0`;
      await held`select pg_advisory_xact_lock(${preparationLock})`;
      await applyMigrations(sql);
      return await work(drizzleOver(sql));
    })) as T;
  } finally {
    await Promise.all([guard.end({ timeout: 2 }), sql.end({ timeout: 2 })]);
  }
}

/** Applies the migrations that the database does not have yet, and the rights on them. One process at a time. */
export async function applyMigrations(sql: Sql): Promise<void> {
  await migrate(drizzleOver(sql), { migrationsFolder });
  await provideWebRole(sql);
}
