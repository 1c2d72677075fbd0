import { sharedPool } from '@/db/client';
import type { Pool } from '@/db/pool';
import type { Principal } from '@/lib/access/principal';
import type { FigureRow } from '@/lib/reporting/import/check-figures';

/** The filters of a tidy file; missing ones do not filter. */
export type ExportChoice = {
  readonly indicator?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
  readonly source?: string | undefined;
};

const stretch = 2000;

/**
 * Streams the figures that pages show and the principal may read, in batches, by indicator, period and unit. One
 * statement behind a cursor: later writes are not included, and only one batch is in memory.
 */
export async function* figureStretches(
  principal: Principal,
  { indicator, unit, period, source }: ExportChoice,
  { pool = sharedPool(), most = null }: { pool?: Pool; most?: number | null } = {},
): AsyncGenerator<FigureRow[]> {
  const readable = principal.units === 'all' ? null : [...principal.units];
  yield* pool.stream((sql) =>
    sql<FigureRow[]>`
    select indicator_code as indicator, org_unit_code as unit, period_code as period, value, decimals, qualifier,
      qualifier_printed as "qualifierPrinted", vintage, reported_yoy as "reportedYoy",
      period_printed as "periodPrinted", source_code as source, locator, quote, note
    from observation
    where (${indicator ?? null}::text is null or indicator_code = ${indicator ?? null})
      and (${unit ?? null}::text is null or org_unit_code = ${unit ?? null})
      and (${period ?? null}::text is null or period_code = ${period ?? null})
      and (${source ?? null}::text is null or source_code = ${source ?? null})
      and (${readable}::text[] is null or org_unit_code = any(${readable}::text[]))
    order by indicator_code, period_code, org_unit_code
    limit ${most}`.cursor(stretch),
  );
}
