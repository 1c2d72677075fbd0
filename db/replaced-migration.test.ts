import { expect, test } from 'vitest';
import { applyFirstMigrations, applyMigrations, knownMigrations } from './migrate';
import { testDatabase } from './testing';

const { sql } = await testDatabase({ migrated: false });

/** As 0031_form-numbers was, which 0031_asked-extensions replaced. */
const formNumbers = 1_796_043_085_863;

test('a database with a migration that was replaced has all of what took its place, and keeps what was written', async () => {
  const first = knownMigrations().filter(({ tag }) => tag < '0031');
  await applyFirstMigrations(
    sql,
    first.map(({ when }) => when),
  );
  for (const table of ['collection', 'collection_calendar']) {
    await sql.unsafe(`alter table ${table} add column form_number text default '' not null`);
    await sql.unsafe(`alter table ${table} add column issued_by text default '' not null`);
  }
  await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('form numbers', ${formNumbers})`;
  await sql`insert into source (code, title, publisher, access_note, licence, reliability, sort_order)
    values ('S', 's', 's', '', '', 'official', 1)`;
  await applyMigrations(sql);
  const columns = await sql`select table_name from information_schema.columns where column_name = 'form_number'`;
  expect(columns.map((row) => row.table_name)).toEqual(expect.arrayContaining(['collection', 'collection_calendar']));
  expect(await sql`select from extension_request`).toEqual([]);
  expect(await sql`select code from source`).toEqual([{ code: 'S' }]);
  const again = await sql`select count(*)::int as n from drizzle.__drizzle_migrations`;
  await applyMigrations(sql);
  expect(await sql`select count(*)::int as n from drizzle.__drizzle_migrations`).toEqual(again);
});
