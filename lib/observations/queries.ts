import { and, desc, eq, getTableColumns, lte, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { source } from '@/db/schema/catalogue';
import { observation, observationRevision, publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { type Citation, type PrintedFigure, vintages } from '@/lib/observations/words';

/** The columns of the number of a figure, out of a table or a query that has them. */
export function printedColumns<Of extends { readonly [Part in keyof PrintedFigure]: unknown }>({
  value,
  decimals,
  qualifier,
  qualifierPrinted,
}: Of): Pick<Of, keyof PrintedFigure> {
  return { value, decimals, qualifier, qualifierPrinted };
}

/**
 * The columns of a figure with its citation, for every query that shows figures: select these from `observation` joined
 * with `citedSource`, then turn each row into a `FigureView` with `nested`.
 */
export const figureColumns = {
  indicatorCode: observation.indicatorCode,
  orgUnitCode: observation.orgUnitCode,
  periodCode: observation.periodCode,
  ...printedColumns(observation),
  vintage: observation.vintage,
  reportedYoy: observation.reportedYoy,
  periodPrinted: observation.periodPrinted,
  note: observation.note,
  sourceCode: observation.sourceCode,
  locator: observation.locator,
  quote: observation.quote,
  sourceTitle: source.title,
  publisher: source.publisher,
};
export const citedSource = eq(observation.sourceCode, source.code);

/** The columns of a published rank with its citation; join `source` on `rankSource`. */
export const publishedRankColumns = {
  indicatorCode: publishedRank.indicatorCode,
  orgUnitCode: publishedRank.orgUnitCode,
  periodCode: publishedRank.periodCode,
  scopeZh: publishedRank.scopeZh,
  scopeEn: publishedRank.scopeEn,
  rank: publishedRank.rank,
  qualifier: publishedRank.qualifier,
  sourceCode: publishedRank.sourceCode,
  locator: publishedRank.locator,
  quote: publishedRank.quote,
  sourceTitle: source.title,
  publisher: source.publisher,
};
export const rankSource = eq(publishedRank.sourceCode, source.code);

/** Moves the flat citation columns of a row into its `citation`. */
export function nested<Row extends Citation>(row: Row): Omit<Row, keyof Citation> & { citation: Citation } {
  const { sourceCode, sourceTitle, publisher, locator, quote, ...rest } = row;
  return { ...rest, citation: { sourceCode, sourceTitle, publisher, locator, quote } };
}

const vintageOrder = sql.raw(`array[${vintages.map((vintage) => `'${vintage}'`).join(', ')}]`);

/** The order of a vintage, for sorting in SQL. */
export function vintageRank(vintage: AnyPgColumn): SQL {
  return sql`array_position(${vintageOrder}, ${vintage})`;
}

/**
 * The figures that pages showed at a moment: of every figure the last revision of the highest vintage that was recorded
 * until then. The relation has the name and the columns of the present table, so that the same queries read it. `which`
 * filters by columns of `observationRevision`.
 */
export function observationAt(principal: Principal, at: Date, which: SQL | undefined): typeof observation {
  const rev = observationRevision;
  const key = [rev.indicatorCode, rev.periodCode, rev.orgUnitCode] as const;
  return asObservation(
    db()
      .selectDistinctOn([...key], getTableColumns(rev))
      .from(rev)
      .where(and(lte(rev.recordedAt, at), which, readable(principal, rev.orgUnitCode)))
      .orderBy(...key, desc(vintageRank(rev.vintage)), desc(rev.revision))
      .as('observation'),
  );
}

// Safe for queries that name their columns and none of `version`, `updatedBy`, `updatedAt`; a revision has all others.
function asObservation(shown: unknown): typeof observation {
  return shown as typeof observation;
}
