import { and, asc, desc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { appUser } from '@/db/schema/access';
import { indicator, orgUnit, orgUnitFormer, peerGroupMember, period, source } from '@/db/schema/catalogue';
import { observation, observationRevision, publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { reorganisedOn, yearBases } from '@/lib/catalogue/comparing/queries';
import type { OtherBase } from '@/lib/catalogue/comparing/words';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import { parsePeriod } from '@/lib/catalogue/periods/period';
import { memberInPeriod } from '@/lib/catalogue/periods/queries';
import { asThen, formerOn } from '@/lib/catalogue/units/former/queries';
import {
  citedSource,
  figureColumns,
  nested,
  observationAt,
  printedColumns,
  publishedRankColumns,
  rankSource,
} from '@/lib/observations/queries';
import { type RankingRows, rankingOf } from '@/lib/observations/ranking/ranking-of';
import type {
  CoursePoint,
  MembersThen,
  PeerUnit,
  Ranking,
  Revision,
  UnitFigure,
} from '@/lib/observations/ranking/words';
import { pageLength } from '@/lib/paging';

/** The choice of a ranking: indicator, period and group. */
export type RankingChoice = {
  readonly indicatorCode: string;
  readonly periodCode: string;
  readonly peerGroupCode: string;
};

/** The number of periods around the chosen one in a course. */
const courseLength = 16;
/** The same of years to date, which are drawn against the whole year before. */
const courseOfYears = 24;
/** The most figures in the courses of a whole group: fifty units with all periods. */
const mostInCourses = pageLength * courseOfYears;
/** The most figures in one list. */
const longestList = 300;

/** A unit under the name and the parent of the shown period. */
const peerUnit = { code: orgUnit.code, ...asThen, sortOrder: orgUnit.sortOrder, validTo: orgUnit.validTo };
const thenInPeriod = formerOn(period.endsOn);

/**
 * The units of a group ranked by an indicator in a period, with growth, shares and courses; null for an unknown
 * indicator. With `at`, by the figures that pages showed at that moment. Published ranks are always the present ones:
 * they have no history.
 */
export async function ranking(principal: Principal, choice: RankingChoice, at?: Date): Promise<Ranking | null> {
  const { indicatorCode, periodCode, peerGroupCode } = choice;
  const [indicators, units, figures, courses, publishedRanks] = await Promise.all([
    db().select(indicatorColumns).from(indicator).where(eq(indicator.code, indicatorCode)),
    membersIn(principal, choice),
    figuresIn(principal, choice, at),
    wholeCourses(principal, choice, at),
    db()
      .select(publishedRankColumns)
      .from(publishedRank)
      .innerJoin(source, rankSource)
      .where(
        and(
          eq(publishedRank.indicatorCode, indicatorCode),
          eq(publishedRank.periodCode, periodCode),
          readable(principal, publishedRank.orgUnitCode),
        ),
      )
      .orderBy(publishedRank.rank),
  ]);
  const found = indicators[0];
  if (!found) return null;
  const [others, ofTheTime] = await Promise.all([
    othersOf(principal, { indicatorCode, periodCode, units }, at),
    membersThen(principal, choice, courses.unread === null ? courses.course : []),
  ]);
  return rankingOf({
    indicator: found,
    periodCode,
    peerGroupCode,
    units,
    figures,
    ...courses,
    publishedRanks: publishedRanks.map(nested),
    others,
    ofTheTime,
  });
}

/** The members of the group in each period of a course, and when they merged or split. */
async function membersThen(
  principal: Principal,
  { peerGroupCode }: RankingChoice,
  course: readonly CoursePoint[],
): Promise<MembersThen> {
  const periods = [...new Set(course.map((point) => point.periodCode))];
  if (periods.length === 0) return { members: [], reorganised: new Map() };
  const members = await db()
    .selectDistinct({
      periodCode: period.code,
      unit: { ...unitNames, parentCode: orgUnit.parentCode, sortOrder: orgUnit.sortOrder },
    })
    .from(peerGroupMember)
    .innerJoin(period, and(inArray(period.code, periods), memberInPeriod))
    .innerJoin(orgUnit, eq(orgUnit.code, peerGroupMember.orgUnitCode))
    .where(and(eq(peerGroupMember.peerGroupCode, peerGroupCode), readable(principal, orgUnit.code)))
    .orderBy(asc(orgUnit.sortOrder), asc(orgUnit.code));
  return { members, reorganised: await reorganisedOn(members.map(({ unit }) => unit.code)) };
}

const unitNames = { code: orgUnit.code, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn };

/** What stands in place of the figures of a year earlier of units that merged or split since. */
async function othersOf(
  principal: Principal,
  of: { indicatorCode: string; periodCode: string; units: readonly PeerUnit[] },
  at: Date | undefined,
): Promise<ReadonlyMap<string, OtherBase>> {
  const keyOf = (unit: PeerUnit) => ({ ...of, orgUnitCode: unit.code });
  const otherOf = await yearBases(principal, of.units.map(keyOf), { at });
  return new Map(
    of.units.flatMap((unit) => {
      const other = otherOf(keyOf(unit));
      return other ? [[unit.code, other] as const] : [];
    }),
  );
}

/** The members of the group in the period, in the official order. */
function membersIn(principal: Principal, { periodCode, peerGroupCode }: RankingChoice): Promise<PeerUnit[]> {
  const members = db()
    .select({
      code: peerGroupMember.orgUnitCode,
      endsOn: sql`max(${period.endsOn})`.as('ends_on'),
      position: sql`min(${peerGroupMember.position})`.as('position'),
    })
    .from(peerGroupMember)
    .innerJoin(period, eq(period.code, periodCode))
    .where(and(eq(peerGroupMember.peerGroupCode, peerGroupCode), memberInPeriod))
    .groupBy(peerGroupMember.orgUnitCode)
    .as('member');
  // The place in the group's own order, since rows are sorted by it.
  const place = sql<number>`(row_number() over (order by ${members.position} nulls last, ${orgUnit.sortOrder},
    ${orgUnit.code}))::int`;
  return db()
    .select({ ...peerUnit, sortOrder: place.as('place') })
    .from(orgUnit)
    .innerJoin(members, eq(members.code, orgUnit.code))
    .leftJoin(orgUnitFormer, formerOn(members.endsOn))
    .where(readable(principal, orgUnit.code))
    .orderBy(sql`place`);
}

/** The figures of all units for the indicator and for its growth, of the period and undated. */
function figuresIn(
  principal: Principal,
  { indicatorCode, periodCode }: RankingChoice,
  at: Date | undefined,
): Promise<UnitFigure[]> {
  // An array and no `or`, with which the index is searched through the figures of all indicators.
  const wanted = sql`array(select ${indicatorCode}::text union select code from indicator where growth_of = ${indicatorCode})`;
  const wantedFigures = (of: typeof observation | typeof observationRevision) =>
    and(sql`${of.indicatorCode} = any(${wanted})`, inArray(of.periodCode, [periodCode, 'undated']));
  const shown = at ? observationAt(principal, at, wantedFigures(observationRevision)) : observation;
  return citedFigures(principal, shown, wantedFigures(observation)).then((rows) => rows.map(withUnit));
}

function citedFigures(principal: Principal, shown: typeof observation, ...conditions: (SQL | undefined)[]) {
  return db()
    .select({ ...figureColumns, unit: peerUnit })
    .from(shown)
    .innerJoin(source, citedSource)
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .leftJoin(orgUnitFormer, thenInPeriod)
    .where(and(...conditions, readable(principal, observation.orgUnitCode)))
    .$dynamic();
}

type CitedRow = Awaited<ReturnType<typeof citedFigures>>[number];
const withUnit = (row: CitedRow): UnitFigure => nested(row);

/**
 * The group's figures in the nearest periods of the same kind, and in the same period a year earlier; of a large group
 * only the latter, with the periods that are `unread`.
 */
async function wholeCourses(
  principal: Principal,
  choice: RankingChoice,
  at: Date | undefined,
): Promise<Pick<RankingRows, 'course' | 'unread'>> {
  const length = parsePeriod(choice.periodCode)?.kind === 'yearToDate' ? courseOfYears : courseLength;
  const near = await db().execute<{ code: string; units: number; isBase: boolean }>(sql`
    (select c.period_code as code, c.units, c.period_code is not distinct from chosen.year_earlier as "isBase"
      from coverage c
      join period p on p.code = c.period_code
      join period chosen on chosen.code = ${choice.periodCode} and chosen.kind = p.kind
      where c.indicator_code = ${choice.indicatorCode} and c.peer_group_code = ${choice.peerGroupCode}
      order by abs(p.sort_key - chosen.sort_key) limit ${length})
    union all
    select year_earlier, 0, true from period where code = ${choice.periodCode} and year_earlier is not null`);
  const isLarge = near.reduce((sum, { units }) => sum + units, 0) > mostInCourses;
  const read = near.filter(({ isBase }) => isBase || !isLarge).map(({ code }) => code);
  return {
    course: await coursesOf(principal, choice, { periods: read }, at),
    unread: isLarge ? [...new Set(near.filter(({ units }) => units > 0).map(({ code }) => code))] : null,
  };
}

/** The figures in `periods` of `units`, or of the whole group. */
export async function coursesOf(
  principal: Principal,
  { indicatorCode, peerGroupCode }: RankingChoice,
  { periods, units }: { periods: readonly string[]; units?: readonly string[] },
  at?: Date,
): Promise<CoursePoint[]> {
  if (periods.length === 0) return [];
  const wantedFigures = (of: typeof observation | typeof observationRevision) =>
    and(
      eq(of.indicatorCode, indicatorCode),
      inArray(of.periodCode, [...periods]),
      units
        ? sql`${of.orgUnitCode} = any(${sql.param([...units])}::text[])`
        : sql`${of.orgUnitCode} in (select org_unit_code from peer_group_member where peer_group_code = ${peerGroupCode})`,
      readable(principal, of.orgUnitCode),
    );
  return db()
    .select({
      orgUnitCode: observation.orgUnitCode,
      periodCode: observation.periodCode,
      ...printedColumns(observation),
    })
    .from(at ? observationAt(principal, at, wantedFigures(observationRevision)) : observation)
    .where(at ? undefined : wantedFigures(observation));
}

/**
 * Every figure of an indicator with its citation, of one unit or of all, newest first; at most `longestList`. With `at`,
 * those that pages showed at that moment.
 */
export async function figuresOf(
  principal: Principal,
  { indicatorCode, unitCode }: { indicatorCode: string; unitCode?: string | undefined },
  at?: Date,
): Promise<{ figures: UnitFigure[]; isWhole: boolean }> {
  const wantedFigures = (of: typeof observation | typeof observationRevision) =>
    and(eq(of.indicatorCode, indicatorCode), unitCode === undefined ? undefined : eq(of.orgUnitCode, unitCode));
  const shown = at ? observationAt(principal, at, wantedFigures(observationRevision)) : observation;
  const rows = await citedFigures(principal, shown, wantedFigures(observation))
    .orderBy(desc(period.sortKey), orgUnit.sortOrder)
    .limit(longestList + 1);
  return { figures: rows.slice(0, longestList).map(withUnit), isWhole: rows.length <= longestList };
}

/**
 * Every value that figures of an indicator ever had: of one unit all of them, else of the revised figures only. Newest
 * period first, then in the order of recording; a page of them, and one more where there are more.
 */
export async function revisionsOf(
  principal: Principal,
  { indicatorCode, unitCode }: { indicatorCode: string; unitCode?: string | undefined },
): Promise<Revision[]> {
  const rev = observationRevision;
  const revised = sql`(${rev.periodCode}, ${rev.orgUnitCode}) in (
    select again.period_code, again.org_unit_code from observation_revision again
    where again.indicator_code = ${indicatorCode} and again.revision = 2)`;
  const { sourceTitle, publisher, publishedOn, sourceWithdrawn } = figureColumns;
  const rows = await db()
    .select({
      ...getTableColumns(rev),
      sourceTitle,
      publisher,
      publishedOn,
      sourceWithdrawn,
      // Pages show the last recorded revision of the highest vintage; its value and document identify it.
      isCurrent: sql<boolean>`coalesce(${rev.revision} = max(${rev.revision}) filter (
        where not ${rev.isWithdrawal} and (${rev.value}, ${rev.vintage}, ${rev.sourceCode}, ${rev.quote})
          = (${observation.value}, ${observation.vintage}, ${observation.sourceCode}, ${observation.quote})
        ) over (partition by ${rev.periodCode}, ${rev.orgUnitCode}), false)`,
      recordedRole: appUser.role,
      unit: peerUnit,
    })
    .from(rev)
    .leftJoin(appUser, eq(appUser.id, rev.recordedBy))
    .innerJoin(source, eq(source.code, rev.sourceCode))
    .innerJoin(orgUnit, eq(orgUnit.code, rev.orgUnitCode))
    .innerJoin(period, eq(period.code, rev.periodCode))
    .leftJoin(orgUnitFormer, thenInPeriod)
    .leftJoin(
      observation,
      and(
        eq(observation.indicatorCode, rev.indicatorCode),
        eq(observation.periodCode, rev.periodCode),
        eq(observation.orgUnitCode, rev.orgUnitCode),
      ),
    )
    .where(
      and(
        eq(rev.indicatorCode, indicatorCode),
        unitCode === undefined ? revised : eq(rev.orgUnitCode, unitCode),
        readable(principal, rev.orgUnitCode),
      ),
    )
    .orderBy(desc(period.sortKey), orgUnit.sortOrder, orgUnit.code, asc(rev.revision))
    .limit(pageLength + 1);
  return rows.map(nested);
}
