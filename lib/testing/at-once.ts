import type { Sql } from '@/db/client';

/** Waits until so many connections to the database wait for a lock, or until `isOver`. */
export async function untilWaiting(sql: Sql, waits: number, isOver = () => false): Promise<void> {
  for (let waiting = 0; waiting < waits && !isOver(); ) {
    // Not by pg_stat_activity, which a transaction reads once: it would miss connections that open later.
    const [row] = await sql`select count(distinct w.pid)::int as n from pg_locks w where not w.granted
      and exists (select from pg_locks o where o.pid = w.pid
        and o.database = (select oid from pg_database where datname = current_database()))`;
    waiting = row?.n ?? 0;
  }
}

/**
 * Gives commands at once while nobody may write to the audit trail, so that all of them have read and checked before the first
 * is done.
 */
export async function atOnce<Result>(sql: Sql, commands: readonly (() => Promise<Result>)[]): Promise<Result[]> {
  const lock = await sql.reserve();
  await lock`begin`;
  await lock`lock table audit_event in exclusive mode`;
  const answers = Promise.all(commands.map((give) => give()));
  await untilWaiting(lock, commands.length);
  await lock`commit`;
  lock.release();
  return answers;
}
