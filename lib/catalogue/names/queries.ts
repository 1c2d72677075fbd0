import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import type { NameEntry } from '@/lib/catalogue/names/read-name';
import { plainName } from '@/lib/catalogue/plain-name';

type Names = { readonly units: NameEntry[]; readonly indicators: NameEntry[] };

/** A column in the form of `plainName`, without any space. */
export const folded = (column: SQL | SQLWrapper) => sql`translate(lower(normalize(${column}, nfkc)), '—–−― ', '----')`;

/** The condition that every word of a query is in a text; never true of an empty query. Wild cards are ordinary characters. */
export function hasWords(text: SQL, query: string): SQL {
  const plain = query.split(/\s+/).map(plainName).filter(Boolean);
  const words = plain.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  if (words.length === 0) return sql`false`;
  return sql.join(
    words.map((word) => sql`${folded(text)} like ${word}`),
    sql` and `,
  );
}

/** The names of all units and indicators, with their aliases; the same for everybody. */
export async function catalogueNames(tx: Tx | Database): Promise<Names> {
  const rows = await tx.execute<NameEntry & { kind: keyof Names }>(sql`
    select 'units' as kind, u.code, u.name_zh as "nameZh", u.name_en as "nameEn", p.name_zh as "parentZh",
      array(select alias from org_unit_alias a where a.org_unit_code = u.code order by alias) as aliases
    from org_unit u left join org_unit p on p.code = u.parent_code
    union all
    select 'indicators', i.code, i.name_zh, i.name_en, null,
      array(select alias from indicator_alias a where a.indicator_code = i.code order by alias)
    from indicator i
    order by kind, code`);
  return {
    units: rows.filter(({ kind }) => kind === 'units'),
    indicators: rows.flatMap(({ kind, parentZh: _, ...entry }) => (kind === 'indicators' ? entry : [])),
  };
}
