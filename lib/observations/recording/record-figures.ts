import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { Refusal } from '@/lib/errors';
import { derivedSource } from '@/lib/observations/derived/words';
import { vintages } from '@/lib/observations/words';

const vintageOrder = sql.raw(`array[${vintages.map((vintage) => `'${vintage}'`).join(', ')}]`);
const figure = sql.raw(
  'value, decimals, qualifier, qualifier_printed, vintage, reported_yoy, period_printed, source_code, locator, quote, note',
);
const key = sql.raw('indicator_code, period_code, org_unit_code');

const coverageLock = 4_727_403;

/** The lock of transactions that count coverage or compute figures from others, held until they end. */
export async function lockCoverage(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${coverageLock})`);
}

/** The data of a recording: when, why, and from which file or collection. */
export type Recording = {
  readonly at: Date;
  /** One reason for all, or an expression over the `incoming` relation. */
  readonly reason: string | SQL;
  readonly batchId: string | null;
  readonly collectionId: string | null;
};

/**
 * Replaces the current figures by incoming ones: the current row is the latest of the highest vintage, so an estimate
 * never replaces a final figure. `incoming` is a relation with the columns of a figure, its key and `n`, the order of
 * rows. Computed figures, which follow their inputs, replace one of any vintage.
 */
export async function replaceCurrent(
  tx: Tx,
  principal: Principal,
  incoming: SQL,
  at: Date,
  { anyVintage = false } = {},
): Promise<{ added: number; changed: number }> {
  if (!anyVintage) await refuseComputed(tx, incoming);
  const [counted] = await tx.execute<{ added: number; changed: number }>(sql`
    with stored as (
      insert into observation (${key}, ${figure}, version, updated_by, updated_at)
      select distinct on (${key}) ${key}, ${figure}, 1, ${principal.userId}, ${at.toISOString()}::timestamptz
      from ${incoming} incoming
      order by ${key}, array_position(${vintageOrder}, vintage) desc, n desc
      on conflict (indicator_code, period_code, org_unit_code) do update set
        value = excluded.value, decimals = excluded.decimals, qualifier = excluded.qualifier,
        qualifier_printed = excluded.qualifier_printed, vintage = excluded.vintage, reported_yoy = excluded.reported_yoy,
        period_printed = excluded.period_printed, source_code = excluded.source_code, locator = excluded.locator,
        quote = excluded.quote, note = excluded.note, version = observation.version + 1,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at
      where ${anyVintage} or array_position(${vintageOrder}, excluded.vintage) >= array_position(${vintageOrder}, observation.vintage)
      returning version
    )
    select (count(*) filter (where version = 1))::int as added, (count(*) filter (where version > 1))::int as changed
    from stored`);
  return { added: counted?.added ?? 0, changed: counted?.changed ?? 0 };
}

/** Refuses figures of an indicator that is computed by a formula, or cited as computed, in whatever way they come. */
async function refuseComputed(tx: Tx, incoming: SQL): Promise<void> {
  const [found] = await tx.execute<{ indicator: string }>(sql`
    select name_zh as indicator from indicator where code in (
      select f.indicator_code from indicator_formula f
      where exists (select from ${incoming} i where i.indicator_code = f.indicator_code)) limit 1`);
  if (found) throw new Refusal('invalid', 'derived.refusals.neverTyped', { indicator: found.indicator });
  const cited = await tx.execute(sql`select from ${incoming} i where i.source_code = ${derivedSource} limit 1`);
  if (cited.length > 0) throw new Refusal('invalid', 'documents.refused.computed');
}

/**
 * Adds every incoming figure to its history, numbered after those before it. Call it after `replaceCurrent`, whose
 * locks keep two writers of one figure apart.
 */
export async function addRevisions(tx: Tx, principal: Principal, incoming: SQL, recording: Recording): Promise<void> {
  const { at, reason, batchId, collectionId } = recording;
  await tx.execute(sql`
    insert into observation_revision (${key}, revision, ${figure}, reason, recorded_by, recorded_at, batch_id, collection_id)
    select ${key}, row_number() over (partition by ${key} order by n) + coalesce((
        select max(r.revision) from observation_revision r
        where (r.indicator_code, r.period_code, r.org_unit_code)
          = (incoming.indicator_code, incoming.period_code, incoming.org_unit_code)), 0),
      ${figure}, ${reason}, ${principal.userId}, ${at.toISOString()}::timestamptz, ${batchId}, ${collectionId}
    from ${incoming} incoming`);
}

/**
 * Recounts the coverage of groups whose members changed on a day, for the periods that end on it or later.
 */
export async function refreshGroups(tx: Tx, groups: readonly string[], from: string): Promise<void> {
  if (groups.length === 0) return;
  const codes = sql`${sql.param([...groups])}::text[]`;
  await lockCoverage(tx);
  await tx.execute(sql`
    delete from coverage c using period p
    where p.code = c.period_code and p.ends_on >= ${from}::date and c.peer_group_code = any(${codes})`);
  await tx.execute(sql`
    insert into coverage (indicator_code, peer_group_code, period_code, units)
    select o.indicator_code, m.peer_group_code, o.period_code, count(distinct o.org_unit_code)
    from peer_group_member m
    join observation o on o.org_unit_code = m.org_unit_code
    join period p on p.code = o.period_code and p.kind <> 'undated' and p.ends_on >= ${from}::date
      and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
    where m.peer_group_code = any(${codes})
    group by 1, 2, 3`);
}

/**
 * Recounts the coverage: the units of each peer group with a figure and the figures that cite each document, for the
 * indicators and periods of `written`, and the figures of each of its units. `written` is a relation with the key of a
 * figure.
 */
export async function refreshCoverage(tx: Tx, written: SQL): Promise<void> {
  // The first figures of two units, approved at once, would otherwise be counted separately.
  await lockCoverage(tx);
  await tx.execute(sql`
    delete from coverage where (indicator_code, period_code) in (select indicator_code, period_code from ${written} w)`);
  await tx.execute(sql`
    insert into coverage (indicator_code, peer_group_code, period_code, units)
    select o.indicator_code, m.peer_group_code, o.period_code, count(distinct o.org_unit_code)
    from observation o
    join period p on p.code = o.period_code and p.kind <> 'undated'
    join peer_group_member m on m.org_unit_code = o.org_unit_code
      and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
    where (o.indicator_code, o.period_code) in (select indicator_code, period_code from ${written} w)
    group by 1, 2, 3
    on conflict (indicator_code, peer_group_code, period_code) do update set units = excluded.units`);
  await tx.execute(sql`
    delete from source_coverage
    where (indicator_code, period_code) in (select indicator_code, period_code from ${written} w)`);
  await tx.execute(sql`
    insert into source_coverage (source_code, indicator_code, period_code, figures)
    select source_code, indicator_code, period_code, count(*) from observation
    where (indicator_code, period_code) in (select indicator_code, period_code from ${written} w)
    group by 1, 2, 3`);
  await tx.execute(sql`delete from unit_coverage where org_unit_code in (select org_unit_code from ${written} w)`);
  await tx.execute(sql`
    insert into unit_coverage (org_unit_code, figures, latest)
    select o.org_unit_code, sum(o.figures), (array_agg(p.code order by p.sort_key desc, p.code)
      filter (where p.kind <> 'undated'))[1]
    from (
      select org_unit_code, period_code, count(*) as figures from observation
      where org_unit_code in (select org_unit_code from ${written} w) group by 1, 2
    ) o
    join period p on p.code = o.period_code
    group by 1`);
}
