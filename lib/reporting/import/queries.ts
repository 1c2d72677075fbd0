import { sql } from 'drizzle-orm';
import type { Database, Tx } from '@/db/client';
import { period } from '@/db/schema/catalogue';
import type { Principal } from '@/lib/access/principal';
import { parsePeriod, periodDays, periodSortKey, previousPeriod, yearEarlier } from '@/lib/catalogue/periods/period';
import { vintages } from '@/lib/observations/words';
import type { FigureRow, KnownCodes, RankRow } from '@/lib/reporting/import/check-figures';

export type Batch = {
  /** sha256 of what was read, so that the same content counts once. */
  readonly id: string;
  readonly fileName: string;
  readonly reason: string;
  readonly at: Date;
};
export type Outcome = { readonly added: number; readonly changed: number; readonly unchanged: number };

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;
const vintageOrder = sql.raw(`array[${vintages.map((vintage) => `'${vintage}'`).join(', ')}]`);
const figure = sql.raw(
  'value, decimals, qualifier, qualifier_printed, vintage, reported_yoy, period_printed, source_code, locator, quote, note',
);
const key = sql.raw('indicator_code, period_code, org_unit_code');

/** What an earlier import of the same content did; null when there was none. */
export async function outcomeOf(_principal: Principal, tx: Tx, id: string): Promise<Outcome | null> {
  const [row] = await tx.execute<Outcome>(
    sql`select 0 as added, 0 as changed, added + changed + unchanged as unchanged from import_batch where id = ${id}`,
  );
  return row ?? null;
}

/** The codes that a file may use now. */
export async function knownCodes(_principal: Principal, tx: Tx | Database): Promise<KnownCodes> {
  const rows = await tx.execute<{ kind: string; code: string }>(sql`
    select 'indicator' as kind, code from indicator union all select 'unit', code from org_unit
    union all select 'source', code from source union all select 'peerGroup', code from peer_group`);
  const of = (kind: string) => new Set(rows.filter((row) => row.kind === kind).map((row) => row.code));
  return { indicators: of('indicator'), units: of('unit'), sources: of('source'), peerGroups: of('peerGroup') };
}

/** Makes sure that the periods named exist as rows. */
export async function ensurePeriods(_principal: Principal, tx: Tx, codes: Iterable<string>): Promise<void> {
  const rows = [...new Set(codes)].flatMap((code) => {
    const parsed = parsePeriod(code);
    if (!parsed) return [];
    const days = periodDays(parsed);
    return [
      {
        code,
        kind: parsed.kind,
        year: parsed.kind === 'undated' ? null : parsed.year,
        startsOn: days?.startsOn ?? null,
        endsOn: days?.endsOn ?? null,
        yearEarlier: yearEarlier(parsed),
        previous: previousPeriod(parsed),
        sortKey: periodSortKey(parsed),
      },
    ];
  });
  if (rows.length > 0) await tx.insert(period).values(rows).onConflictDoNothing();
}

/** Stores checked figures in one go, as `writeStaged` does. */
export async function writeFigures(
  principal: Principal,
  tx: Tx,
  batch: Batch,
  rows: readonly FigureRow[],
): Promise<Outcome> {
  await openStage(principal, tx);
  await stageFigures(principal, tx, rows, 0);
  return writeStaged(principal, tx, batch, rows.length);
}

