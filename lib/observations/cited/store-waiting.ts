import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import type { Principal } from '@/lib/access/principal';
import { shownRevision } from '@/lib/observations/cited/queries';
import type { ReadCited } from '@/lib/observations/cited/words';

/** A rank that a document states, in a set in its words. */
export type StatedRank = {
  readonly rank: number;
  readonly rankScopeZh: string;
  readonly rankScopeEn: string;
  readonly rankGroupCode: string | null;
};

export type Waiting = ReadCited &
  Partial<StatedRank> & {
    readonly id: string;
    readonly hasValue: boolean;
    /** Whether nothing was said of a published growth, so that the one that is shown stays. */
    readonly keepsGrowth?: boolean;
    /** The set in which the document states no rank any more. */
    readonly clearedScope?: string;
  };

/** The shown figure of a key, as far as a recorder is told of it. */
export type ShownNow = {
  readonly id: string;
  readonly revision: number | null;
  readonly value: string | null;
  readonly decimals: number | null;
  readonly reportedYoy: string | null;
  /** Whether the shown figure says exactly what was read. */
  readonly isSame: boolean;
};

const relation = (rows: readonly Waiting[]) => sql`
  jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t(id text, "hasValue" boolean, "keepsGrowth" boolean,
    "clearedScope" text, "indicatorCode" text,
    "orgUnitCode" text, "periodCode" text, printed text, value numeric, decimals int, qualifier text,
    "qualifierPrinted" text, vintage text, "reportedYoy" numeric, rank int, "rankScopeZh" text, "rankScopeEn" text,
    "rankGroupCode" text, "sourceCode" text, locator text, quote text, note text)`;

/** What pages show now for the figures that were read, by their ids. */
export async function shownNow(tx: Tx, rows: readonly Waiting[]): Promise<Map<string, ShownNow>> {
  const found = await tx.execute<ShownNow>(sql`
    with asked as (select t.*, "indicatorCode" as indicator_code, "periodCode" as period_code,
      "orgUnitCode" as org_unit_code from ${relation(rows)})
    select asked.id, shown.revision, shown.value::text as value, shown.decimals, shown.reported_yoy::text as "reportedYoy",
      coalesce((shown.value, shown.decimals, shown.qualifier, shown.qualifier_printed, shown.vintage, shown.source_code,
          shown.locator, shown.quote, shown.note)
        = (asked.value, asked.decimals, asked.qualifier, asked."qualifierPrinted", asked.vintage, asked."sourceCode",
          asked.locator, asked.quote, asked.note)
        and (asked."keepsGrowth" or shown.reported_yoy is not distinct from asked."reportedYoy"), false) as "isSame"
    from asked left join ${shownRevision('asked', 'shown')} on true`);
  return new Map(found.map((row) => [row.id, row]));
}

/**
 * Stores figures that wait for a second person, each with the shown one that it would replace. No page shows them until
 * they are confirmed. Their ids are given in the order of the rows, so that a batch is listed as its sheet has it.
 */
export async function storeWaiting(
  tx: Tx,
  principal: Principal,
  rows: readonly Waiting[],
  { reason, batchId, now }: { reason: string; batchId: string | null; now: Date },
): Promise<void> {
  const ids = rows.map(({ id }) => id).sort();
  const inOrder = rows.map((row, at) => ({ ...row, id: ids[at] ?? row.id }));
  await tx.execute(sql`
    insert into cited_figure (id, kind, indicator_code, org_unit_code, period_code, printed, value, decimals, qualifier,
      qualifier_printed, vintage, reported_yoy, rank, rank_scope_zh, rank_scope_en, rank_group_code, cleared_scope,
      source_code, locator, quote, note, reason, replaces, batch_id, recorded_by, recorded_at)
    select asked.id, 'record', asked.indicator_code, asked.org_unit_code, asked.period_code, asked.printed,
      case when asked."hasValue" then asked.value end, asked.decimals, asked.qualifier, asked."qualifierPrinted",
      asked.vintage, case when asked."keepsGrowth" then shown.reported_yoy else asked."reportedYoy" end, asked.rank, coalesce(asked."rankScopeZh", ''),
      coalesce(asked."rankScopeEn", ''), asked."rankGroupCode", coalesce(asked."clearedScope", ''),
      asked."sourceCode", asked.locator, asked.quote, asked.note,
      case when shown.revision is null then '' else ${reason}::text end, shown.revision, ${batchId}::text,
      ${principal.userId}, ${now.toISOString()}::timestamptz
    from (select t.*, "indicatorCode" as indicator_code, "periodCode" as period_code, "orgUnitCode" as org_unit_code
      from ${relation(inOrder)}) asked
    left join ${shownRevision('asked', 'shown')} on true`);
}
