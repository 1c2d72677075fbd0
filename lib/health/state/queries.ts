import { desc, eq, sql } from 'drizzle-orm';
import { db, type Reads } from '@/db/client';
import { auditEvent } from '@/db/schema/access';
import { maySee } from '@/lib/access/permissions';
import type { Principal } from '@/lib/access/principal';
import type { ChainState, DatabaseState, SlowStatement, TableSize, WaitingWork } from './words';

/** The tables and statements that are listed. */
const most = { tables: 8, statements: 5 };

/** What the database says of itself; null for those who may not see the state of the product. */
export async function databaseState(principal: Principal): Promise<DatabaseState | null> {
  if (!maySee(principal.role, 'state')) return null;
  type Facts = Omit<DatabaseState, 'tables' | 'slow' | 'startedAt' | 'migratedAt'> & {
    readonly startedAt: string;
    readonly migratedAt: string | null;
    readonly measures: boolean;
  };
  const [facts] = await db().execute<Facts>(sql`
    select current_setting('server_version') as version, pg_postmaster_start_time()::text as "startedAt",
      pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "mostConnections",
      substring(obj_description('audit_event'::regclass, 'pg_class') from '\\d+') as "migratedAt",
      to_regclass('pg_stat_statements') is not null as measures`);
  if (!facts) return null;
  const { startedAt, migratedAt, measures, ...others } = facts;
  const tables = await db().execute<TableSize>(sql`
    select relname as name, pg_total_relation_size(oid)::float8 as bytes,
      case when reltuples < 0 then nullif(pg_stat_get_live_tuples(oid), 0)::float8 else reltuples::float8 end as rows
    from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
    order by bytes desc, relname limit ${most.tables}`);
  return {
    ...others,
    startedAt: new Date(startedAt),
    migratedAt: migratedAt === null ? null : new Date(Number(migratedAt)),
    tables: [...tables],
    slow: measures ? await slowStatements() : null,
  };
}

/** The kinds of statements that take longest on average; null where the server does not gather them after all. */
async function slowStatements(): Promise<SlowStatement[] | null> {
  try {
    const rows = await db().execute<SlowStatement>(sql`
      select left(regexp_replace(query, '\\s+', ' ', 'g'), 160) as text, calls::float8 as calls, mean_exec_time as mean
      from pg_stat_statements join pg_database d on d.oid = dbid
      where d.datname = current_database() and calls > 4 and query ~* '^\\s*(with|select|insert|update|delete|merge)\\M'
      order by mean_exec_time desc limit ${most.statements}`);
    return [...rows];
  } catch {
    return null;
  }
}

/** When the audit chain was last walked; null if never, and for those who may not see it. */
export async function lastChainCheck(principal: Principal, database: Reads = db()): Promise<ChainState | null> {
  if (principal.role !== 'system' && !maySee(principal.role, 'state')) return null;
  const [event] = await database
    .select({ at: auditEvent.at, changes: auditEvent.changes })
    .from(auditEvent)
    .where(eq(auditEvent.command, 'audit.check'))
    .orderBy(desc(auditEvent.seq))
    .limit(1);
  if (!event) return null;
  const [change] = JSON.parse(event.changes);
  return { at: event.at, events: change.after.chainEvents, brokenAt: change.after.brokenAt ?? null };
}

/** The work that waits for the launcher; null for those who may not see it. */
export async function waitingWork(principal: Principal): Promise<WaitingWork | null> {
  if (!maySee(principal.role, 'state')) return null;
  const [row] = await db().execute<WaitingWork>(sql`
    select (select count(*)::int from outbox where state = 'waiting') as messages,
      (select count(*)::int from outbox where state = 'failed') as "failedMessages",
      (select count(*)::int from upload where state = 'staged') as uploads,
      (select count(*)::int from backup where state = 'asked') as backups`);
  return row ?? null;
}
