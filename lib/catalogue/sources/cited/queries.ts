import { and, asc, desc, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, period, source } from '@/db/schema/catalogue';
import { observation, observationRevision, publishedRank, sourceCoverage } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { figureKeys } from '@/lib/catalogue/sources/cited/figure-keys';
import type { CitedRank, FigureKey, FigurePage } from '@/lib/catalogue/sources/words';
import {
  citedSource,
  figureColumns,
  nested,
  printedColumns,
  publishedRankColumns,
  rankSource,
} from '@/lib/observations/queries';
import { pageLength, pageWithin } from '@/lib/paging';

/** Beyond this number of revisions a document has no list of replaced figures: each would have to be looked up. */
const mostLookedThrough = 1000;

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

/**
 * A relation of the number of figures that cite each document, per indicator and period, as far as the principal may
 * read them; of one document or of all. A principal limited to some units has few figures, which are counted.
 */
export function heldBySources(principal: Principal, code?: string): SQL {
  const of = ({ sourceCode }: typeof observation | typeof sourceCoverage) =>
    code === undefined ? sql`true` : eq(sourceCode, code);
  if (principal.units === 'all')
    return sql`(select source_code, indicator_code, period_code, figures from ${sourceCoverage} where ${of(sourceCoverage)})`;
  return sql`(select source_code, indicator_code, period_code, count(*) as figures from ${observation}
    where ${and(of(observation), readable(principal, observation.orgUnitCode))} group by 1, 2, 3)`;
}

/**
 * The figures of one document, grouped by indicator and period. `placed` gives for each group the number of figures up
 * to its end (`upto`) and on all pages (`total`); `which` selects indicators by the same two columns, so that the
 * periods of others need no order.
 */
function placedGroups(principal: Principal, code: string, which: SQL): SQL {
  return sql`held as materialized (${heldBySources(principal, code)}),
    ordered as (
      select i.code, sum(h.figures)::int as figures, (sum(sum(h.figures)) over ())::int as total,
        (sum(sum(h.figures)) over (order by i.sort_order, i.code))::int as upto
      from held h join ${indicator} i on i.code = h.indicator_code group by i.code, i.sort_order
    ), placed as (
      select h.indicator_code, h.period_code, h.figures::int, o.total, o.upto - o.figures + (sum(h.figures)
        over (partition by o.code order by p.sort_key desc, p.code))::int as upto
      from (select * from ordered where ${which}) o
      join held h on h.indicator_code = o.code join ${period} p on p.code = h.period_code)`;
}

/**
 * A page of the current figures cited from a document, by indicator, period and unit; the last page for one beyond it.
 */
export async function citedFigures(principal: Principal, code: string, asked: number): Promise<FigurePage> {
  const from = sql`least(${(asked - 1) * pageLength}::int, (total - 1) / ${pageLength}::int * ${pageLength}::int)`;
  const onPage = sql`upto > ${from} and upto - figures < ${from} + ${pageLength}::int`;
  const groups = await db().execute<{ indicator: string; period: string; before: number; total: number }>(sql`
    with ${placedGroups(principal, code, onPage)}
    select indicator_code as indicator, period_code as period, upto - figures as before, total from placed
    where ${onPage}
    order by upto`);
  const [first] = groups;
  if (!first) return { figures: [], total: 0, page: 1 };
  const page = pageWithin(asked, first.total);
  const [indicators, periods] = [groups.map((one) => one.indicator), groups.map((one) => one.period)].map((codes) =>
    sql.param(codes),
  );
  const rows = await db()
    .select({ ...cited, figure: figureColumns })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(
      and(
        eq(observation.sourceCode, code),
        sql`(${observation.indicatorCode}, ${observation.periodCode}) in (
          select * from unnest(${indicators}::text[], ${periods}::text[]))`,
        readable(principal, observation.orgUnitCode),
      ),
    )
    .orderBy(
      ...[asc(indicator.sortOrder), asc(indicator.code), desc(period.sortKey), asc(period.code)],
      ...[asc(orgUnit.sortOrder), asc(orgUnit.code)],
    )
    .limit(pageLength)
    .offset((page - 1) * pageLength - first.before);
  return { figures: rows.map((row) => ({ ...row, figure: nested(row.figure) })), total: first.total, page };
}

