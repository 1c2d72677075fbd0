import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from 'drizzle-orm/postgres-js/migrator';
import { databaseSettings } from '@/db/settings';
import { type Database, drizzleOver, openSql, type Sql } from './client';
import { codeOf, StartFailure } from './embedded/failure';
import { provideWebRole } from './web-role';

export const migrationsFolder = join(import.meta.dirname, 'migrations');

/** Migrations that landed and were replaced by a later one, which also applies to what they made. */
const replaced: ReadonlyMap<number, number> = new Map([
  // 0031_form-numbers, by 0031_asked-extensions.
  [1_796_043_085_863, 1_796_044_468_865],
]);

/** What is done before the tables of a filled database are changed; it throws to leave them as they are. */
export type BeforeMigrating = (missing: { readonly last: string; readonly next: string }) => Promise<void>;

/** An arbitrary number, the same in every process of the product. */
const preparationLock = 4_727_401;

/**
 * Migrates the database and then does `work` on it, one process at a time: of several starts at once the others wait.
 * The lock belongs to a transaction, so it also holds behind a connection pooler and ends with its holder.
 */
export async function prepareDatabase<T>(
  url: string,
  work: (database: Database) => Promise<T>,
  before: BeforeMigrating = async () => {},
): Promise<T> {
  const guard = openSql(url, { max: 1 });
  const sql = openSql(url, { max: 4, prepare: !databaseSettings().isPooled });
  try {
    return (await guard.begin(async (held) => {
      await held`set local idle_in_transaction_session_timeout = 0`;
      await held`select pg_advisory_xact_lock(${preparationLock})`;
      await applyMigrations(sql, before);
      return await work(drizzleOver(sql));
    })) as T;
  } finally {
    await Promise.all([guard.end({ timeout: 2 }), sql.end({ timeout: 2 })]);
  }
}

/**
 * Applies the missing migrations, all of them or none, and the rights of the web role. Refuses a database that a newer product
 * prepared, and one that lacks an earlier migration. Only one process may do so at a time.
 */
export async function applyMigrations(sql: Sql, before: BeforeMigrating = async () => {}): Promise<void> {
  const known = knownMigrations();
  const earlier = await appliedMigrations(sql);
  demandKnown(earlier);
  const last = known.findLast(({ when }) => earlier.includes(when));
  const [next] = known.filter(({ when }) => !earlier.includes(when));
  if (last && next) await before({ last: last.tag, next: next.tag });
  await migrate(drizzleOver(sql), { migrationsFolder }).catch((error: unknown) => {
    throw last ? new MigrationFailure(failedTag(error, known), error) : error;
  });
  const applied = await appliedMigrations(sql);
  const missing = known.find(({ when }) => !applied.includes(when));
  if (missing) throw skippedFailure(missing.tag);
  // A new migration is announced to the web process (lib/health/version), which may not read the list of migrations.
  if (applied.length > earlier.length) {
    await sql.unsafe(`comment on table audit_event is 'migrated to ${Math.max(...applied)}'`);
  }
  await provideWebRole(sql);
}

/** Refuses a database that a newer product prepared; an empty one is accepted. */
export async function refuseNewer(sql: Sql): Promise<void> {
  demandKnown(await appliedMigrations(sql));
}

function demandKnown(applied: readonly number[]): void {
  const known = knownMigrations();
  const strange = applied.find((when) => !known.some((migration) => migration.when === when));
  if (strange !== undefined) throw newerFailure(strange);
}

/** A migration of a filled database that failed, and with which none was kept; the cause is for the log. */
export class MigrationFailure extends StartFailure {
  constructor(tag: string, cause: unknown) {
    const code = codeOf(cause) || (cause instanceof Error ? codeOf(cause.cause) : '');
    const why = code && ` (${code})`;
    super(
      `The database could not be brought up to date: ${tag || 'a migration'} failed${why}. Nothing was changed.`,
      `数据库升级失败：${tag || '迁移'} 未能完成${why}。数据库保持原样，没有任何改动。`,
    );
    this.cause = cause;
  }
}

/** The name of the migration in which the statement stands that failed; empty where no statement did. */
function failedTag(error: unknown, known: readonly Migration[]): string {
  const statement = error instanceof Error && 'query' in error ? String(error.query).trim() : '';
  const isIn = ({ tag }: Migration) => readFileSync(join(migrationsFolder, `${tag}.sql`), 'utf8').includes(statement);
  return statement ? (known.findLast(isIn)?.tag ?? '') : '';
}

type Migration = { readonly tag: string; readonly when: number };

/** The migrations of this product, in their order. */
export function knownMigrations(): readonly Migration[] {
  return JSON.parse(readFileSync(join(migrationsFolder, 'meta', '_journal.json'), 'utf8')).entries;
}

/**
 * Makes the tables of an empty database as the migrations of these timestamps made them, which is what the rows of an older
 * product fit into. Refuses migrations of a newer product, and what is not the beginning of the known ones.
 */
export async function applyFirstMigrations(sql: Sql, migrations: readonly number[]): Promise<void> {
  const whens = [...new Set(migrations.map((when) => replaced.get(when) ?? when))];
  const known = knownMigrations();
  demandKnown(whens);
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

/** The timestamps of the applied migrations, which identify them for Drizzle, without those that were replaced. */
async function appliedMigrations(sql: Sql): Promise<readonly number[]> {
  const [noted] = await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`;
  if (!noted?.there) return [];
  const rows = await sql`select created_at from drizzle.__drizzle_migrations`;
  return rows.map((row) => Number(row.created_at)).filter((when) => !replaced.has(when));
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
