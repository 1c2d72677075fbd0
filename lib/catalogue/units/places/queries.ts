import { and, asc, desc, eq, sql } from 'drizzle-orm';
import { db } from '@/db/client';
import { peerGroupMember, period, source } from '@/db/schema/catalogue';
import { publishedRank } from '@/db/schema/observations';
import type { Principal } from '@/lib/access/principal';
import { readable } from '@/lib/access/queries';
import type { UnitPlace } from '@/lib/catalogue/units/words';
import { nested, publishedRankColumns, rankSource } from '@/lib/observations/queries';
import type { PublishedRankView } from '@/lib/observations/words';

const longestPlaces = 6;
/** The most figures read for the places of one indicator, unless one period alone has more. */
const mostPlaced = 500;

/**
 * The unit's places inside a group: for each indicator with a direction, in the last periods with three figures or
 * more, first periods with figures of half of the group, newest first, and in `periodCode`. Competition ranking on the
 * stored values among the members of the group in the period; measures that are ranks, grades or honours are not ranked
 * again. Of a large group fewer periods are read: each place needs a figure of every member.
 */
export async function unitPlaces(
  principal: Principal,
  code: string,
  groupCode: string,
  periodCode: string | null = null,
  indicators: readonly string[] | null = null,
): Promise<UnitPlace[]> {
  const periods = sql`greatest(1, least(${longestPlaces}::int, ${mostPlaced}::int / greatest(1, (select count(*) from members))))`;
  return db().execute<UnitPlace>(sql`
    with members as materialized (
      select ${peerGroupMember.orgUnitCode} as unit, ${peerGroupMember.validFrom} as valid_from,
             ${peerGroupMember.validTo} as valid_to
      from ${peerGroupMember}
      where ${and(eq(peerGroupMember.peerGroupCode, groupCode), readable(principal, peerGroupMember.orgUnitCode))}
    ),
    recent as (
      select o.indicator_code, o.period_code, i.direction, p.starts_on, p.ends_on, p.sort_key,
             row_number() over (partition by o.indicator_code
               order by c.units * 2 < (select count(distinct unit) from members), p.sort_key desc) as at
      from observation o
      join indicator i on i.code = o.indicator_code
        and i.direction in ('higher', 'lower') and i.measure in ('amount', 'rate')
      join coverage c on c.indicator_code = o.indicator_code and c.period_code = o.period_code
        and c.peer_group_code = ${groupCode} and c.units >= 3
      join period p on p.code = o.period_code and p.kind <> 'undated'
      where o.org_unit_code = ${code}
        and (${sql.param(indicators)}::text[] is null or o.indicator_code = any(${sql.param(indicators)}::text[]))
    ),
    mine as materialized (
      select r.*, o.value, s.reliability = 'unverified' as is_weak,
        (select count(*)::int from members m
          where m.valid_from <= r.ends_on and (m.valid_to is null or m.valid_to >= r.starts_on)) as members
      from recent r
      join observation o on o.org_unit_code = ${code} and o.indicator_code = r.indicator_code
        and o.period_code = r.period_code
      join source s on s.code = o.source_code
      where r.at <= ${periods} or r.period_code = ${periodCode}
    )
    select mine.indicator_code as "indicatorCode", mine.period_code as "periodCode", mine.is_weak as "isWeak",
           peers."of", mine.members, peers.place, peers."isTied"
    from mine
    cross join lateral (
      select count(*)::int as "of",
             1 + count(*) filter (
               where case mine.direction when 'higher' then o.value > mine.value else o.value < mine.value end
             )::int as place,
             count(*) filter (where o.value = mine.value) > 1 as "isTied",
             bool_or(o.org_unit_code = ${code}) as "isAmong"
      -- The offset keeps the planner from storing the figures of each indicator for a second use, which never comes.
      from (select * from observation o
        where o.indicator_code = mine.indicator_code and o.period_code = mine.period_code offset 0) o
      join members m on m.unit = o.org_unit_code
        and m.valid_from <= mine.ends_on and (m.valid_to is null or m.valid_to >= mine.starts_on)
    ) peers
    where peers."of" >= 3 and peers."isAmong"
    order by mine.indicator_code, mine.sort_key desc`);
}

/** The unit's ranks stated by sources, newest first. */
export async function unitRanks(principal: Principal, code: string): Promise<PublishedRankView[]> {
  const rows = await db()
    .select(publishedRankColumns)
    .from(publishedRank)
    .innerJoin(source, rankSource)
    .innerJoin(period, eq(period.code, publishedRank.periodCode))
    .where(and(eq(publishedRank.orgUnitCode, code), readable(principal, publishedRank.orgUnitCode)))
    .orderBy(desc(period.sortKey), asc(publishedRank.indicatorCode), asc(publishedRank.rank));
  return rows.map(nested);
}
