import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { closeSharedPool, type Database, db, drizzleOver, openSql, type Sql, sharedPool } from './client';
import type { Pool } from './pool';
import { serverVariable, templateName } from './testing-names';

export type TestDatabase = { url: string; sql: Sql; database: Database };

/**
 * A fresh, migrated and empty database for one test file, dropped at its end. Queries under test use it too: it becomes
 * the process's shared one. Call it once, at the top: `const { database } = await testDatabase();`
 */
export async function testDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const server = process.env[serverVariable];
  if (!server) throw new Error('The test server is not running: db/testing-server.ts is missing in vitest.config.ts');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(
    server,
    (sql) => sql`create database ${sql(name)} template ${sql(migrated ? templateName : 'template0')}`,
  );
  const address = new URL(server);
  address.pathname = name;
  await closeSharedPool();
  process.env.DATABASE_URL = address.href;
  const sql = openSql(address.href, { max: 4 });
  // Dates and JSON are converted as on the product's own connections.
  drizzleOver(sql);
  afterAll(async () => {
    await Promise.all([closeSharedPool(), sql.end({ timeout: 2 })]);
    await onServer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`);
  });
  // Under the owner: tests arrange rows that the product may not write.
  refuseWithin(sharedPool({}));
  return { url: address.href, sql, database: db() };
}

/**
 * Makes a pool refuse a query from inside a transaction of the same pool: with every connection in that state, all
 * would wait for each other.
 */
function refuseWithin(pool: Pool): void {
  const within = new AsyncLocalStorage<true>();
  const { unsafe, begin } = pool;
  const demandOutside = () => {
    if (within.getStore()) throw new Error('the pool was asked for a second connection within a transaction');
  };
  pool.unsafe = (text, values) => {
    demandOutside();
    return unsafe(text, values);
  };
  pool.begin = async (work) => {
    demandOutside();
    return begin((tx) => within.run(true, () => work(tx)));
  };
}

async function onServer(url: string, work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const sql = openSql(url, { max: 1 });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 2 });
  }
}
