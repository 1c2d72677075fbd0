import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';
import { openSql, type Sql } from '@/db/client';
import { StartFailure } from '@/db/embedded/failure';
import { applyFirstMigrations, applyMigrations } from '@/db/migrate';
import { copiedTables, copyHead, quoted } from './copied-tables';
import type { Manifest } from './manifest';
import { backupPieces } from './read-backup';

type Restored = { readonly path: string; readonly passphrase: string; readonly manifest: Manifest };

/**
 * Stores a checked backup in an empty database: its tables as they were then, all rows or none, and after that what newer
 * migrations make of them. Refuses a database that has tables, and rows that are not as the backup counts them.
 */
export async function restoreBackup(url: string, backup: Restored): Promise<void> {
  const sql = openSql(url, { max: 1 });
  try {
    await restoreAsThen(sql, backup);
    await applyMigrations(sql);
    await sql`analyze`;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

/** Stores a checked backup in an empty database with the tables of then, which newer migrations have not touched. */
export async function restoreAsThen(sql: Sql, { path, passphrase, manifest }: Restored): Promise<void> {
  const [found] = await sql`select count(*)::int as tables from pg_class
    where relkind in ('r', 'p') and relnamespace not in (select oid from pg_namespace where nspname ~ '^(pg_|information_schema)')`;
  if (found?.tables > 0) throw filledFailure();
  await applyFirstMigrations(sql, manifest.migrations);
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`;
    const again = await withoutGuards(tx);
    await copyIn(tx, backupPieces(path, passphrase));
    await demandCounts(tx, manifest);
    for (const statement of again) await tx.unsafe(statement);
  });
}

/**
 * Takes away what would refuse rows in the order of the file, or write others beside them: foreign keys and triggers. Empties
 * the tables, into which migrations may have written. Returns the statements that bring all of it back and check every key.
 */
async function withoutGuards(tx: TransactionSql): Promise<readonly string[]> {
  const keys = await tx<{ at: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as at, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`;
  const triggers = await tx<{ at: string; name: string; state: string }[]>`
    select tgrelid::regclass::text as at, tgname as name, tgenabled as state
    from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and tgenabled <> 'D' and c.relnamespace = 'public'::regnamespace order by 1, 2`;
  for (const { at, name } of keys) await tx.unsafe(`alter table ${at} drop constraint ${quoted(name)}`);
  for (const { at, name } of triggers) await tx.unsafe(`alter table ${at} disable trigger ${quoted(name)}`);
  const tables = await copiedTables(tx);
  await tx.unsafe(`truncate ${tables.map(({ name }) => `public.${quoted(name)}`).join(', ')}`);
  const how: Readonly<Record<string, string>> = { O: 'enable', A: 'enable always', R: 'enable replica' };
  return [
    ...triggers.map(({ at, name, state }) => `alter table ${at} ${how[state]} trigger ${quoted(name)}`),
    ...keys.map(({ at, name, definition }) => `alter table ${at} add constraint ${quoted(name)} ${definition}`),
  ];
}

/** Copies the rows of every table in, and sets the sequences. Names that the database does not know are refused. */
async function copyIn(tx: TransactionSql, pieces: ReturnType<typeof backupPieces>): Promise<void> {
  const known = new Map((await copiedTables(tx)).map((table) => [table.name, table]));
  let into: NodeJS.WritableStream | null = null;
  for await (const piece of pieces) {
    if (piece.kind === 'table') {
      const columns = known.get(piece.table.name)?.columns ?? [];
      if (piece.table.columns.some((column) => !columns.includes(column))) throw strangeFailure(piece.table.name);
      into = await tx.unsafe(`${copyHead(piece.table)} FROM STDIN`).writable();
    } else if (piece.kind === 'rows' && into) {
      if (!into.write(piece.bytes)) await once(into, 'drain');
    } else if (piece.kind === 'end of table' && into) {
      into.end();
      await finished(into);
      into = null;
    } else if (piece.kind === 'sequence') {
      const { name, value, isCalled } = piece.state;
      await tx`select setval(${`public.${quoted(name)}`}, ${value}::bigint, ${isCalled})`;
    }
  }
}

/** Demands as many rows in each table as the backup says. */
async function demandCounts(tx: TransactionSql, { tables }: Manifest): Promise<void> {
  const names = Object.keys(tables);
  const counts = await tx.unsafe<{ name: string; rows: number }[]>(
    names
      .map(
        (name) => `select '${name.replaceAll("'", "''")}' as name, count(*)::int as rows from public.${quoted(name)}`,
      )
      .join(' union all '),
  );
  const wrong = counts.find(({ name, rows }) => tables[name] !== rows);
  if (wrong) throw new Error(`${wrong.name} has ${wrong.rows} rows and not ${tables[wrong.name]}`);
}

const filledFailure = () =>
  new StartFailure(
    'The database is not empty, and a backup is never restored over other data: name an empty one.',
    '该数据库不是空的；备份不会覆盖已有数据，请指定一个空数据库。',
  );

const strangeFailure = (table: string) =>
  new StartFailure(
    `The backup has a table that this version does not know: ${table}. Restore it with the version that wrote it.`,
    `备份中有本版本不认识的表：${table}。请用写入它的版本恢复。`,
  );
