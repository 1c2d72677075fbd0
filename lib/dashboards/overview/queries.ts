import { and, asc, desc, eq, inArray, isNotNull, ne, type SQL, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { db } from '@/db/client';
import { indicator, orgUnit, peerGroup, peerGroupMember, period, source, topic } from '@/db/schema/catalogue';
import { coverage, observation, publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import type { OverviewSection, PlaceSettings } from '@/lib/catalogue/place/words';
import type { Card, NewDocument, OverviewNames } from '@/lib/dashboards/overview/words';
import type { Name } from '@/lib/i18n/words';
import { citedSource, figureColumns, nested, publishedRankColumns, rankSource } from '@/lib/observations/queries';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

const head = { ...indicatorColumns, sortOrder: indicator.sortOrder };

/** The codes of a list as a condition, or none of them. */
const among = (column: AnyPgColumn, codes: readonly string[]): SQL =>
  codes.length > 0 ? inArray(column, [...codes]) : sql`false`;

const unitsOf = ({ unitCode, alsoUnits }: OverviewSection) => [unitCode, ...alsoUnits];

/**
 * The latest dated figure of the units of each section for its topics or indicators; undated or unverified figures only
 * where there is no other.
 */
async function latestFigures(
  principal: Principal,
  sections: readonly OverviewSection[],
): Promise<Omit<Card, 'place'>[]> {
  const asked = sections.map(
    (section) => sql`(${among(observation.orgUnitCode, unitsOf(section))}
      and (${among(indicator.topicCode, section.topicRows.flat())} or ${among(observation.indicatorCode, section.indicatorCodes)}))`,
  );
  const rows = await db()
    .selectDistinctOn([observation.orgUnitCode, observation.indicatorCode], { head, figure: figureColumns })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(and(readable(principal, observation.orgUnitCode), sql`(${sql.join(asked, sql` or `)})`))
    .orderBy(
      observation.orgUnitCode,
      observation.indicatorCode,
      sql`${source.reliability} = 'unverified'`,
      desc(period.sortKey),
    );
  return rows.map((row) => ({ indicator: row.head, figure: nested(row.figure), ranks: [] }));
}

async function statedRanks(principal: Principal, units: readonly string[]): Promise<PublishedRankView[]> {
  const rows = await db()
    .select(publishedRankColumns)
    .from(publishedRank)
    .innerJoin(source, rankSource)
    .where(and(readable(principal, publishedRank.orgUnitCode), among(publishedRank.orgUnitCode, units)));
  return rows.map(nested);
}

type PlaceAmong = { readonly place: number; readonly of: number };

/** The places of the sections' units in their sequences, for the periods in which half of the members have figures. */
async function unitPlaces(
  principal: Principal,
  sections: readonly OverviewSection[],
): Promise<Map<string, PlaceAmong>> {
  const grouped = sections.filter(({ peerGroupCode }) => peerGroupCode !== null);
  if (grouped.length === 0) return new Map();
  const rows = await db().execute<PlaceAmong & { unit: string; indicator: string; period: string }>(sql`
    with asked as (
      select u.unit, u.grp, (select count(distinct org_unit_code) from peer_group_member where peer_group_code = u.grp) as members
      from unnest(${sql.param(grouped.map(({ unitCode }) => unitCode))}::text[],
        ${sql.param(grouped.map(({ peerGroupCode }) => peerGroupCode))}::text[]) as u (unit, grp))
    select mine.org_unit_code as unit, o.indicator_code as indicator, o.period_code as period, count(*)::int as "of",
           1 + count(*) filter (where case i.direction when 'higher' then o.value > mine.value else o.value < mine.value end)::int as place
    from asked
    join observation mine on mine.org_unit_code = asked.unit
    join indicator i on i.code = mine.indicator_code and i.direction in ('higher', 'lower') and i.measure in ('amount', 'rate')
    join coverage c on c.indicator_code = mine.indicator_code and c.period_code = mine.period_code
      and c.peer_group_code = asked.grp and c.units * 2 >= asked.members
    join observation o on o.indicator_code = mine.indicator_code and o.period_code = mine.period_code
    join peer_group_member on peer_group_member.org_unit_code = o.org_unit_code
      and peer_group_member.peer_group_code = asked.grp
      and ${readable(principal, peerGroupMember.orgUnitCode)}
    where ${among(
      sql`mine.indicator_code` as never,
      grouped.flatMap(({ indicatorCodes }) => indicatorCodes),
    )}
    group by 1, 2, 3`);
  return new Map(rows.map((row) => [`${row.unit} ${row.indicator} ${row.period}`, { place: row.place, of: row.of }]));
}

/** The cards of each section, in the order of its page. */
export async function overviewCards(principal: Principal, sections: readonly OverviewSection[]): Promise<Card[][]> {
  if (sections.length === 0) return [];
  const [figures, ranks, places] = await Promise.all([
    latestFigures(principal, sections),
    statedRanks(principal, sections.flatMap(unitsOf)),
    unitPlaces(principal, sections),
  ]);
  const ranked = figures.map((card) => ({
    ...card,
    ranks: ranks.filter(
      (rank) =>
        rank.orgUnitCode === card.figure.orgUnitCode &&
        rank.indicatorCode === card.figure.indicatorCode &&
        rank.periodCode === card.figure.periodCode,
    ),
  }));
  return sections.map((section) => {
    const units = unitsOf(section);
    const topics = section.topicRows.flat();
    const at = (card: Omit<Card, 'place'>) => section.indicatorCodes.indexOf(card.indicator.code);
    return ranked
      .filter(
        (card) =>
          units.includes(card.figure.orgUnitCode) && (topics.includes(card.indicator.topicCode) || at(card) >= 0),
      )
      .map((card): Card => {
        const { orgUnitCode, indicatorCode, periodCode } = card.figure;
        const isPlaced = section.peerGroupCode !== null && orgUnitCode === section.unitCode;
        const key = `${orgUnitCode} ${indicatorCode} ${periodCode}`;
        return { ...card, place: isPlaced ? (places.get(key) ?? null) : null };
      })
      .sort((a, b) => at(a) - at(b) || a.indicator.sortOrder - b.indicator.sortOrder);
  });
}

/** The latest dated period in which at least half of a sequence's members have a figure; null for none. */
export async function latestCovered(indicatorCode: string, group: string): Promise<string | null> {
  const [row] = await db()
    .select({ code: period.code })
    .from(coverage)
    .innerJoin(period, eq(period.code, coverage.periodCode))
    .where(
      and(
        eq(coverage.indicatorCode, indicatorCode),
        eq(coverage.peerGroupCode, group),
        sql`${coverage.units} * 2 >= (select count(distinct org_unit_code) from peer_group_member where peer_group_code = ${group})`,
      ),
    )
    .orderBy(desc(period.sortKey))
    .limit(1);
  return row?.code ?? null;
}

export type PeerFigure = FigureView & Name;

/** Some indicators of one period across a peer group, in the official order of the units. */
export async function peerFigures(
  principal: Principal,
  choice: { indicatorCodes: readonly string[]; periodCode: string; group: string },
): Promise<PeerFigure[]> {
  const rows = await db()
    .select({ figure: figureColumns, nameZh: orgUnit.nameZh, nameEn: orgUnit.nameEn })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(orgUnit, eq(orgUnit.code, observation.orgUnitCode))
    .innerJoin(
      peerGroupMember,
      and(eq(peerGroupMember.orgUnitCode, observation.orgUnitCode), eq(peerGroupMember.peerGroupCode, choice.group)),
    )
    .where(
      and(
        readable(principal, observation.orgUnitCode),
        inArray(observation.indicatorCode, [...choice.indicatorCodes]),
        eq(observation.periodCode, choice.periodCode),
      ),
    )
    .orderBy(asc(orgUnit.sortOrder));
  return rows.map((row) => ({ ...nested(row.figure), nameZh: row.nameZh, nameEn: row.nameEn }));
}

/** The verified yearly figures of one unit for an indicator, oldest first. */
export async function yearlyFigures(
  principal: Principal,
  orgUnitCode: string,
  indicatorCode: string,
): Promise<FigureView[]> {
  const rows = await db()
    .select(figureColumns)
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(period, and(eq(period.code, observation.periodCode), eq(period.kind, 'year')))
    .where(
      and(
        readable(principal, observation.orgUnitCode),
        eq(observation.orgUnitCode, orgUnitCode),
        eq(observation.indicatorCode, indicatorCode),
        ne(source.reliability, 'unverified'),
      ),
    )
    .orderBy(asc(period.sortKey));
  return rows.map(nested);
}

/** The most recently published documents, each with the number of figures that cite it. */
export async function newDocuments(principal: Principal, limit: number): Promise<NewDocument[]> {
  const rows = await db()
    .select({
      code: source.code,
      title: source.title,
      publisher: source.publisher,
      publishedOn: source.publishedOn,
      figures: sql<number>`(select count(*)::int from ${observation} where ${and(
        eq(observation.sourceCode, source.code),
        readable(principal, observation.orgUnitCode),
      )})`,
    })
    .from(source)
    .where(isNotNull(source.publishedOn))
    .orderBy(desc(source.publishedOn), asc(source.sortOrder))
    .limit(limit);
  return rows.flatMap((row) => (row.publishedOn && row.figures > 0 ? [{ ...row, publishedOn: row.publishedOn }] : []));
}

/** The names of units, topics, indicators and sequences that the place mentions, and the units of measure, by code. */
export async function overviewNames({ sections, charts }: PlaceSettings): Promise<OverviewNames> {
  const units = [
    ...sections.map(({ unitCode }) => unitCode),
    ...charts.flatMap((one) => (one.kind === 'years' ? one.unitCode : [])),
  ];
  const measured = charts.map(({ indicatorCode }) => indicatorCode);
  const groups = charts.flatMap((one) => (one.kind === 'ranking' ? one.peerGroupCode : []));
  const named = (table: typeof orgUnit | typeof topic | typeof peerGroup, codes: readonly string[]) =>
    db()
      .select({ code: table.code, nameZh: table.nameZh, nameEn: table.nameEn })
      .from(table)
      .where(among(table.code, codes));
  const [rows, heads] = await Promise.all([
    named(orgUnit, units)
      .unionAll(
        named(
          topic,
          sections.flatMap(({ topicRows }) => topicRows.flat()),
        ),
      )
      .unionAll(named(peerGroup, groups)),
    db().select(head).from(indicator).where(among(indicator.code, measured)),
  ]);
  return {
    names: Object.fromEntries(rows.map((row) => [row.code, row])),
    indicators: Object.fromEntries(heads.map((one) => [one.code, one])),
  };
}
