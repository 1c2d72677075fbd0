import type { Sql } from 'postgres';

/** Adds an indicator like another one but for some of its columns, by their names in the database. */
export async function copyIndicator(sql: Sql, code: string, changes: Readonly<Record<string, string>>): Promise<void> {
  const columns = await sql<{ name: string }[]>`select attname as name from pg_attribute
    where attrelid = 'indicator'::regclass and attnum > 0 and not attisdropped and attgenerated = ''`;
  const names = sql(columns.map(({ name }) => name));
  await sql`insert into indicator (${names}) select ${names}
    from (select (jsonb_populate_record(i, ${JSON.stringify(changes)}::text::jsonb)).* from indicator i
      where code = ${code}) copy`;
}
