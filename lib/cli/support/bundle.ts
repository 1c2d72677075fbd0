import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { arch, availableParallelism, freemem, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { knownMigrations } from '@/db/migrate';
import { diskSpaces } from '@/lib/health/state/disk-space';
import { version } from '@/lib/health/version/product';
import { settingsOf } from '@/lib/settings';
import { toldLines } from './told-lines';
import { toldSettings } from './told-settings';

/** The data folder, the names of all settings, and the environment that has their values. */
type Asked = {
  readonly home: string;
  readonly names: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
};

/** Lines of the log that a bundle has, and the most bytes that are read for them. */
const [mostLines, mostBytes] = [1000, 1_000_000];

/**
 * What whoever mends the product must know of an installation: versions, settings, migrations, counts of rows, its state and the
 * last lines of its log. It holds no secret, no figure, and no name of a person; what it tells is listed here, and all else is left out.
 */
export async function supportBundle(database: Database, { home, names, environment, now }: Asked): Promise<object> {
  return {
    made: now.toISOString(),
    product: { version, node: process.version },
    machine: {
      ...{ platform: platform(), release: release(), arch: arch() },
      ...{ processors: availableParallelism(), memory: totalmem(), freeMemory: freemem() },
    },
    settings: toldSettings(names, environment),
    migrations: await migrations(database),
    rows: await rowCounts(database),
    database: await databaseFacts(database),
    disks: await diskSpaces(settingsOf({ BATON_DATA: home, BACKUP_FOLDER: environment.BACKUP_FOLDER }).folders),
    log: toldLines(endOf(join(home, 'log', 'web.log')), mostLines),
  };
}

async function migrations(database: Database): Promise<object> {
  const rows = await database.execute<{ when: string }>(
    sql`select created_at::text as when from drizzle.__drizzle_migrations order by created_at`,
  );
  const known = knownMigrations();
  const applied = rows.map(({ when }) => known.find((one) => `${one.when}` === when)?.tag ?? when);
  return { applied, missing: known.map(({ tag }) => tag).filter((tag) => !applied.includes(tag)) };
}

/** The exact number of rows of each table. */
async function rowCounts(database: Database): Promise<Record<string, number>> {
  const tables = await database.execute<{ name: string }>(sql`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database.execute<{ n: number }>(sql`select count(*)::float8 as n from ${sql.identifier(name)}`);
    counts[name] = row?.n ?? 0;
  }
  return counts;
}

async function databaseFacts(database: Database): Promise<object> {
  const [facts] = await database.execute(sql`
    select current_setting('server_version') as version, pg_database_size(current_database())::float8 as bytes,
      (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
      current_setting('max_connections')::int as "mostConnections",
      pg_encoding_to_char(encoding) as encoding, datcollate as collation,
      (select count(*)::int from pg_stat_activity where wait_event_type = 'Lock') as "waitForLocks",
      to_regclass('pg_stat_statements') is not null as "measuresStatements",
      (select json_object_agg(state, n) from (select state, count(*) as n from outbox group by state) o) as outbox,
      (select max(ended_at)::text from backup where state in ('good', 'removed')) as "lastBackup",
      (select json_build_object('at', at, 'broken', changes like '%"brokenAt":_%' and changes not like '%"brokenAt":null%')
        from audit_event where command = 'audit.check' order by seq desc limit 1) as "chainCheck"
    from pg_database where datname = current_database()`);
  return facts ?? {};
}

/** The end of a file, from the beginning of a line; empty where there is none. */
function endOf(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(file);
    const from = Math.max(0, size - mostBytes);
    const bytes = Buffer.alloc(size - from);
    readSync(file, bytes, 0, bytes.length, from);
    const text = bytes.toString();
    return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
  } finally {
    closeSync(file);
  }
}
