import type { TransactionSql } from 'postgres';

/** A table with the columns that are stored, in their order. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] };
export type SequenceState = { readonly name: string; readonly value: string; readonly isCalled: boolean };

/** A name as SQL quotes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The statement that copies a table in or out. */
export const copyHead = ({ name, columns }: CopiedTable) =>
  `COPY public.${quoted(name)} (${columns.map(quoted).join(', ')})`;

/** All tables of the product, in the order of their names. Columns that the database computes are left out. */
export async function copiedTables(tx: TransactionSql): Promise<readonly CopiedTable[]> {
  return tx<{ name: string; columns: string[] }[]>`
    select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.relname order by c.relname`;
}

/** Where each sequence of the product stands. */
export async function sequenceStates(tx: TransactionSql): Promise<readonly SequenceState[]> {
  const names = await tx<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'S' order by relname`;
  if (names.length === 0) return [];
  // One statement for all of them: a sequence is read like a table of one row.
  const each = names.map(
    ({ name }) => `select '${name.replaceAll("'", "''")}' as name, last_value::text as value, is_called as "isCalled"
      from public.${quoted(name)}`,
  );
  return tx.unsafe<SequenceState[]>(each.join(' union all '));
}
