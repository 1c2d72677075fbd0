import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { databaseSettings } from '@/db/settings';
import { type Database, drizzleOver, openSql, type Sql } from './client';
import { StartFailure } from './embedded/failure';
import { provideWebRole } from './web-role';

export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** An arbitrary number, the same in every process of the product. */
const preparationLock = 4_727_401;

/**
 * Migrates the database and then does `work` on it, one process at a time: of several starts at once the others wait.
 * The lock belongs to a transaction, so it also holds behind a connection pooler and ends with its holder.
 */
export async function prepareDatabase<T>(url: string, work: (database: Database) => Promise<T>): Promise<T> {
  const guard = openSql(url, { max: 1 });
  const sql = openSql(url, { max: 4, prepare: !databaseSettings().isPooled });
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

/**
 * Applies the missing migrations, and the rights of the web role. Refuses a database that a newer product prepared, and
 * one that lacks an earlier migration. Only one process may do so at a time.
 */
export async function applyMigrations(sql: Sql): Promise<void> {
  const known = knownMigrations();
  const before = await appliedMigrations(sql);
  const strange = before.find((when) => !known.some((migration) => migration.when === when));
  if (strange !== undefined) throw newerFailure(strange);
  await migrate(drizzleOver(sql), { migrationsFolder });
  const applied = await appliedMigrations(sql);
  const missing = known.find(({ when }) => !applied.includes(when));
  if (missing) throw skippedFailure(missing.tag);
  // A new migration is announced to the web process (lib/health/version), which may not read the list of migrations.
  if (applied.length > before.length) {
    await sql.unsafe(`comment on table audit_event is 'migrated to ${Math.max(...applied)}'`);
  }
  await provideWebRole(sql);
}

type Migration = { readonly tag: string; readonly when: number };

function knownMigrations(): readonly Migration[] {
  return JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')).entries;
}

/**
 * Makes the tables of an empty database as the migrations of these timestamps made them, which is what the rows of an older
 * product fit into. Refuses migrations of a newer product, and what is not the beginning of the known ones.
 */
export async function applyFirstMigrations(sql: Sql, whens: readonly number[]): Promise<void> {
  const known = knownMigrations();
  const strange = whens.find((when) => !known.some((migration) => migration.when === when));
  if (strange !== undefined) throw newerFailure(strange);
  const missing = known.slice(0, whens.length).find(({ when }) => !whens.includes(when));
  if (missing) throw skippedFailure(missing.tag);
  const folder = mkdtempSync(join(tmpdir(), 'baton-migrations-'));
  try {
    const first = known.slice(0, whens.length);
    for (const { tag } of first) copyFileSync(join(migrationsFolder, `${tag}.sql`), join(folder, `${tag}.sql`));
    mkdirSync(join(folder, 'meta'));
    const journal = JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8'));
    writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries: first }));
    await migrate(drizzleOver(sql), { migrationsFolder: folder });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The timestamps of the applied migrations, which identify them for Drizzle. */
async function appliedMigrations(sql: Sql): Promise<readonly number[]> {
  const [noted] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!noted?.there) return [];
  return (await sql`select created_at from drizzle.__drizzle_migrations`).map((row) => Number(row.created_at));
}

function newerFailure(when: number): StartFailure {
  const day = new Date(when).toISOString().slice(0, 10);
  return new StartFailure(
    `The database was prepared by a newer Baton (its migration of ${day} is unknown here): start that version, or restore the backup made before it.`,
    `数据库已由更新版本的指挥棒升级（不认识 ${day} 的迁移）：请启动该版本，或恢复升级之前的备份。`,
  );
}

const skippedFailure = (tag: string) =>
  new StartFailure(
    `The database has passed over the migration ${tag} and has later ones: restore a backup made before those.`,
    `数据库跳过了迁移 ${tag}，却有其后的迁移：请恢复其后迁移之前的备份。`,
  );