/** The page of a document that has a line such as `GDP-2022-320600`; null where the document has no such figure. */
export async function pageOfFigure(principal: Principal, code: string, line: string): Promise<number | null> {
  const keys = figureKeys(line).map((key) => sql`(${key.indicatorCode}, ${key.periodCode}, ${key.orgUnitCode})`);
  if (keys.length === 0) return null;
  const [found] = await db()
    .select({
      indicatorCode: observation.indicatorCode,
      periodCode: observation.periodCode,
      orgUnitCode: observation.orgUnitCode,
    })
    .from(observation)
    .where(
      and(
        sql`(${observation.indicatorCode}, ${observation.periodCode}, ${observation.orgUnitCode}) in (${sql.join(keys, sql`, `)})`,
        eq(observation.sourceCode, code),
        readable(principal, observation.orgUnitCode),
      ),
    );
  if (!found) return null;
  return Math.floor((await figuresBefore(principal, code, found)) / pageLength) + 1;
}

async function figuresBefore(principal: Principal, code: string, key: FigureKey): Promise<number> {
  const [place] = await db().execute<{ before: number }>(sql`
    with ${placedGroups(principal, code, sql`code = ${key.indicatorCode}`)}
    select upto - figures + (
      select count(*)::int from ${observation} join ${orgUnit} on ${eq(orgUnit.code, observation.orgUnitCode)}
      where ${and(
        eq(observation.sourceCode, code),
        eq(observation.indicatorCode, key.indicatorCode),
        eq(observation.periodCode, key.periodCode),
        readable(principal, observation.orgUnitCode),
      )} and (${orgUnit.sortOrder}, ${orgUnit.code}) < (
        select sort_order, code from org_unit me where me.code = ${key.orgUnitCode})
    ) as before
    from placed where indicator_code = ${key.indicatorCode} and period_code = ${key.periodCode}`);
  return place?.before ?? 0;
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

const revision = observationRevision;
const replacedFigure = {
  ...figureColumns,
  indicatorCode: revision.indicatorCode,
  orgUnitCode: revision.orgUnitCode,
  periodCode: revision.periodCode,
  ...printedColumns(revision),
  vintage: revision.vintage,
  reportedYoy: revision.reportedYoy,
  periodPrinted: revision.periodPrinted,
  note: revision.note,
  sourceCode: revision.sourceCode,
  locator: revision.locator,
  quote: revision.quote,
};

/**
 * A page of the figures that a document once gave and that a later document has replaced, or that was withdrawn; the last page for one beyond
 * it. Null for a document with too many revisions: there the page of each figure tells its history.
 */
export async function replacedFigures(principal: Principal, code: string, asked: number): Promise<FigurePage | null> {
  // `between` twice the same code: the planner drops a sort by a column that an equation fixes, and the index with it.
  const [recorded] = await db().execute<{ isMore: boolean }>(sql`
    select count(*) > ${mostLookedThrough} as "isMore"
    from (select from ${revision} where ${revision.sourceCode} between ${code} and ${code}
      order by ${revision.sourceCode} limit ${mostLookedThrough + 1}) few`);
  if (recorded?.isMore) return null;
  const rows = await db()
    .select({ ...cited, figure: replacedFigure })
    .from(revision)
    .leftJoin(
      observation,
      and(
        eq(observation.indicatorCode, revision.indicatorCode),
        eq(observation.periodCode, revision.periodCode),
        eq(observation.orgUnitCode, revision.orgUnitCode),
      ),
    )
    .innerJoin(source, eq(source.code, revision.sourceCode))
    .innerJoin(indicator, eq(indicator.code, revision.indicatorCode))
    .innerJoin(orgUnit, eq(orgUnit.code, revision.orgUnitCode))
    .where(
      and(
        eq(revision.sourceCode, code),
        eq(revision.isWithdrawal, false),
        // Without a current figure, the document's was withdrawn.
        or(
          isNull(observation.indicatorCode),
          sql`${observation.sourceCode} <> ${revision.sourceCode}`,
          sql`${observation.value} <> ${revision.value}`,
        ),
        readable(principal, revision.orgUnitCode),
      ),
    )
    .orderBy(
      ...[asc(indicator.sortOrder), asc(indicator.code), asc(orgUnit.sortOrder), asc(orgUnit.code)],
      ...[desc(revision.periodCode), desc(revision.revision)],
    );
  const page = pageWithin(asked, rows.length);
  const onPage = rows.slice((page - 1) * pageLength, page * pageLength);
  const figures = onPage.map((row) => ({ ...row, figure: nested(row.figure) }));
  return { figures, total: rows.length, page };
}
