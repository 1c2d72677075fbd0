import { and, asc, desc, eq, inArray, isNotNull, ne, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { indicator, orgUnit, peerGroupMember, period, source, topic } from '@/db/schema/catalogue';
import { observation, publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import { indicatorColumns } from '@/lib/catalogue/indicators/queries';
import { cityCode, portCode, zoneCode } from '@/lib/catalogue/words';
import {
  type Card,
  cityGroup,
  cityIndicators,
  type NewDocument,
  rankedIndicators,
  zoneFamilies,
} from '@/lib/dashboards/overview/words';
import type { Name } from '@/lib/i18n/words';
import { citedSource, figureColumns, nested, publishedRankColumns, rankSource } from '@/lib/observations/queries';
import type { FigureView, PublishedRankView } from '@/lib/observations/words';

const head = { ...indicatorColumns, sortOrder: indicator.sortOrder };

/**
 * The latest dated figure of the zone for each indicator of its topics, and of the city for each of its indicators;
 * undated or unverified figures only where there is no other.
 */
async function latestFigures(principal: Principal): Promise<Omit<Card, 'place'>[]> {
  const rows = await db()
    .selectDistinctOn([observation.orgUnitCode, observation.indicatorCode], { head, figure: figureColumns })
    .from(observation)
    .innerJoin(source, citedSource)
    .innerJoin(indicator, eq(indicator.code, observation.indicatorCode))
    .innerJoin(period, eq(period.code, observation.periodCode))
    .where(
      and(
        readable(principal, observation.orgUnitCode),
        sql`((${observation.orgUnitCode} = ${zoneCode} and ${inArray(indicator.topicCode, [...zoneFamilies])})
          or (${observation.orgUnitCode} in (${cityCode}, ${portCode}) and ${inArray(observation.indicatorCode, [...cityIndicators])}))`,
      ),
    )
    .orderBy(
      observation.orgUnitCode,
      observation.indicatorCode,
      sql`${source.reliability} = 'unverified'`,
      desc(period.sortKey),
    );
  return rows.map((row) => ({ indicator: row.head, figure: nested(row.figure), ranks: [] }));
}

async function statedRanks(principal: Principal): Promise<PublishedRankView[]> {
  const rows = await db()
    .select(publishedRankColumns)
    .from(publishedRank)
    .innerJoin(source, rankSource)
    .where(
      and(readable(principal, publishedRank.orgUnitCode), inArray(publishedRank.orgUnitCode, [zoneCode, cityCode])),
    );
  return rows.map(nested);
}

/** The city's place in each of its indicators' latest periods in which at least half of its peers have figures. */
async function cityPlaces(principal: Principal): Promise<Map<string, { place: number; of: number }>> {
  const rows = await db().execute<{ indicator: string; period: string; place: number; of: number }>(sql`
    select o.indicator_code as indicator, o.period_code as period, count(*)::int as "of",
           1 + count(*) filter (where case i.direction when 'higher' then o.value > mine.value else o.value < mine.value end)::int as place
    from observation mine
    join indicator i on i.code = mine.indicator_code and i.direction in ('higher', 'lower') and i.measure in ('amount', 'rate')
    join coverage c on c.indicator_code = mine.indicator_code and c.period_code = mine.period_code
      and c.peer_group_code = ${cityGroup} and c.units >= 7
    join observation o on o.indicator_code = mine.indicator_code and o.period_code = mine.period_code
    join peer_group_member on peer_group_member.org_unit_code = o.org_unit_code
      and peer_group_member.peer_group_code = ${cityGroup}
      and ${readable(principal, peerGroupMember.orgUnitCode)}
    where mine.org_unit_code = ${cityCode} and mine.indicator_code in (${sql.join(
      cityIndicators.map((code) => sql`${code}`),
      sql`, `,
    )})
    group by 1, 2`);
  return new Map(rows.map((row) => [`${row.indicator} ${row.period}`, { place: row.place, of: row.of }]));
}

/** The cards of the zone and of the city, each list in the order of its page. */
export async function overviewCards(principal: Principal): Promise<{ zone: Card[]; city: Card[] }> {
  const [figures, ranks, places] = await Promise.all([
    latestFigures(principal),
    statedRanks(principal),
    cityPlaces(principal),
  ]);
  const cards = figures.map((card): Card => {
    const { orgUnitCode, indicatorCode, periodCode } = card.figure;
    return {
      ...card,
      ranks: ranks.filter(
        (rank) =>
          rank.orgUnitCode === orgUnitCode && rank.indicatorCode === indicatorCode && rank.periodCode === periodCode,
      ),
      place: orgUnitCode === cityCode ? (places.get(`${indicatorCode} ${periodCode}`) ?? null) : null,
    };
  });
  const order = (card: Card) => (cityIndicators as readonly string[]).indexOf(card.indicator.code);
  return {
    zone: cards
      .filter((card) => card.figure.orgUnitCode === zoneCode)
      .sort((a, b) => a.indicator.sortOrder - b.indicator.sortOrder),
    city: cards.filter((card) => card.figure.orgUnitCode !== zoneCode).sort((a, b) => order(a) - order(b)),
  };
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

/** The names of the overview's units, topics, groups and GDP itself, by code. */
export async function overviewNames(): Promise<Record<string, Name>> {
  const names = (table: typeof orgUnit | typeof topic | typeof indicator, codes: readonly string[]) =>
    db()
      .select({ code: table.code, nameZh: table.nameZh, nameEn: table.nameEn })
      .from(table)
      .where(inArray(table.code, [...codes]));
  const rows = await names(orgUnit, [zoneCode, cityCode])
    .unionAll(names(topic, zoneFamilies))
    .unionAll(names(indicator, rankedIndicators));
  return Object.fromEntries(rows.map((row) => [row.code, row]));
}