/** Opens the table in which the rows of one import wait; it goes with the transaction. */
export async function openStage(_principal: Principal, tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temp table incoming (indicator_code text, org_unit_code text, period_code text, value numeric, decimals int,
      qualifier text, qualifier_printed text, vintage text, reported_yoy numeric, period_printed text, source_code text,
      locator text, quote text, note text, n int) on commit drop`);
}

/** Lets checked figures wait, in the order of their file: `before` of them wait already. */
export async function stageFigures(
  principal: Principal,
  tx: Tx,
  rows: readonly FigureRow[],
  before: number,
): Promise<void> {
  await ensurePeriods(
    principal,
    tx,
    rows.map((row) => row.period),
  );
  await tx.execute(sql`
    insert into incoming
    select indicator, unit, period, value, decimals, qualifier, "qualifierPrinted", vintage, "reportedYoy",
      "periodPrinted", source, locator, quote, note, n + ${before}::int
    from rows from (jsonb_to_recordset(${json(rows)}) as (
      indicator text, unit text, period text, value numeric, decimals int, qualifier text, "qualifierPrinted" text,
      vintage text, "reportedYoy" numeric, "periodPrinted" text, source text, locator text, quote text, note text
    )) with ordinality as t(indicator, unit, period, value, decimals, qualifier, "qualifierPrinted", vintage,
      "reportedYoy", "periodPrinted", source, locator, quote, note, n)`);
}

/**
 * Stores the figures that wait: every new value becomes a revision; the current row is the latest of the highest
 * vintage, so an estimate never replaces a final figure. Rows that are already recorded change nothing. `read` is how
 * many rows the file had.
 */
export async function writeStaged(principal: Principal, tx: Tx, batch: Batch, read: number): Promise<Outcome> {
  const at = batch.at.toISOString();
  await tx.execute(sql`analyze incoming`);
  await tx.execute(sql`
    delete from incoming i using observation_revision r
    where r.indicator_code = i.indicator_code and r.period_code = i.period_code and r.org_unit_code = i.org_unit_code
      and (r.value, r.decimals, r.qualifier, r.qualifier_printed, r.vintage, r.period_printed, r.source_code, r.locator,
           r.quote, r.note) = (i.value, i.decimals, i.qualifier, i.qualifier_printed, i.vintage, i.period_printed,
           i.source_code, i.locator, i.quote, i.note)
      and r.reported_yoy is not distinct from i.reported_yoy`);
  const [counted] = await tx.execute<{ added: number; changed: number; fresh: number }>(sql`
    with keys as (select distinct ${key} from incoming),
    stored as (
      insert into observation (${key}, ${figure}, version, updated_by, updated_at)
      select distinct on (${key}) ${key}, ${figure}, 1, ${principal.userId}, ${at}::timestamptz from incoming
      order by ${key}, array_position(${vintageOrder}, vintage) desc, n desc
      on conflict (indicator_code, period_code, org_unit_code) do update set
        value = excluded.value, decimals = excluded.decimals, qualifier = excluded.qualifier,
        qualifier_printed = excluded.qualifier_printed, vintage = excluded.vintage, reported_yoy = excluded.reported_yoy,
        period_printed = excluded.period_printed, source_code = excluded.source_code, locator = excluded.locator,
        quote = excluded.quote, note = excluded.note, version = observation.version + 1,
        updated_by = excluded.updated_by, updated_at = excluded.updated_at
      where array_position(${vintageOrder}, excluded.vintage) >= array_position(${vintageOrder}, observation.vintage)
      returning version
    )
    select (select count(*) from stored where version = 1)::int as added,
           (select count(*) from stored where version > 1)::int as changed,
           (select count(*) from incoming)::int as fresh`);
  const outcome = {
    added: counted?.added ?? 0,
    changed: counted?.changed ?? 0,
    unchanged: read - (counted?.fresh ?? 0),
  };
  await tx.execute(sql`
    insert into import_batch (id, file_name, imported_at, imported_by, added, changed, unchanged)
    values (${batch.id}, ${batch.fileName}, ${at}::timestamptz, ${principal.userId},
            ${outcome.added}, ${outcome.changed}, ${outcome.unchanged})`);
  await tx.execute(sql`
    with before as (
      select ${key}, max(r.revision) as revision
      from (select distinct ${key} from incoming) i join observation_revision r using (${key}) group by ${key}
    )
    insert into observation_revision (${key}, revision, ${figure}, reason, recorded_by, recorded_at, batch_id)
    select ${key}, coalesce(before.revision, 0) + row_number() over (partition by ${key} order by n),
      ${figure}, ${batch.reason}, ${principal.userId}, ${at}::timestamptz, ${batch.id}
    from incoming left join before using (${key})`);
  await refreshCoverage(tx);
  return outcome;
}

/** Counts again, for the indicators just written, how many units of each peer group have a figure in each period. */
async function refreshCoverage(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from coverage where indicator_code in (select indicator_code from incoming)`);
  await tx.execute(sql`
    insert into coverage (indicator_code, peer_group_code, period_code, units)
    select o.indicator_code, m.peer_group_code, o.period_code, count(distinct o.org_unit_code)
    from observation o
    join period p on p.code = o.period_code and p.kind <> 'undated'
    join peer_group_member m on m.org_unit_code = o.org_unit_code
      and m.valid_from <= p.ends_on and (m.valid_to is null or m.valid_to >= p.starts_on)
    where o.indicator_code in (select indicator_code from incoming)
    group by 1, 2, 3`);
}

/** Stores the ranks that sources state; what a source says of a rank replaces what the same key said before. */
export async function writeRanks(principal: Principal, tx: Tx, rows: readonly RankRow[]): Promise<void> {
  await ensurePeriods(
    principal,
    tx,
    rows.map((row) => row.period),
  );
  await tx.execute(sql`
    insert into published_rank (indicator_code, org_unit_code, period_code, scope_zh, scope_en, rank, qualifier,
                                peer_group_code, source_code, locator, quote, note)
    select indicator, unit, period, "scopeZh", "scopeEn", rank, qualifier, "peerGroup", source, locator, quote, note
    from jsonb_to_recordset(${json(rows)}) as t(
      indicator text, unit text, period text, "scopeZh" text, "scopeEn" text, rank int, qualifier text,
      "peerGroup" text, source text, locator text, quote text, note text)
    on conflict (indicator_code, period_code, org_unit_code, scope_zh) do update set
      scope_en = excluded.scope_en, rank = excluded.rank, qualifier = excluded.qualifier,
      peer_group_code = excluded.peer_group_code, source_code = excluded.source_code, locator = excluded.locator,
      quote = excluded.quote, note = excluded.note`);
}
