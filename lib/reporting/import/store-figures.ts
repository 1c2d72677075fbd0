import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { ensurePeriods } from '@/lib/catalogue/periods/ensure-periods';
import { settleFigures } from '@/lib/observations/derived/settle-figures';
import { addRevisions, replaceCurrent } from '@/lib/observations/recording/record-figures';
import type { FigureRow, RankRow } from '@/lib/reporting/import/check-figures';

export type Batch = {
  /** sha256 of what was read, so that the same content counts once. */
  readonly id: string;
  readonly fileName: string;
  readonly reason: string;
  readonly at: Date;
};
/** The rows of an import, each counted once. */
export type Outcome = {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Rows that became revisions and not the current figure, since one of a higher vintage is in force or comes along. */
  readonly inHistory: number;
};

const json = (rows: readonly unknown[]) => sql`${JSON.stringify(rows)}::jsonb`;

/**
 * Stores the figures that come with the product in one step, as `writeStaged` does. A row that was recorded at any time
 * changes nothing, so that a new release never takes back an office's correction.
 */
export async function writeFigures(
  principal: Principal,
  tx: Tx,
  batch: Batch,
  rows: readonly FigureRow[],
): Promise<Outcome> {
  await openStage(tx);
  await stageFigures(tx, rows, 0);
  await dropRecorded(tx);
  return writeStaged(principal, tx, batch, rows.length);
}

/** Creates the temporary table for the rows of one import; it is dropped with the transaction. */
export async function openStage(tx: Tx): Promise<void> {
  await tx.execute(sql`
    create temp table incoming (indicator_code text, org_unit_code text, period_code text, value numeric, decimals int,
      qualifier text, qualifier_printed text, vintage text, reported_yoy numeric, period_printed text, source_code text,
      locator text, quote text, note text, n int) on commit drop`);
}

/** Adds checked figures to the temporary table, in the order of their file: `before` of them are there already. */
export async function stageFigures(tx: Tx, rows: readonly FigureRow[], before: number): Promise<void> {
  await ensurePeriods(
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

/** Whether a revision `r` says what a staged row `i` says. */
const isSaid =
  sql.raw(`not r.is_withdrawal and (r.value, r.decimals, r.qualifier, r.qualifier_printed, r.period_printed, r.source_code, r.locator,
    r.quote, r.note) = (i.value, i.decimals, i.qualifier, i.qualifier_printed, i.period_printed, i.source_code, i.locator,
    i.quote, i.note) and r.reported_yoy is not distinct from i.reported_yoy`);
/** The revisions of a staged row's figure in its vintage, and its withdrawals, found by the key: a join would read all of the histories. */
const ofItsFigure = sql.raw(`from observation_revision r where r.indicator_code = i.indicator_code
    and r.period_code = i.period_code and r.org_unit_code = i.org_unit_code and (r.vintage = i.vintage or r.is_withdrawal)`);

/** Removes the staged rows that were recorded at any time. */
async function dropRecorded(tx: Tx): Promise<void> {
  await tx.execute(sql`analyze incoming`);
  await tx.execute(sql`delete from incoming i where (select true ${ofItsFigure} and ${isSaid} limit 1)`);
}

/**
 * Removes the staged rows that change nothing: each equals the latest figure of its vintage since
 * its last withdrawal. An earlier value is a change, so 10, 20 and again 10 ends at 10. Returns the number of rows left.
 */
export async function dropUnchanged(tx: Tx): Promise<number> {
  await tx.execute(sql`analyze incoming`);
  await tx.execute(
    sql`delete from incoming i where (select ${isSaid} ${ofItsFigure} order by r.revision desc limit 1)`,
  );
  const [left] = await tx.execute<{ fresh: number }>(sql`select count(*)::int as fresh from incoming`);
  return left?.fresh ?? 0;
}

/**
 * Stores the figures of the temporary table: every one becomes a revision, and the current figure where its vintage
 * allows. `read` is the number of rows in the file; those no longer staged count as unchanged.
 */
export async function writeStaged(principal: Principal, tx: Tx, batch: Batch, read: number): Promise<Outcome> {
  const incoming = sql`incoming`;
  const counts = await replaceCurrent(tx, principal, incoming, batch.at);
  const [left] = await tx.execute<{ fresh: number }>(sql`select count(*)::int as fresh from incoming`);
  const fresh = left?.fresh ?? 0;
  const outcome = { ...counts, unchanged: read - fresh, inHistory: fresh - counts.added - counts.changed };
  await tx.execute(sql`
    insert into import_batch (id, file_name, imported_at, imported_by, added, changed, unchanged)
    values (${batch.id}, ${batch.fileName}, ${batch.at.toISOString()}::timestamptz, ${principal.userId},
            ${outcome.added}, ${outcome.changed}, ${outcome.unchanged})`);
  const recording = { at: batch.at, reason: batch.reason, batchId: batch.id, collectionId: null };
  await addRevisions(tx, principal, incoming, recording);
  await settleFigures(tx, principal, incoming, batch.at);
  return outcome;
}

/** Stores the ranks that sources state; a new statement replaces that with the same key. */
export async function writeRanks(tx: Tx, rows: readonly RankRow[]): Promise<void> {
  await ensurePeriods(
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
