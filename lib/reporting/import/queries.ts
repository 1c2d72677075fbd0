import { type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { catalogueNames } from '@/lib/catalogue/names/queries';
import { nameReader } from '@/lib/catalogue/names/read-name';
import { derivedSource } from '@/lib/observations/derived/words';
import type { KnownCodes } from '@/lib/reporting/import/check-figures';
import type { Outcome } from '@/lib/reporting/import/store-figures';

/** The result of an earlier import of the same content; null when there was none. */
export async function outcomeOf(tx: Tx, id: string): Promise<Outcome | null> {
  const [row] = await tx.execute<Outcome>(
    sql`select 0 as added, 0 as changed, 0 as "inHistory", unchanged + (
        select count(*)::int from observation_revision r where r.batch_id = b.id) as unchanged
      from import_batch b where id = ${id}`,
  );
  return row ?? null;
}

/** How often a file of this content was imported. */
export async function batchesOf(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.execute<{ count: number }>(
    sql`select count(*)::int as count from import_batch where id = ${id} or id like ${`${id}.%`}`,
  );
  return row?.count ?? 0;
}

/** The codes and names that a file may use now; not the document of computed figures, which nobody cites. */
export async function knownCodes(tx: Tx | Database): Promise<KnownCodes> {
  const rows = await tx.execute<{ kind: string; code: string }>(sql`
    select 'indicator' as kind, code from indicator union all select 'unit', code from org_unit
    union all select 'source', code from source where code <> ${derivedSource}
    union all select 'peerGroup', code from peer_group`);
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.code));
  const { units, indicators } = await catalogueNames(tx);
  return {
    indicators: of('indicator'),
    units: of('unit'),
    sources: of('source'),
    peerGroups: of('peerGroup'),
    names: { indicator: nameReader(indicators), unit: nameReader(units) },
  };
}

/**
 * The fingerprint of the definition that holds at the end of an item's period, as a column: `i` is the item. Empty for an
 * indicator without one.
 */
export const definitionPrint: SQL<string> = sql`coalesce((
  select left(md5(concat_ws(E'\\n', d.definition_zh, d.formula_zh)), 12) from indicator_definition d
  join period p on p.code = i.period_code
  where d.indicator_code = i.indicator_code and d.valid_from <= coalesce(p.ends_on, d.valid_from)
  order by d.valid_from desc limit 1), '')`;
