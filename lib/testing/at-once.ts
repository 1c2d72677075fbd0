import type { Sql } from '@/db/client';

/**
 * Gives commands at once while nobody may write to the audit trail, so that all of them have read and checked before the first
 * is done. `waits` is how many must wait before the trail is free again: for it, or for one another.
 */
export async function atOnce<Result>(
  sql: Sql,
  commands: readonly (() => Promise<Result>)[],
  waits = commands.length,
): Promise<Result[]> {
  const lock = await sql.reserve();
  await lock`begin`;
  await lock`lock table audit_event in exclusive mode`;
  const answers = Promise.all(commands.map((give) => give()));
  for (let waiting = 0; waiting < waits; ) {
    const [row] = await lock`select count(distinct pid)::int as n from pg_locks where not granted
      and database = (select oid from pg_database where datname = current_database())`;
    waiting = row?.n ?? 0;
  }
  await lock`commit`;
  lock.release();
  return answers;
}
