import { and, asc, desc, eq, or, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, period, source } from '@/db/schema/catalogue';
import { observation, observationRevision, publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import type { CitedFigure, CitedRank, SourceHead, SourceLine } from '@/lib/catalogue/sources/words';
import {
  citedSource,
  figureColumns,
  nested,
  publishedRankColumns,
  rankSource,
  readable,
} from '@/lib/observations/queries';

/** The most figures of one document that its page lists. */
const longestList = 500;

const cited = {
  unit: { nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn },
  indicator: {
    nameZh: indicator.nameZh,
    nameEn: indicator.nameEn,
    unitZh: indicator.unitZh,
    unitEn: indicator.unitEn,
    measure: indicator.measure,
  },
};

/** Every document, in the catalogue's order, with how much is cited from it. */
export async function sourceList(principal: Principal): Promise<SourceLine[]> {
  const figures = sql`(select count(*) from ${observation} where ${and(
    eq(observation.sourceCode, source.code),
    readable(principal, observation.orgUnitCode),
  )})`;
  const ranks = sql`(select count(*) from ${publishedRank} where ${and(
    eq(publishedRank.sourceCode, source.code),
    readable(principal, publishedRank.orgUnitCode),
  )})`;
  return db()
    .select({
      code: source.code,
      title: source.title,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      reliability: source.reliability,
      figures: sql<number>`(${figures} + ${ranks})::int`,
    })
    .from(source)
    .orderBy(asc(source.sortOrder));
}

/** What is known of a document; null for an unknown one. */
export async function sourceHead(_principal: Principal, code: string): Promise<SourceHead | null> {
  const [found] = await db()
    .select({
      code: source.code,
      title: source.title,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      reliability: source.reliability,
      url: source.url,
      accessNote: source.accessNote,
      licence: source.licence,
    })
    .from(source)
    .where(eq(source.code, code));
  return found ?? null;
}

/** The current figures cited from a document, by indicator, period and unit. */
export async function citedFigures(principal: Principal, code: string): Promise<CitedFigure[]> {
  const rows = await db()
    .select({ ...cited, figure: figureColumns })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(and(eq(observation.sourceCode, code), readable(principal, observation.orgUnitCode)))
    .orderBy(asc(indicator.sortOrder), desc(period.sortKey), asc(orgUnit.sortOrder))
    .limit(longestList);
  return rows.map((row) => ({ ...row, figure: nested(row.figure) }));
}

/** The ranks that a document states. */
export async function citedRanks(principal: Principal, code: string): Promise<CitedRank[]> {
  const rows = await db()
    .select({ ...cited, rank: publishedRankColumns })
    .from(publishedRank)
    .innerJoin(source, rankSource)
    .innerJoin(indicator, eq(indicator.code, publishedRank.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, publishedRank.orgUnitCode))
    .where(and(eq(publishedRank.sourceCode, code), readable(principal, publishedRank.orgUnitCode)))
    .orderBy(asc(indicator.sortOrder), asc(publishedRank.rank), asc(orgUnit.sortOrder));
  return rows.map((row) => ({ ...row, rank: nested(row.rank) }));
}

/** Figures that a document once gave and that a later document has replaced. */
export async function replacedFigures(principal: Principal, code: string): Promise<CitedFigure[]> {
  const revision = observationRevision;
  const rows = await db()
    .select({
      ...cited,
      figure: {
        ...figureColumns,
        value: revision.value,
        decimals: revision.decimals,
        qualifier: revision.qualifier,
        qualifierPrinted: revision.qualifierPrinted,
        vintage: revision.vintage,
        reportedYoy: revision.reportedYoy,
        periodPrinted: revision.periodPrinted,
        note: revision.note,
        sourceCode: revision.sourceCode,
        locator: revision.locator,
        quote: revision.quote,
      },
    })
    .from(revision)
    .innerJoin(
      observation,
      and(
        eq(observation.indicatorCode, revision.indicatorCode),
        eq(observation.periodCode, revision.periodCode),
        eq(observation.orgUnitCode, revision.orgUnitCode),
        or(sql`${observation.sourceCode} <> ${revision.sourceCode}`, sql`${observation.value} <> ${revision.value}`),
      ),
    )
    .innerJoin(source, eq(source.code, revision.sourceCode))
    .innerJoin(indicator, eq(indicator.code, revision.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, revision.orgUnitCode))
    .where(and(eq(revision.sourceCode, code), readable(principal, revision.orgUnitCode)))
    .orderBy(asc(indicator.sortOrder), asc(orgUnit.sortOrder));
  return rows.map((row) => ({ ...row, figure: nested(row.figure) }));
}
