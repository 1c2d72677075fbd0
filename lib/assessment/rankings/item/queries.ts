import { and, eq, inArray, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { run, runScore } from '@/db/schema/assessment';
import { indicator, orgUnit, source } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { inSight } from '@/lib/assessment/queries';
import { list, namedUnits } from '@/lib/assessment/rankings/queries';
import { itemsStored, type StoredItems } from '@/lib/assessment/runs/stored-items';
import type { ItemBasis, ItemScore } from '@/lib/assessment/scoring/words';
import type { Named } from '@/lib/i18n/words';

/** The common basis of an item's scores; null when there is no such item or run. */
export async function itemBasis(principal: Principal, runId: string, at: number): Promise<ItemBasis | null> {
  const [found] = await db()
    .select({ basis: sql<ItemBasis | null>`${run.bases} -> ${at}::int` })
    .from(run)
    .where(and(eq(run.id, runId), inSight(principal)));
  return found?.basis ?? null;
}

/** One item of one unit, with its place among the ranked units; null where it has none. */
export type ItemRow = Named & {
  readonly rank: number | null;
  readonly isApart: boolean;
  readonly item: ItemScore;
  readonly place: number | null;
  /** The number of ranked units that share the place, the unit itself included; 0 without a place. */
  readonly shared: number;
  readonly of: number;
};

/** An item of all units, highest share first; at most `most`, and always the unit `code`. */
export async function itemRows(
  principal: Principal,
  runId: string,
  { at, code, most }: { at: number; code: string; most: number },
): Promise<ItemRow[]> {
  const shown = readable(principal, sql`s.code`);
  const place = sql`${at + 1}::int`;
  const rows = await db().execute<Omit<ItemRow, 'item'> & { item: StoredItems }>(sql`
    with ${namedUnits(principal, runId)}, scored as materialized (
      select s.org_unit_code as code, s.rank, s.is_apart, s.position, s.item_shares[${place}] as share, named.unit -> s.org_unit_code as unit
      from ${runScore} s, named where s.run_id = ${runId}
    ), placed as (
      select s.*, case when s.rank is not null and s.share is not null then
          rank() over (partition by s.rank is not null and s.share is not null order by round(s.share::numeric, 9) desc)
        end::int as place,
        count(s.share) filter (where s.rank is not null) over ()::int as of,
        row_number() over (order by s.share desc nulls last, (s.unit ->> 'order')::int) as line
      from scored s
    ), shared as (
      select p.*, case when p.place is null then 0 else count(*) over (partition by p.place) end::int as shared from placed p
    )
    select s.code, s.unit ->> 'nameZh' as "nameZh", s.unit ->> 'nameEn' as "nameEn", s.rank, s.is_apart as "isApart",
      json_build_object('itemValues', array[k.item_values[${place}]],
        'itemTransformed', array[k.item_transformed[${place}]], 'itemShares', array[s.share],
        'itemPoints', array[k.item_points[${place}]], 'itemWorkings', json_build_object(
          'states', json_build_array(k.item_workings -> 'states' -> ${`${at}`}),
          'terms', json_build_array(k.item_workings -> 'terms' -> ${`${at}`}),
          'notes', json_build_array(k.item_workings -> 'notes' -> ${`${at}`}))) as item,
      s.place, s.shared, s.of
    from shared s join ${runScore} k on k.run_id = ${runId} and k.position = s.position
    where (s.line <= ${most} or s.code = ${code}) and ${shown}
    order by s.line`);
  return rows.flatMap(({ item, ...row }) => itemsStored(item).map((one) => ({ ...row, item: one })));
}

/** An indicator and a document with the names that a score shows. */
export type NamedIndicator = Named & {
  readonly unitZh: string;
  readonly unitEn: string;
  readonly decimals: number;
};

/** The indicators of a scheme by code. */
export async function namedIndicators(codes: readonly string[]): Promise<ReadonlyMap<string, NamedIndicator>> {
  if (codes.length === 0) return new Map();
  const { code, nameZh, nameEn, unitZh, unitEn, decimals } = indicator;
  const rows = await db()
    .select({ code, nameZh, nameEn, unitZh, unitEn, decimals })
    .from(indicator)
    .where(sql`${indicator.code} in (${list(codes)})`);
  return new Map(rows.map((row) => [row.code, row]));
}

/** The names of units by their code, such as those that merged into a unit of the run. */
export async function namesOfUnits(codes: readonly string[]): Promise<ReadonlyMap<string, Named>> {
  if (codes.length === 0) return new Map();
  const { code, nameZh, nameEn } = orgUnit;
  const rows = await db()
    .select({ code, nameZh, nameEn })
    .from(orgUnit)
    .where(inArray(code, [...codes]));
  return new Map(rows.map((row) => [row.code, row]));
}

/** The titles of documents by their code, each with the reason for which it was withdrawn, if it was. */
export async function sourceTitles(
  codes: readonly string[],
): Promise<ReadonlyMap<string, { title: string; sourceWithdrawn: string | null }>> {
  if (codes.length === 0) return new Map();
  const rows = await db()
    .select({ code: source.code, title: source.title, sourceWithdrawn: source.withdrawnReason })
    .from(source)
    .where(sql`${source.code} in (${list(codes)})`);
  return new Map(rows.map(({ code, ...told }) => [code, told]));
}
