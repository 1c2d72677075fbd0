import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openSql, type Sql } from '@/db/client';
import { applyFirstMigrations, knownMigrations, prepareDatabase } from '@/db/migrate';
import { testDatabase } from '@/db/testing';
import { checkRestored } from '@/lib/cli/backup/check-restored';
import { loadAll } from '@/lib/cli/load-all';
import { checkSettings } from '@/lib/testing/accounts';
import { type EarlierDatabase, earlierDatabase, earlierSchemas } from '@/lib/testing/earlier';
import { many } from '@/lib/testing/many';

checkSettings();
const { url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'baton-earlier-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Columns = ReadonlyMap<string, readonly string[]>;

/** The columns of each table, with their types. */
async function columnsOf(sql: Sql): Promise<Columns> {
  const rows = await sql<{ at: string; columns: string[] }[]>`
    select table_name as at, array_agg(column_name || ' ' || data_type) as columns
    from information_schema.columns where table_schema = 'public' group by table_name`;
  return new Map(rows.map(({ at, columns }) => [at, columns]));
}

/** The number of rows of each table, and a hash of what stands in these columns of them. */
async function hashesOf(sql: Sql, columns: Columns): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const [at, named] of columns) {
    const list = named.map((column) => `"${column.split(' ')[0]}"`).toSorted();
    const [row] = await sql.unsafe(`select count(*)::text || ' ' ||
      md5(coalesce(string_agg(t::text, ',' order by t::text), '')) as told from (select ${list.join(', ')} from "${at}") t`);
    hashes[at] = row?.told;
  }
  return hashes;
}

/** What both schemas have. */
function shared(before: Columns, after: Columns): Columns {
  const kept = [...before].map(
    ([at, columns]) => [at, columns.filter((column) => after.get(at)?.includes(column))] as const,
  );
  return new Map(kept.filter(([, columns]) => columns.length > 0));
}

test.each(earlierSchemas)('a database of %s opens with the newest, its data whole', async (name) => {
  const database = await earlierDatabase(url, name, folder);
  const sql = openSql(database.url, { max: 1 });
  try {
    const then = await columnsOf(sql);
    const template = openSql(url, { max: 1 });
    const columns = shared(then, await columnsOf(template).finally(() => template.end()));
    const before = await hashesOf(sql, columns);
    const outcome = await prepareDatabase(database.url, async (over) => {
      expect(await hashesOf(sql, columns)).toEqual(before);
      return { loaded: await loadAll(over), restored: await checkRestored(over, database.manifest) };
    });
    expect([...then.keys()].filter((at) => !columns.has(at))).toEqual([]);
    expect(outcome.loaded).toMatchObject({ content: 'nantong', added: 0, changed: 0 });
    expect(outcome.restored).toMatchObject({ brokenAt: null, changedRuns: [] });
  } finally {
    await sql.end();
    await database.stop();
  }
});

const figures = (sql: Sql) => sql`select count(*)::int, md5(string_agg(concat_ws(' ', indicator_code, org_unit_code,
  period_code, value, qualifier, vintage, source_code), ',' order by indicator_code, org_unit_code, period_code))
  from observation`;

/** A database of the oldest schema, for `work` alone. */
async function withOldest(work: (database: EarlierDatabase, sql: Sql) => Promise<void>): Promise<void> {
  const database = await earlierDatabase(url, earlierSchemas[0] ?? '', folder);
  const sql = openSql(database.url, { max: 1 });
  try {
    await work(database, sql);
  } finally {
    await sql.end();
    await database.stop();
  }
}

const all = knownMigrations().map(({ when }) => when);

test('rows of the oldest schema go through every later migration, one start after another', async () => {
  await withOldest(async ({ manifest }, sql) => {
    const before = await figures(sql);
    expect(before[0]?.count).toBe(807);
    for (let until = manifest.migrations.length + 1; until <= all.length; until += 1) {
      await applyFirstMigrations(sql, all.slice(0, until));
      expect(await figures(sql)).toEqual(before);
    }
  });
});

/** Every schema that there was after the oldest fixture, or some of them. */
const between = all.map((_, at) => at).filter((at) => at > 3 && at % many(1, 16) === 0);

test.each(between)('a database of the first %i migrations is brought up to date in one go', async (count) => {
  await withOldest(async (database, sql) => {
    await applyFirstMigrations(sql, all.slice(0, count));
    const before = await figures(sql);
    await prepareDatabase(database.url, async () => {});
    expect(await figures(sql)).toEqual(before);
  });
});
