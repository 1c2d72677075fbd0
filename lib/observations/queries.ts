import { and, desc, eq, getTableColumns, lte, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
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
  publishedOn: source.publishedOn,
  sourceWithdrawn: source.withdrawnReason,
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
  publishedOn: source.publishedOn,
  sourceWithdrawn: source.withdrawnReason,
};
export const rankSource = eq(publishedRank.sourceCode, source.code);

/** Moves the flat citation columns of a row into its `citation`. */
export function nested<Row extends Citation>(row: Row): Omit<Row, keyof Citation> & { citation: Citation } {
  const { sourceCode, sourceTitle, publisher, publishedOn, sourceWithdrawn, locator, quote, ...rest } = row;
  return { ...rest, citation: { sourceCode, sourceTitle, publisher, publishedOn, sourceWithdrawn, locator, quote } };
}

const vintageOrder = sql.raw(`array[${vintages.map((vintage) => `'${vintage}'`).join(', ')}]`);

/** The order of a vintage, for sorting in SQL. */
export function vintageRank(vintage: SQLWrapper): SQL {
  return sql`array_position(${vintageOrder}, ${vintage})`;
}

/**
 * The figures that pages showed at a moment: of every figure the last revision of the highest vintage that was recorded
 * until then and after its last withdrawal. The relation has the name and the columns of the present table, so that the
 * same queries read it. `which` filters by columns of `observationRevision`.
 */
export function observationAt(principal: Principal, at: Date, which: SQL | undefined): typeof observation {
  const rev = observationRevision;
  const known = db()
    .select({ ...getTableColumns(rev), ended: endedBy(rev, [rev.indicatorCode, rev.periodCode, rev.orgUnitCode]) })
    .from(rev)
    .where(and(lte(rev.recordedAt, at), which, readable(principal, rev.orgUnitCode)))
    .as('known');
  const key = [known.indicatorCode, known.periodCode, known.orgUnitCode] as const;
  return asObservation(
    db()
      .selectDistinctOn([...key])
      .from(known)
      .where(isAfterWithdrawal(known))
      .orderBy(...key, desc(vintageRank(known.vintage)), desc(known.revision))
      .as('observation'),
  );
}

/** The number of the last withdrawal among the revisions of each figure; of all rows without a key. */
export function endedBy(
  rev: Pick<typeof observationRevision, 'revision' | 'isWithdrawal'>,
  key: readonly AnyPgColumn[] = [],
): SQL.Aliased<number | null> {
  const each = key.length > 0 ? sql`partition by ${sql.join([...key], sql`, `)}` : sql``;
  return sql<number | null>`max(${rev.revision}) filter (where ${rev.isWithdrawal}) over (${each})`.as('ended');
}

/** Whether a revision may be shown: it was recorded after the last withdrawal of its figure. */
export function isAfterWithdrawal({ revision, ended }: { revision: SQLWrapper; ended: SQLWrapper }): SQL {
  return sql`${revision} > coalesce(${ended}, 0)`;
}

/**
 * A relation of revisions named `observation` as the table of that name. Safe for queries that name their columns and none of
 * `version`, `updatedBy`, `updatedAt`; a revision has all others.
 */
export function asObservation(shown: unknown): typeof observation {
  return shown as typeof observation;
}
